package dev.wrapkey.ui.guide;

import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can stand on the screen: each text of the program whole, its beginning up to a mark, and
 * each with its places filled in.
 */
record OnScreenWords(Set<String> texts, List<Pattern> patterns) {

  private static final Pattern PLACE = Pattern.compile("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}");
  private static final Pattern MARK = Pattern.compile("[.:;,(]");
  private static final int LEAST_LETTERS = 4;

  static OnScreenWords ofTheProgram() {
    List<String> all =
        Texts.bundle().keySet().stream()
            .map(Texts.bundle()::getString)
            .map(OnScreenWords::plain)
            .flatMap(text -> Stream.concat(Stream.of(text), Stream.of(text.split("(?<=[.:?;]) "))))
            .toList();
    return new OnScreenWords(
        all.stream().flatMap(OnScreenWords::beginnings).collect(Collectors.toSet()),
        all.stream()
            .filter(text -> PLACE.matcher(text).find())
            .filter(text -> letters(text) >= LEAST_LETTERS)
            .map(OnScreenWords::pattern)
            .toList());
  }

  boolean has(String words) {
    return texts.contains(words)
        || texts.contains(words.replaceAll("[.:,]$", ""))
        || patterns.stream().anyMatch(pattern -> pattern.matcher(words).matches());
  }

  private static String plain(String text) {
    return text.replace("''", "'").replaceAll("\\s+", " ").strip();
  }

  private static Stream<String> beginnings(String text) {
    return Stream.concat(
        Stream.of(text),
        Stream.concat(MARK.matcher(text).results(), PLACE.matcher(text).results())
            .map(mark -> text.substring(0, mark.start()).strip())
            .filter(words -> !words.isEmpty()));
  }

  private static long letters(String text) {
    return PLACE.matcher(text).replaceAll("").chars().filter(Character::isLetter).count();
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(
        PLACE.splitAsStream(text).map(Pattern::quote).collect(Collectors.joining(".+"))
            + (text.endsWith("}") ? ".+" : ""));
  }
}
