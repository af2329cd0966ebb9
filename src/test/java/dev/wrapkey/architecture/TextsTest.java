package dev.wrapkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.view.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {

  private static final TextRules PROGRAM =
      new TextRules(
          english(), Sources.lines("fxml", ".fxml"), Sources.lines("src/main/java", ".java"));

  private static final TextRules PLANTED =
      new TextRules(
          Map.of(
              Path.of("text/home.properties"),
              List.of(
                  "# Words",
                  "home.title=Servers",
                  "home.empty = None",
                  "home.title=Again",
                  "home.unused: x",
                  "home.kind.A=a",
                  "home.constant=c",
                  "create.stray=x"),
              Path.of("text/create.properties"),
              List.of("create.stray=y", "create.title=T")),
          Map.of(
              Path.of("fxml/home.fxml"),
              List.of(
                  "<Label text=\"%home.title\"/>",
                  "<Label text=\"%home.missing\"/>",
                  "<Label text=\"Literal\"/><Label text=\"\"/><Label text=\"${controller.name}\"/>",
                  "<TextField promptText=\"type here\" title=\"%create.title\"/>")),
          Map.of(
              Path.of("Home.java"),
              List.of(
                  "Texts.text(\"home.empty\");",
                  "Texts.text(",
                  "    \"home.absent\", 1);",
                  "Texts.text(\"home.kind.\" + kind);",
                  "Texts.text(\"home.nowhere.\" + kind);",
                  "enum E { A(\"home.constant\"), B(\"create.stray\") }")));

  private static Map<Path, List<String>> english() {
    return Sources.lines("src/main/resources/dev/wrapkey/text", ".properties").entrySet().stream()
        .filter(file -> !file.getKey().toString().endsWith("_de.properties"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void everyTextThatIsAskedForExists() {
    assertThat(PROGRAM.missing()).isEmpty();
    assertThat(PLANTED.missing()).containsExactly("home.absent", "home.missing", "home.nowhere.");
  }

  @Test
  void everyTextIsAskedFor() {
    assertThat(PROGRAM.unused()).isEmpty();
    assertThat(PLANTED.unused()).containsExactly("home.unused");
  }

  @Test
  void everyTextStandsOnce() {
    assertThat(PROGRAM.duplicates()).isEmpty();
    assertThat(PLANTED.duplicates()).containsExactlyInAnyOrder("home.title", "create.stray");
  }

  @Test
  void everyTextBeginsWithTheNameOfItsFile() {
    assertThat(PROGRAM.misplaced()).isEmpty();
    assertThat(PLANTED.misplaced()).containsExactly("create.stray");
  }

  @Test
  void noWordsAreWrittenIntoScreens() {
    assertThat(PROGRAM.literals()).isEmpty();
    assertThat(PLANTED.literals())
        .containsExactly("home.fxml: text=\"Literal\"", "home.fxml: promptText=\"type here\"");
  }

  @Test
  void everyFileOfWordsIsRead() {
    assertThat(
            PROGRAM.words().keySet().stream()
                .map(file -> file.getFileName().toString().replace(".properties", "")))
        .containsExactlyInAnyOrderElementsOf(Texts.FILES);
  }
}
