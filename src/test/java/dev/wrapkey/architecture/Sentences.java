package dev.wrapkey.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The English sentences that are written into Java code. A text counts as one if at least two of
 * its words are such as only sentences have; names of parts, commands and formats have none. What
 * is logged, and what only a fault of the program throws, is for those who mend it.
 */
final class Sentences {

  private static final Set<String> TELLING =
      Set.of(
          ("a an the this that is are was has have had does not no nobody cannot can may must of to"
               + " by with without from for in on at it its and or but before after already still"
               + " only there here you your belongs than as be been while because so")
              .split(" "));
  private static final Pattern NOT_FOR_PEOPLE =
      Pattern.compile(
          "\\b(Illegal(Argument|State)|UncheckedIO|IO|NoSuchElement|IndexOutOfBounds|NullPointer"
              + "|UnsupportedOperation|Arithmetic|Security|Cancellation)(Exception)?\\("
              + "|\\bAssertionError\\(|\\b(LOG|log)\\b|\\brequireNonNull\\(");

  /**
   * One of them.
   *
   * @param text as it stands, pieces put together
   * @param code what stands before it since the last statement or block began
   */
  record Sentence(String text, String code) {}

  private final String source;
  private final List<Sentence> found = new ArrayList<>();
  private final StringBuilder code = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private int at;

  private Sentences(String source) {
    this.source = source;
  }

  /** Those that a person may come to read. */
  static List<Sentence> in(String source) {
    return new Sentences(source).read();
  }

  private List<Sentence> read() {
    while (at < source.length()) {
      if (source.startsWith("//", at)) {
        skipTo("\n", 0);
      } else if (source.startsWith("/*", at)) {
        skipTo("*/", 2);
      } else if (source.startsWith("\"\"\"", at)) {
        int begin = at + 3;
        at = begin;
        skipTo("\"\"\"", 3);
        text.append(source, begin, at - 3);
      } else if (source.charAt(at) == '"') {
        quoted();
      } else {
        plain(source.charAt(at++));
      }
    }
    end();
    return found;
  }

  private void skipTo(String mark, int length) {
    int end = source.indexOf(mark, at);
    at = end < 0 ? source.length() : end + length;
  }

  private void quoted() {
    at++;
    while (source.charAt(at) != '"') {
      at += source.charAt(at) == '\\' ? 2 : 1;
      text.append(source.charAt(at - 1));
    }
    at++;
  }

  // Pieces and values that are added to each other are one text.
  private void plain(char c) {
    if (c == '\'') {
      at = source.indexOf('\'', source.charAt(at) == '\\' ? at + 2 : at) + 1;
      return;
    }
    if (c == ',' || c == ';' || c == '{' || c == '}' || c == ':' || c == '?') {
      end();
    }
    if (c == ';' || c == '{' || c == '}') {
      code.setLength(0);
    } else {
      code.append(c);
    }
  }

  private void end() {
    Sentence one = new Sentence(text.toString().strip(), code.toString().strip());
    text.setLength(0);
    if (isSentence(one.text) && !NOT_FOR_PEOPLE.matcher(one.code).find()) {
      found.add(one);
    }
  }

  private static boolean isSentence(String text) {
    if (text.matches("<[^>]*>")) {
      return false; // stands in a command for what has to be put there
    }
    Predicate<String> telling = word -> TELLING.contains(word.toLowerCase(Locale.ROOT));
    return Pattern.compile("[\\s.,;:!?()“”]+").splitAsStream(text).filter(telling).count() >= 2
        || text.matches("[A-Z][a-z]+( [^ ]+)+\\.");
  }
}
