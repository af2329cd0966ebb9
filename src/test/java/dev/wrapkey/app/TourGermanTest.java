package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.language.Language;
import dev.wrapkey.ui.OnScreen;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** Runs in a process of its own, which speaks German. */
@Tag("german")
@OnScreen
class TourGermanTest {

  private static final Path OUT = Path.of("target", "screens", "tour-german");

  private final TouredWindow window = new TouredWindow();

  @Start
  void start(Stage stage) {
    window.on(stage);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theTourWalksThroughAGermanWindowToo() {
    assertThat(Language.ofThisRun()).isEqualTo(Language.GERMAN);
    assertThat(window.tour(window.practice().cloud(), OUT))
        .matches(
            "tour: \\d{2} pictures, server tour-pg Ready, key orders-kek .* 0 pages rewritten");
    assertThat(OUT).isDirectoryContaining(file -> file.toString().endsWith("-home-dark.png"));
    assertThat(OUT).isDirectoryNotContaining(file -> file.toString().endsWith("-failed.png"));
  }
}
