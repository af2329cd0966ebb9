package dev.wrapkey.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.Clicks;
import dev.wrapkey.ui.OnScreen;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@OnScreen
class PaneHostTest {

  private PaneHost host;
  private Button opener;
  private Button behind;
  private TextField first;
  private Button select;
  private SidePane pane;
  private final List<String> told = new ArrayList<>();
  private Scene scene;

  @Start
  void start(Stage stage) {
    host = new PaneHost();
    opener = new Button("Change key");
    behind = new Button("Behind");
    first = new TextField();
    select = new Button("Select");
    pane = new SidePane();
    pane.setTitle("Select a key");
    pane.setBody(new VBox(first));
    pane.getFooter().add(select);
    pane.setOnClosed(() -> told.add("closed"));
    opener.setOnAction(e -> host.show(pane));
    behind.setOnAction(e -> told.add("behind"));
    host.setReducedMotion(true);
    host.setContent(new VBox(opener, behind));
    scene = new Scene(host, 900, 600);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aPaneTakesTheFocusToItsFirstControlAndGivesItBack(FxRobot robot) {
    Clicks.on(robot, opener);
    assertThat(scene.getFocusOwner()).isSameAs(first);
    robot.type(KeyCode.ESCAPE);
    assertThat(pane.getScene()).isNull();
    assertThat(scene.getFocusOwner()).isSameAs(opener);
    assertThat(told).containsExactly("closed");
  }

  @Test
  void tabGoesRoundWithinThePane(FxRobot robot) {
    Clicks.on(robot, opener);
    List<Object> walk = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      walk.add(scene.getFocusOwner());
      robot.type(KeyCode.TAB);
    }
    assertThat(walk).contains(first, select).doesNotContain(opener, behind);
    assertThat(walk.get(3)).isSameAs(first);
  }

  @Test
  void shiftTabGoesRoundTheOtherWay(FxRobot robot) {
    assertThat(shiftTabFromTheCross(robot)).isSameAs(select);
  }

  private Node shiftTabFromTheCross(FxRobot robot) {
    if (pane.getScene() == null) {
      Clicks.on(robot, opener);
    }
    robot.interact(() -> robot.lookup("#close-pane").query().requestFocus());
    robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
    return scene.getFocusOwner();
  }

  @Test
  void shiftTabPassesOverWhatIsNotShown(FxRobot robot) {
    VBox hidden = new VBox(new Button("Later"));
    hidden.setVisible(false);
    robot.interact(() -> pane.getFooter().add(hidden));
    shiftTabGoesRoundTheOtherWay(robot);
  }

  @Test
  void shiftTabGoesIntoWhatIsUnfolded(FxRobot robot) {
    Button inside = new Button("Inside");
    TitledPane folded = new TitledPane("More", inside);
    folded.setAnimated(false);
    folded.setExpanded(false);
    robot.interact(() -> pane.getFooter().setAll(folded));
    assertThat(shiftTabFromTheCross(robot)).isSameAs(folded);
    robot.interact(() -> folded.setExpanded(true));
    assertThat(shiftTabFromTheCross(robot)).isSameAs(inside);
  }

  @Test
  void thePageBehindCannotBeClicked(FxRobot robot) {
    Clicks.on(robot, opener);
    Clicks.on(robot, behind);
    assertThat(told).isEmpty();
  }

  @Test
  void theCrossClosesOnlyTheTopmostPane(FxRobot robot) {
    SidePane second = new SidePane();
    second.setTitle("Create a key");
    Clicks.on(robot, opener);
    robot.interact(() -> host.show(second));
    robot.interact(() -> ((Button) second.lookup("#close-pane")).fire());
    assertThat(second.getScene()).isNull();
    assertThat(pane.getScene()).isSameAs(scene);
    assertThat(scene.getFocusOwner()).isSameAs(first);
  }

  @Test
  void aPaneFindsItsHostByItself(FxRobot robot) {
    Clicks.on(robot, opener);
    assertThat(PaneHost.around(first)).contains(host);
    robot.interact(pane::close);
    assertThat(pane.getScene()).isNull();
  }
}
