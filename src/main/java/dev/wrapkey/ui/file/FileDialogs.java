package dev.wrapkey.ui.file;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Asks a person for a file or a folder; empty if they changed their mind. On the screen's thread.
 */
public interface FileDialogs {

  /** A plan to open. */
  Optional<Path> open();

  /**
   * Where to save a plan.
   *
   * @param name the file's name, unless they want another
   */
  Optional<Path> save(String name);

  /**
   * Where to save a report.
   *
   * @param name the file's name, unless they want another; its ending stays
   */
  Optional<Path> report(String name);

  /** A folder for several files. */
  Optional<Path> folder();

  /** A certificate, with or without its private key. */
  Optional<Path> certificate();
}
