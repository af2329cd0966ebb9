package dev.wrapkey.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@OnScreen
class TickingTest {

  private Stage stage;
  private Person person;
  private final AtomicInteger ticks = new AtomicInteger();

  @Start
  void start(Stage newStage) {
    stage = newStage;
  }

  @BeforeEach
  void person(FxRobot robot) {
    person = new Person(robot, stage);
  }

  private StackPane ticking() {
    StackPane pane = new StackPane();
    Ticking.on(pane, ticks::incrementAndGet);
    return pane;
  }

  @Test
  void itTicksInAWindowThatIsShown() {
    Person.act(
        () -> {
          stage.setScene(new Scene(ticking(), 100, 100));
          stage.show();
        });
    person.await("a second tick", () -> ticks.get() >= 2);
  }

  @Test
  void whatAWindowShowsNoMoreStandsStill() {
    Person.act(
        () -> {
          stage.setScene(new Scene(ticking(), 100, 100));
          stage.show();
        });
    person.await("a tick", () -> ticks.get() >= 1);
    AtomicInteger others = new AtomicInteger();
    AtomicInteger before = new AtomicInteger();
    Person.act(
        () -> {
          StackPane other = new StackPane();
          Ticking.on(other, others::incrementAndGet);
          stage.setScene(new Scene(other, 100, 100));
          before.set(ticks.get());
        });
    person.await("ticks of another", () -> others.get() >= 2);
    assertThat(ticks.get()).isEqualTo(before.get());
  }

  @Test
  void aWindowThatIsHiddenStandsStillUntilItIsShownAgain() {
    Person.act(
        () -> {
          stage.setScene(new Scene(ticking(), 100, 100));
          stage.show();
        });
    person.await("a tick", () -> ticks.get() >= 1);
    Person.act(stage::hide);
    int hidden = ticks.get();
    Person.act(stage::show);
    person.await("a tick after that", () -> ticks.get() > hidden);
  }
}
