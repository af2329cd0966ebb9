package dev.wrapkey.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether words, screens and code fit together.
 *
 * <p>A key counts as used if it stands after {@code %} in a screen or as a whole string in the
 * code, or if the code has a string of its beginning up to a full stop that something is added to:
 * {@code "failure." + kind}.
 *
 * @param words lines of the property files
 * @param screens lines of the FXML files
 * @param code lines of the Java files
 */
record TextRules(
    Map<Path, List<String>> words, Map<Path, List<String>> screens, Map<Path, List<String>> code) {

  private static final Pattern KEY = Pattern.compile("^\\s*([^#!\\s=:][^\\s=:]*)\\s*[=:]");
  private static final Pattern IN_SCREEN = Pattern.compile("\"%([^\"]+)\"");
  private static final Pattern ASKED = Pattern.compile("\\btext\\(\\s*\"([^\"]+)\"\\s*[,)]");
  private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z][\\w.-]*)\"");
  private static final Pattern PREFIX = Pattern.compile("\"([a-zA-Z][\\w.-]*\\.)\"\\s*[+)]");
  private static final Pattern VISIBLE =
      Pattern.compile(
          "\\b(text|promptText|title|accessibleText|accessibleHelp|headerText|contentText)=\"([^%$\"][^\"]*)\"");

  /** Keys that are asked for and do not exist. */
  Set<String> missing() {
    Set<String> missing = new TreeSet<>();
    Stream.concat(find(IN_SCREEN, screens), find(ASKED, code))
        .filter(key -> !keys().contains(key))
        .forEach(missing::add);
    prefixes()
        .filter(prefix -> keys().stream().noneMatch(key -> key.startsWith(prefix)))
        .forEach(missing::add);
    return missing;
  }

  /** Keys that nobody asks for. */
  Set<String> unused() {
    Set<String> used = new HashSet<>(find(IN_SCREEN, screens).toList());
    find(LITERAL, code).forEach(used::add);
    List<String> prefixes = find(PREFIX, code).toList();
    return keys().stream()
        .filter(key -> !used.contains(key) && prefixes.stream().noneMatch(key::startsWith))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Keys that stand twice, in one file or in two. */
  List<String> duplicates() {
    Set<String> seen = new HashSet<>();
    return all().filter(key -> !seen.add(key)).toList();
  }

  /** Keys that do not begin with the name of their file. */
  List<String> misplaced() {
    List<String> misplaced = new ArrayList<>();
    words.forEach(
        (file, lines) -> {
          String name = file.getFileName().toString().replace(".properties", "");
          find(KEY, Map.of(file, lines))
              .filter(key -> !key.startsWith(name + "."))
              .forEach(misplaced::add);
        });
    return misplaced;
  }

  /** Words written into a screen instead of a property file. */
  List<String> literals() {
    return screens.entrySet().stream()
        .flatMap(
            screen ->
                matches(VISIBLE, screen.getValue())
                    .map(match -> screen.getKey().getFileName() + ": " + match.group()))
        .toList();
  }

  private Stream<String> prefixes() {
    return matches(Pattern.compile("\\btext\\(\\s*\"([^\"]+\\.)\"\\s*\\+"), lines(code))
        .map(match -> match.group(1));
  }

  private Set<String> keys() {
    return all().collect(Collectors.toSet());
  }

  private Stream<String> all() {
    return find(KEY, words);
  }

  private static Stream<String> find(Pattern pattern, Map<Path, List<String>> files) {
    return files.values().stream()
        .flatMap(lines -> matches(pattern, lines))
        .map(match -> match.group(1));
  }

  private static Stream<MatchResult> matches(Pattern pattern, List<String> lines) {
    return pattern.equals(KEY)
        ? lines.stream().flatMap(line -> pattern.matcher(line).results())
        : pattern.matcher(String.join("\n", lines)).results();
  }

  private static List<String> lines(Map<Path, List<String>> files) {
    return files.values().stream().flatMap(List::stream).toList();
  }
}
