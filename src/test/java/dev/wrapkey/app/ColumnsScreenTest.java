package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@OnScreen
class ColumnsScreenTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final Desk desk = new Desk(PRACTICE);
  private Stage stage;

  @Start
  void start(Stage newStage) {
    stage = newStage;
    desk.open(stage);
  }

  @Test
  void columnsAreChosenAndKeptUntilTheNextStart(FxRobot robot) {
    Person person = new Person(robot, stage);
    person.sees("orders-pg");
    assertThat(person.reads("Compute size")).isFalse();
    choose(person, "Compute size");
    person.sees("Standard_D4ads_v5");
    choose(person, "Subscription");
    person.await("no subscription", () -> !person.reads("Practice Development"));
    person.picture("home-columns");

    Person.act(() -> desk.open(stage));
    person.sees("Standard_D4ads_v5");
    assertThat(person.reads("Practice Development")).isFalse();

    choose(person, "The usual columns");
    person.sees("Practice Development");
    assertThat(person.reads("Standard_D4ads_v5")).isFalse();
    assertThat(desk.bugs()).isEmpty();
  }

  private static void choose(Person person, String item) {
    person.click("columns");
    person.clickText(item);
  }
}
