package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.Clickable;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.TabWalk;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The main pages for a person who has no mouse. */
@OnScreen
class AccessScreenTest {

  private final EveryScreen screens = new EveryScreen();

  @Start
  void start(Stage stage) {
    screens.open(stage);
  }

  @BeforeEach
  void sit(FxRobot robot) {
    screens.person(robot);
  }

  @AfterEach
  void close() {
    screens.close();
  }

  @Test
  void theTabKeyReachesEverythingOnceDownThePageAndNothingNeedsAMouse() {
    assertThat(
            screens.faults(
                "",
                List.of(),
                all -> {
                  EveryScreen.Look order = all.once(TabWalk::faults);
                  EveryScreen.Look mute = all.once(Clickable::mute);
                  return page -> {
                    order.at(page);
                    mute.at(page);
                  };
                }))
        .isEmpty();
  }
}
