package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.control.Identifier;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;

/** The program's window on a practice cloud, with a person before it. */
abstract class WindowScreen {

  final Desk desk;
  Stage stage;
  Person person;

  WindowScreen(Practice practice) {
    this(new Desk(practice));
  }

  WindowScreen(Desk desk) {
    this.desk = desk;
  }

  /** To be called by the class itself: the toolkit looks there only. */
  void begin(Stage newStage) {
    stage = newStage;
    desk.open(stage);
  }

  @BeforeEach
  void sitDown(FxRobot robot) {
    person = new Person(robot, stage);
  }

  /** What an identifier says that can be copied. */
  String shown(String id) {
    return ((Identifier) person.node(id).orElseThrow()).getText();
  }

  @AfterEach
  void nobodyMetABug() {
    assertThat(desk.bugs()).isEmpty();
  }
}
