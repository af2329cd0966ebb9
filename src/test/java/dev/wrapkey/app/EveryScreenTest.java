package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

@Tag("long")
@OnScreen
class EveryScreenTest extends EveryScreenWalk {

  @Start
  void start(Stage stage) {
    screens.open(stage);
  }

  @Test
  void everyLabelIsWholeAndEveryTextReadableInBothThemes() {
    assertThat(screens.faults("", List.of(), EveryScreenTest::readable)).isEmpty();
  }

  private static EveryScreen.Look readable(EveryScreen all) {
    EveryScreen.Look fits = all.inBothSizes(EveryScreen::unfit);
    EveryScreen.Look legible = all.inBothThemes(EveryScreen::faint);
    return page -> {
      fits.at(page);
      legible.at(page);
    };
  }

  @Test
  void offTheMainWayToo() {
    screens.deploy();
    assertThat(
            screens.faults(
                "byway-",
                Byways.ALL,
                EveryScreenTest::readable,
                (person, stop) -> new Byways(person, stop).everywhere()))
        .isEmpty();
  }

  @Test
  void fromRightToLeftOffTheMainWayToo() {
    screens.mirror();
    screens.deploy();
    assertThat(
            screens.faults(
                "rtl-",
                List.of("compute", "key-pane", "deployment", "recovery"),
                all -> all.inBothSizes(EveryScreen::misplaced),
                (person, stop) -> new Byways(person, stop).everywhere()))
        .isEmpty();
  }

  @Test
  void fromRightToLeftNothingLeavesTheWindowAndNothingLiesOnOther() {
    screens.mirror();
    assertThat(
            screens.faults(
                "rtl-",
                List.of("home", "security-own-key", "key", "overview", "encryption", "inside"),
                all -> all.inBothSizes(EveryScreen::misplaced)))
        .isEmpty();
  }
}
