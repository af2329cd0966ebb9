package dev.wrapkey.azure;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reading of values that a service may leave out. */
final class Answer {

  private Answer() {}

  /** The value's text; empty if there is no value. */
  static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  static boolean flag(@Nullable Boolean value, boolean otherwise) {
    return value == null ? otherwise : value;
  }

  static int number(@Nullable Integer value, int otherwise) {
    return value == null ? otherwise : value;
  }
}
