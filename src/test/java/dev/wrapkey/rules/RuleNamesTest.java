package dev.wrapkey.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule of customer-managed keys has a test that is named after it. */
class RuleNamesTest {

  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Set<String> FAMILIES = Set.of("CMK", "URI", "BLD", "REC", "XT");
  private static final Pattern METHOD = Pattern.compile("\\bvoid (\\w+)\\(");
  private static final Pattern NAMED =
      Pattern.compile("(CMK|URI|BLD|REC|XT)_?(\\d+)(?!\\d)", Pattern.CASE_INSENSITIVE);

  @Test
  void everyRuleOfTheseFamiliesHasATestThatNamesIt() throws IOException {
    List<String> rules =
        RulePack.all().stream()
            .map(Rule::id)
            .filter(id -> FAMILIES.contains(id.replaceAll("-.*", "")))
            .toList();
    assertThat(rules).hasSizeGreaterThan(70);
    assertThat(named()).containsAll(rules);
  }

  private static Set<String> named() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(TESTS)) {
      for (Path file : files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
        METHOD
            .matcher(Files.readString(file))
            .results()
            .map(method -> method.group(1))
            .flatMap(name -> NAMED.matcher(name).results())
            .map(RuleNamesTest::id)
            .forEach(found::add);
      }
    }
    return found;
  }

  private static String id(MatchResult found) {
    return found.group(1).toUpperCase(Locale.ROOT) + "-" + found.group(2);
  }
}
