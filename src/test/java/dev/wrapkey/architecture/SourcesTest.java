package dev.wrapkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SourcesTest {

  private static final Map<Path, List<String>> PROGRAM = Sources.lines("src/main/java", ".java");
  private static final Map<Path, List<String>> TESTS = Sources.lines("src/test/java", ".java");
  private static final Map<Path, List<String>> BENCHES = Sources.lines("bench", ".java");

  @Test
  void noFileIsTooLong() {
    assertThat(broken(PROGRAM, SourceRules::tooLong)).isEmpty();
    assertThat(broken(Sources.lines("fxml", ".fxml"), SourceRules::tooLongFxml)).isEmpty();
  }

  @Test
  void noTestIsTooLongEither() {
    assertThat(TESTS).hasSizeGreaterThan(50);
    assertThat(BENCHES).isNotEmpty();
    assertThat(broken(TESTS, SourceRules::tooLong)).isEmpty();
    assertThat(broken(BENCHES, SourceRules::tooLong)).isEmpty();
  }

  @Test
  void theLimitsOfLengthBite() {
    assertThat(SourceRules.tooLong(Path.of("Any.java"), code(250))).isEmpty();
    assertThat(SourceRules.tooLong(Path.of("Any.java"), code(251))).isPresent();
    assertThat(SourceRules.tooLong(Path.of("AnyView.java"), code(120))).isEmpty();
    assertThat(SourceRules.tooLong(Path.of("AnyView.java"), code(121))).isPresent();
    assertThat(SourceRules.tooLong(Path.of("AnyViewModel.java"), code(200))).isEmpty();
    assertThat(SourceRules.tooLong(Path.of("AnyViewModel.java"), code(201))).isPresent();
    assertThat(SourceRules.tooLong(Path.of("a/simulator/rest/Any.java"), code(201))).isPresent();
    for (String folder : List.of("src/test/java/simulator/rest/", "bench/")) {
      assertThat(SourceRules.tooLong(Path.of(folder + "AnyView.java"), code(250))).isEmpty();
      assertThat(SourceRules.tooLong(Path.of(folder + "AnyView.java"), code(251))).isPresent();
    }
    assertThat(SourceRules.tooLongFxml(Path.of("any.fxml"), code(120))).isEmpty();
    assertThat(SourceRules.tooLongFxml(Path.of("any.fxml"), code(121))).isPresent();
  }

  @Test
  void blankLinesCommentsAndImportsAreNotNet() {
    List<String> lines =
        List.of(
            "package a;", "", "import b;", "/** x", " * y", " */", "  // z", "class C {}", "  ");
    assertThat(SourceRules.net(lines)).isEqualTo(2);
  }

  @Test
  void theProgramDoesNotPretend() {
    assertThat(broken(PROGRAM, SourceRules::pretends)).isEmpty();
    assertThat(SourceRules.pretends(Path.of("Any.java"), List.of("class MockCloud {}")))
        .isPresent();
    assertThat(SourceRules.pretends(Path.of("Any.java"), List.of("// a fake answer"))).isPresent();
  }

  @Test
  void everyPackageIsCheckedForNull() {
    assertThat(
            broken(
                Sources.lines("src/main/java", "package-info.java"), SourceRules::lacksNullMarked))
        .isEmpty();
    assertThat(SourceRules.lacksNullMarked(Path.of("package-info.java"), List.of("package a;")))
        .isPresent();
  }

  @Test
  void testsThatWorkTheScreenWaitForEachOther() {
    assertThat(broken(TESTS, SourceRules::sharesTheScreen)).isEmpty();
    assertThat(
            SourceRules.sharesTheScreen(
                Path.of("AnyTest.java"), List.of("@ExtendWith(ApplicationExtension.class)")))
        .isPresent();
  }

  @Test
  void theProgramHasSources() {
    assertThat(PROGRAM).hasSizeGreaterThan(50);
  }

  private static List<String> broken(
      Map<Path, List<String>> files, BiFunction<Path, List<String>, Optional<String>> rule) {
    return files.entrySet().stream()
        .map(file -> rule.apply(file.getKey(), file.getValue()))
        .flatMap(Optional::stream)
        .collect(Collectors.toList());
  }

  private static List<String> code(int lines) {
    return Collections.nCopies(lines, "int a;");
  }
}
