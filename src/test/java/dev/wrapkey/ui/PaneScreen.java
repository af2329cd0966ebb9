package dev.wrapkey.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;

/** An empty page on which panes slide in, with a person before it. */
public abstract class PaneScreen {

  protected final PaneDesk desk = new PaneDesk();
  protected Person person;
  private Stage stage;

  /** To be called by the class itself: the toolkit looks there only. */
  protected final void begin(Stage newStage) {
    stage = newStage;
    desk.open(stage);
  }

  @BeforeEach
  public final void sitDown(FxRobot robot) {
    person = new Person(robot, stage);
  }

  @AfterEach
  public final void nobodyMetABug() {
    assertThat(desk.bugs()).isEmpty();
  }
}
