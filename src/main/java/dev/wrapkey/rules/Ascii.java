package dev.wrapkey.rules;

import java.util.function.IntPredicate;

/** Azure's names are ASCII; the JDK's letters are not only that. */
final class Ascii {

  private Ascii() {}

  static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetterOrDigit(int c) {
    return isLower(c) || isUpper(c) || isDigit(c);
  }

  static boolean isHexDigit(int c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  static boolean only(String text, IntPredicate allowed) {
    return text.chars().allMatch(allowed);
  }

  static boolean within(String text, int shortest, int longest) {
    return text.length() >= shortest && text.length() <= longest;
  }
}
