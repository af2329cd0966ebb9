package dev.wrapkey.ui.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of the guide against the program that they tell of. */
class GuidePagesTest {

  private static final Path FOLDER = Path.of("docs", "guide");
  private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
  private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]+\\]\\((pictures/[^)]+)\\)");

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static Stream<String> found(Pattern pattern, Path file) {
    try {
      String words = Files.readString(file).replaceAll("(?s)```.*?```", "").replaceAll("\\s+", " ");
      return pattern
          .matcher(words)
          .results()
          .map(MatchResult::group)
          .map(String::strip)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  private static Stream<String> parts(Pattern pattern, Path file) {
    return found(pattern, file)
        .map(
            whole -> {
              var matcher = pattern.matcher(whole);
              assertThat(matcher.find()).isTrue();
              return matcher.group(1);
            });
  }

  @Test
  void everyBoldWordStandsOnTheScreen() throws IOException {
    OnScreenWords screen = OnScreenWords.ofTheProgram();
    Set<String> unknown = new TreeSet<>();
    for (Path file : files(FOLDER, ".md")) {
      parts(BOLD, file)
          .filter(word -> !screen.has(word))
          .forEach(word -> unknown.add(file.getFileName() + ": " + word));
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void aWordThatStandsNowhereIsNoticed() {
    OnScreenWords screen = OnScreenWords.ofTheProgram();
    assertThat(screen.has("Data encryption")).isTrue();
    assertThat(screen.has("Next : Security >")).isTrue();
    assertThat(screen.has("The identity can use this key")).isTrue();
    assertThat(screen.has("Encrypt everything")).isFalse();
    assertThat(screen.has("Data encryp")).isFalse();
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    Set<String> dead = new TreeSet<>();
    for (Path file : files(FOLDER, ".md")) {
      parts(LINK, file)
          .filter(link -> !link.startsWith("https://"))
          .filter(link -> !Files.exists(FOLDER.resolve(link.replaceAll("#.*", ""))))
          .forEach(link -> dead.add(file.getFileName() + ": " + link));
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void everyPageStandsInTheContentsOnce() throws IOException {
    List<String> listed = parts(LINK, FOLDER.resolve("index.md")).toList();
    assertThat(listed)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            files(FOLDER, ".md").stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("index.md"))
                .toList());
  }

  @Test
  void everyPictureIsShownAndEveryShownPictureIsThere() throws IOException {
    Set<String> shown = new TreeSet<>();
    for (Path file : files(FOLDER, ".md")) {
      parts(PICTURE, file).forEach(shown::add);
    }
    List<String> there =
        files(FOLDER.resolve("pictures"), ".png").stream()
            .map(file -> "pictures/" + file.getFileName())
            .toList();
    assertThat(there).containsExactlyInAnyOrderElementsOf(shown);
  }

  @Test
  void picturesAreSmall() throws IOException {
    long all = 0;
    for (Path file : files(FOLDER.resolve("pictures"), ".png")) {
      assertThat(Files.size(file)).as(file.toString()).isLessThan(80_000);
      all += Files.size(file);
    }
    assertThat(all).isLessThan(3_000_000);
  }

  @Test
  void everyScreenIsAboutAPageThatExists() throws IOException {
    for (Path file : files(Path.of("fxml"), ".fxml")) {
      String screen = file.getFileName().toString().replace(".fxml", "");
      assertThat(Topics.knows(screen)).as(screen + " has a page, or is known as a part").isTrue();
      Topics.topic(screen)
          .ifPresent(topic -> assertThat(FOLDER.resolve(topic + ".md")).as(screen).exists());
    }
  }
}
