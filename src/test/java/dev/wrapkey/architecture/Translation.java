package dev.wrapkey.architecture;

import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether a translation says everything that the English says, with the same places in it.
 *
 * @param english the texts by key
 * @param translated those of the other language
 * @param same what is the same in both languages, whole texts
 */
record Translation(Map<String, String> english, Map<String, String> translated, Set<String> same) {

  private static final Pattern QUOTED = Pattern.compile("'[^']*('|$)");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
  private static final Pattern WORD = Pattern.compile("\\p{Ll}{4,}");
  private static final List<Integer> COUNTS = List.of(0, 1, 2, 5, 1234);
  private static final int MOST_PLACES = 10;

  /** Keys that are not translated. */
  Set<String> missing() {
    return keys(english, key -> !translated.containsKey(key));
  }

  /** Keys that only the translation has. */
  Set<String> surplus() {
    return keys(translated, key -> !english.containsKey(key));
  }

  /** Keys whose translation has other places than the English. */
  Set<String> misplaced() {
    return both((ours, theirs) -> !places(ours).equals(places(theirs)));
  }

  /** Keys of either language that cannot be filled in, or show what was meant for the filling. */
  Set<String> malformed() {
    Set<String> malformed = keys(english, key -> !isWellFormed(english.get(key)));
    malformed.addAll(keys(translated, key -> !isWellFormed(translated.get(key))));
    malformed.addAll(
        both(
            (ours, theirs) -> quotes(ours) * quotes(theirs) > 0 && quotes(ours) != quotes(theirs)));
    return malformed;
  }

  /** Keys whose translation is the English, although there is something to translate. */
  Set<String> untouched() {
    return both(
        (ours, theirs) ->
            ours.equals(theirs) && WORD.matcher(words(ours)).find() && !same.contains(ours));
  }

  private static String words(String text) {
    return text.replaceAll("\\{[^}]*}", "");
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(QUOTED.matcher(text.replace("''", "")).replaceAll(""))
        .results()
        .map(place -> place.group(1))
        .collect(Collectors.toSet());
  }

  // A text that is filled in has two where one is seen; one that is shown as it stands has one.
  private static int quotes(String text) {
    return text.contains("''") ? 2 : text.contains("'") ? 1 : 0;
  }

  private static boolean isWellFormed(String text) {
    return places(text).isEmpty()
        || COUNTS.stream().map(count -> filled(text, count)).allMatch(t -> t != null && clean(t));
  }

  private static String filled(String text, int count) {
    Object[] places = IntStream.range(0, MOST_PLACES).mapToObj(i -> count).toArray();
    try {
      return new MessageFormat(text, java.util.Locale.ENGLISH).format(places);
    } catch (IllegalArgumentException illegal) {
      return null;
    }
  }

  private static boolean clean(String filled) {
    return !PLACE.matcher(filled).find() && !filled.contains("choice");
  }

  private Set<String> both(BiPredicate<String, String> fault) {
    return keys(
        english,
        key ->
            translated.containsKey(key)
                && fault.test(
                    Objects.requireNonNull(english.get(key)),
                    Objects.requireNonNull(translated.get(key))));
  }

  private static Set<String> keys(Map<String, String> texts, Predicate<String> wanted) {
    return texts.keySet().stream().filter(wanted).collect(Collectors.toCollection(TreeSet::new));
  }
}
