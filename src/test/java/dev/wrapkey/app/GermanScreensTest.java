package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.language.Language;
import dev.wrapkey.ui.OnScreen;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** Runs in a process of its own, which speaks German. */
@Tag("german")
@Tag("long")
@OnScreen
class GermanScreensTest extends EveryScreenWalk {

  @Start
  void start(Stage stage) {
    screens.open(stage);
  }

  @Test
  void germanIsLongerAndFitsAllTheSame() {
    assertThat(Language.ofThisRun()).isEqualTo(Language.GERMAN);
    assertThat(
            screens.faults(
                "german-",
                List.of(
                    "home",
                    "basics",
                    "networking",
                    "security-own-key",
                    "review",
                    "encryption",
                    "rotation",
                    "waves",
                    "health",
                    "practice",
                    "key",
                    "overview",
                    "rules",
                    "inside"),
                all -> all.inBothSizes(EveryScreen::unfit)))
        .isEmpty();
  }

  @Test
  void offTheMainWayToo() {
    screens.deploy();
    assertThat(
            screens.faults(
                "german-",
                Byways.ALL,
                all -> all.inBothSizes(EveryScreen::unfit),
                (person, stop) -> new Byways(person, stop).everywhere()))
        .isEmpty();
  }
}
