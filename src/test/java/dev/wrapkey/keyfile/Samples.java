package dev.wrapkey.keyfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The key files beside these tests, for tests of other packages. */
public final class Samples {

  /** What opens the protected ones. */
  public static final String PASSWORD = "practice";

  private Samples() {}

  /** Lays one into a folder. */
  public static Path lay(String name, Path folder) {
    try {
      return Files.write(folder.resolve(name), Given.checkedIn(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
