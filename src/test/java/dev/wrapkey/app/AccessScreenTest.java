package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.Clickable;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.TabWalk;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** The main pages for people who have no mouse, or a screen with finer pixels. */
@OnScreen
class AccessScreenTest extends EveryScreenWalk {

  @Start
  void start(Stage stage) {
    screens.open(stage);
  }

  @Test
  void theTabKeyReachesEverythingOnceDownThePageAndNothingNeedsAMouse() {
    assertThat(screens.faults("", List.of(), AccessScreenTest::reached)).isEmpty();
  }

  private static EveryScreen.Look reached(EveryScreen all) {
    EveryScreen.Look order = all.once(TabWalk::faults);
    EveryScreen.Look mute = all.once(Clickable::mute);
    return page -> {
      order.at(page);
      mute.at(page);
    };
  }

  @Test
  @Tag("long")
  void onThePagesAndPanesOffTheMainWayToo() {
    screens.deploy();
    assertThat(
            screens.faults(
                "byway-",
                List.of(),
                AccessScreenTest::reached,
                (person, stop) -> new Byways(person, stop).everywhere()))
        .isEmpty();
  }

  @Test
  void withFinerPixelsNothingIsCutAndEverythingIsDrawnFromPaths() {
    List<String> pages = List.of("home", "security-own-key", "encryption", "inside");
    assertThat(
            screens.faults(
                "",
                List.of(),
                all -> {
                  EveryScreen.Look half = all.enlarged(1.5, pages, EveryScreen::unfit);
                  EveryScreen.Look twice = all.enlarged(2, pages, EveryScreen::unfit);
                  EveryScreen.Look drawn = all.once(AccessScreenTest::pixels);
                  return page -> {
                    half.at(page);
                    twice.at(page);
                    drawn.at(page);
                  };
                }))
        .isEmpty();
  }

  @Test
  void besideTheGuideEveryWordIsWholeToo() {
    screens.read();
    assertThat(
            screens.faults(
                "beside-",
                List.of("home", "waves", "rules"),
                all -> all.once(EveryScreen::unfit),
                (person, stop) -> new Walk(person, stop).lists()))
        .isEmpty();
  }

  private static List<String> pixels(Scene scene) {
    return scene.getRoot().lookupAll("*").stream()
        .filter(ImageView.class::isInstance)
        .map(image -> "made of pixels: " + image)
        .toList();
  }
}
