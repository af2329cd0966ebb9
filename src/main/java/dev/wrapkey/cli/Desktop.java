package dev.wrapkey.cli;

import java.nio.file.Path;

/**
 * What the command line can start. Both calls last until the program ends and answer with its exit
 * code.
 */
public interface Desktop {

  /** Opens the window. */
  int open(Options options);

  /** Walks through the main job by itself and writes a picture of each screen to {@code out}. */
  int tour(Options options, Path out);
}
