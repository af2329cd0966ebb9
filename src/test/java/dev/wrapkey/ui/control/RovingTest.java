package dev.wrapkey.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@OnScreen
class RovingTest {

  private final List<String> done = new ArrayList<>();
  private final Roving roving = new Roving();
  private HBox row;
  private Person person;
  private Stage stage;

  @Start
  void start(Stage newStage) {
    stage = newStage;
    row = new HBox(3);
    Button before = new Button("before");
    Button after = new Button("after");
    before.setId("before");
    after.setId("after");
    fill();
    stage.setScene(new Scene(new VBox(before, row, after), 300, 200));
    stage.show();
  }

  @BeforeEach
  void begin(FxRobot robot) {
    person = new Person(robot, stage);
    person.click("before");
  }

  private void fill() {
    roving.clear();
    row.getChildren().clear();
    for (String name : List.of("a", "b", "c")) {
      Region cell = new Region();
      cell.setId(name);
      cell.setMinSize(14, 14);
      row.getChildren().add(cell);
      roving.add(cell, name, "Cell " + name, () -> done.add(name));
    }
  }

  @Test
  void theTabKeyStopsOnceAndTheArrowsGoOn() {
    person.type(KeyCode.TAB);
    assertThat(person.focus()).isEqualTo("a");
    person.type(KeyCode.RIGHT, KeyCode.DOWN);
    assertThat(person.focus()).isEqualTo("c");
    person.type(KeyCode.LEFT);
    assertThat(person.focus()).isEqualTo("b");
    person.type(KeyCode.TAB);
    assertThat(person.focus()).isEqualTo("after");
  }

  @Test
  void spaceAndEnterDoWhatAClickDoes() {
    person.type(KeyCode.TAB, KeyCode.SPACE, KeyCode.END, KeyCode.ENTER);
    person.click("b");
    assertThat(done).containsExactly("a", "c", "b");
  }

  @Test
  void theFocusStaysWithTheThingWhenItIsDrawnAnew() {
    person.type(KeyCode.TAB, KeyCode.RIGHT);
    Person.act(this::fill);
    assertThat(person.focus()).isEqualTo("b");
    person.type(KeyCode.SPACE);
    assertThat(done).containsExactly("b");
  }

  @Test
  void mirroredTheArrowsGoWhereTheyPoint() {
    Person.act(() -> row.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
    person.type(KeyCode.TAB, KeyCode.LEFT);
    assertThat(person.focus()).isEqualTo("b");
  }

  @Test
  void eachSaysWhatItIs() {
    assertThat(row.getChildren())
        .allSatisfy(cell -> assertThat(cell.getAccessibleRole()).isEqualTo(AccessibleRole.BUTTON))
        .extracting(cell -> cell.getAccessibleText())
        .containsExactly("Cell a", "Cell b", "Cell c");
  }
}
