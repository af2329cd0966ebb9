package dev.wrapkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.language.Phrases;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The words of the parts below the screens, which are found by their keys only when said. */
class PhrasesTest {

  private static final Path CODE = Path.of("src/main/java/dev/wrapkey");

  private static final TextRules PROGRAM =
      new TextRules(words(), Map.of(), inTheTermsOfScreens(belowTheScreens()));

  private static Map<Path, List<String>> words() {
    Map<Path, List<String>> words = new HashMap<>();
    for (String file : Phrases.FILES) {
      words.putAll(Sources.lines("src/main/resources/dev/wrapkey", "/" + file + ".properties"));
    }
    return words;
  }

  private static Map<Path, List<String>> belowTheScreens() {
    Map<Path, List<String>> code = Sources.lines(CODE.toString(), ".java");
    code.keySet()
        .removeIf(
            file -> Set.of("app", "cli", "ui").contains(CODE.relativize(file).getName(0) + ""));
    return code;
  }

  private static Map<Path, List<String>> inTheTermsOfScreens(Map<Path, List<String>> code) {
    Map<Path, List<String>> said = new HashMap<>();
    code.forEach(
        (file, lines) ->
            said.put(
                file, lines.stream().map(line -> line.replace("Phrases.say(", "text(")).toList()));
    return said;
  }

  /** Keys of which a part gives the end only: {@code bad(name, "missing")} is plan.missing. */
  private static Set<String> ended(String path, String call, String prefix) {
    Set<String> keys = new TreeSet<>();
    Predicate<Path> there = file -> CODE.relativize(file).toString().startsWith(path);
    belowTheScreens().entrySet().stream()
        .filter(file -> there.test(file.getKey()))
        .flatMap(file -> Pattern.compile(call).matcher(String.join(" ", file.getValue())).results())
        .forEach(match -> keys.add(prefix + match.group(1)));
    return keys;
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>();
    words().values().forEach(lines -> lines.forEach(line -> known.add(line.split("=", 2)[0])));
    return known;
  }

  @Test
  void bothFilesAreLookedAt() {
    assertThat(PROGRAM.words()).hasSize(Phrases.FILES.size());
    assertThat(known()).contains("day", "keyfile.empty").hasSizeGreaterThan(200);
  }

  @Test
  void everyPhraseThatIsSaidExists() {
    assertThat(PROGRAM.missing()).isEmpty();
  }

  @Test
  void everyPhraseIsSaid() {
    assertThat(PROGRAM.unused()).isEmpty();
  }

  @Test
  void noPhraseStandsTwice() {
    assertThat(PROGRAM.duplicates()).isEmpty();
  }

  @Test
  void everyPhraseWhoseEndIsGivenExists() {
    String word = "\"([a-z]+)\"";
    Set<String> given = ended("export/plan", "\\bbad\\(\\s*[^;]*?,\\s*" + word, "plan.");
    assertThat(given).contains("plan.missing", "plan.private").hasSizeGreaterThan(12);
    given.addAll(ended("keyfile", "\\bunsupported\\(\\s*" + word, "keyfile.unsupported."));
    given.addAll(ended("keyfile", "\\bdamaged\\(\\s*" + word, "keyfile.damaged."));
    given.addAll(ended("keyfile", "\\bKIND = " + word, "keyfile.damaged."));
    given.addAll(ended("rotation/WayBack", "\\brefusal\\(\\s*" + word, "rotation.back."));
    given.addAll(
        ended(
            "azure/CertificateFile",
            "\\brefused\\(\\s*\"\\w+\",\\s*" + word,
            "azure.certificate."));
    assertThat(given).hasSizeGreaterThan(30).isSubsetOf(known());
  }
}
