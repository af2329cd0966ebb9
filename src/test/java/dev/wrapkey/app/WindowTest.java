package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

@OnScreen
class WindowTest {

  private Stage stage;

  @Start
  void start(Stage newStage) {
    stage = newStage;
  }

  @Test
  void aWindowIsNeverLargerThanItsScreen() {
    Window.fit(stage, new Rectangle2D(0, 0, 960, 600)); // 1920x1200 at 200 %
    assertThat(stage.getWidth()).isEqualTo(960);
    assertThat(stage.getHeight()).isEqualTo(600);
    assertThat(stage.getMinWidth()).isEqualTo(960);
    assertThat(stage.getMinHeight()).isEqualTo(600);
  }

  @Test
  void onALargeScreenItOpensWideAndShrinksTo1024By700() {
    Window.fit(stage, new Rectangle2D(0, 0, 2560, 1440));
    assertThat(stage.getWidth()).isEqualTo(1280);
    assertThat(stage.getHeight()).isEqualTo(800);
    assertThat(stage.getMinWidth()).isEqualTo(1024);
    assertThat(stage.getMinHeight()).isEqualTo(700);
  }
}
