package dev.wrapkey.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The options that were used, and what is said of a value that cannot be one. */
final class Given {

  private final Set<String> names = new TreeSet<>();

  /** With an option, if it has a value. */
  Given and(String option, @Nullable Object value) {
    if (value != null) {
      names.add(option);
    }
    return this;
  }

  /** The names of the options, in alphabetical order. */
  Set<String> names() {
    return names;
  }

  /**
   * The value of an option that was used.
   *
   * @param needs what it has to be, in words
   * @throws Refusal if it is not
   */
  static <T> Optional<T> read(
      String option, @Nullable String text, Function<String, Optional<T>> reader, String needs) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<T> value = reader.apply(text);
    if (value.isEmpty()) {
      throw new Refusal("%s needs %s; '%s' is not.".formatted(option, needs, text));
    }
    return value;
  }

  /**
   * A file that can be read.
   *
   * @throws Refusal if it cannot
   */
  static Path file(String option, Path named) {
    if (!(Files.isRegularFile(named) && Files.isReadable(named))) {
      throw new Refusal(option + ": " + named + " is not there, or cannot be read.");
    }
    return named;
  }
}
