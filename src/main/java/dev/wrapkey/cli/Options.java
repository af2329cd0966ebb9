package dev.wrapkey.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be chosen for every start.
 *
 * @param state the folder of the practice cloud's state; empty for the usual place
 * @param theme the colours
 */
public record Options(Optional<Path> state, Theme theme) {

  /** Light or dark colours; {@code SYSTEM} follows the operating system. */
  public enum Theme {
    LIGHT,
    DARK,
    SYSTEM;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
