package dev.wrapkey.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line can start. Every call lasts until the program ends and answers with its
 * exit code.
 */
public interface Desktop {

  /**
   * Opens the window, or brings the one to the front that is open on the same state folder.
   *
   * @param plan a file with a plan to show in it
   */
  int open(Options options, Optional<Path> plan);

  /** Walks through the main job by itself and writes a picture of each screen to {@code out}. */
  int tour(Options options, Path out);

  /**
   * Opens the window once without a screen, or serves once, so that whoever packages the program
   * can keep which classes that took. Leaves its files in {@code folder}.
   *
   * @param window whether it opens the window; otherwise it serves
   */
  int rehearse(Options options, Path folder, boolean window);
}
