package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.InMemory;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** A window that remembers its place. */
@OnScreen
class PlaceScreenTest {

  private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1000, 1000);

  private final InMemory memory = new InMemory();
  private Stage stage;

  @Start
  void start(Stage anyStage) {
    stage = new Stage();
    stage.setScene(new Scene(new Pane(), 400, 300));
  }

  @AfterEach
  void close() {
    Person.act(stage::hide);
  }

  private void open(PlaceKeeper keeper) {
    keeper.restore(List.of(SCREEN));
    stage.show();
    keeper.watch();
  }

  @Test
  void itOpensWhereItWasClosed() {
    Person.act(
        () -> {
          open(new PlaceKeeper(stage, memory));
          stage.setX(120);
          stage.setY(90);
          stage.setWidth(640);
          stage.setHeight(480);
        });
    Person.act(stage::hide);
    assertThat(memory.recall("window", "")).isEqualTo("120,90,640,480,false");
    Person.act(
        () -> {
          stage = new Stage();
          stage.setScene(new Scene(new Pane(), 400, 300));
          open(new PlaceKeeper(stage, memory));
        });
    assertThat(List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()))
        .containsExactly(120.0, 90.0, 640.0, 480.0);
  }

  @Test
  void aMaximizedWindowKnowsHowLargeItWasBefore() {
    memory.keep("window", "120,90,640,480,false");
    Person.act(
        () -> {
          PlaceKeeper keeper = new PlaceKeeper(stage, memory);
          open(keeper);
          stage.setMaximized(true);
        });
    Person.act(stage::hide);
    assertThat(memory.recall("window", "")).isEqualTo("120,90,640,480,true");
  }
}
