package dev.wrapkey.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.Clicks;
import dev.wrapkey.ui.OnScreen;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@OnScreen
class FieldTest {

  private Field field;
  private TextField name;

  @Start
  void start(Stage stage) {
    field = new Field();
    name = new TextField("orders-pg");
    Identifier identifier = new Identifier("https://kv-orders.vault.azure.net/keys/orders-kek");
    field.setLabel("Server name");
    field.setContent(name);
    Scene scene = new Scene(new VBox(field, identifier), 800, 300);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aProblemIsShownAndReadToThoseWhoDoNotSee(FxRobot robot) {
    robot.interact(() -> field.setProblem("This name is taken."));
    assertThat(robot.lookup("This name is taken.").queryAll()).isNotEmpty();
    assertThat(name.getAccessibleText()).isEqualTo("Server name");
    assertThat(name.getAccessibleHelp()).isEqualTo("This name is taken.");
    assertThat(field.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("problem"));
    robot.interact(() -> field.setProblem(""));
    assertThat(field.getPseudoClassStates()).doesNotContain(PseudoClass.getPseudoClass("problem"));
    assertThat(name.getAccessibleHelp()).isEmpty();
  }

  @Test
  void aWrongValueHasNoTick(FxRobot robot) {
    robot.interact(() -> field.setValid(true));
    assertThat(robot.lookup(".field-tick").query().isVisible()).isTrue();
    robot.interact(() -> field.setProblem("This name is taken."));
    assertThat(robot.lookup(".field-tick").query().isVisible()).isFalse();
  }

  @Test
  void controlAndLabelStandInThePortalsColumns(FxRobot robot) {
    assertThat(name.localToScene(0, 0).getX()).isEqualTo(252);
    assertThat(name.getWidth()).isEqualTo(438);
    robot.interact(() -> field.setStacked(true));
    robot.interact(() -> field.getScene().getRoot().layout());
    assertThat(name.localToScene(0, 0).getX()).isZero();
    assertThat(name.localToScene(0, 0).getY()).isGreaterThan(20);
  }

  @Test
  void theLabelOfSeveralControlsLeadsToTheFirst(FxRobot robot) {
    RadioButton yes = new RadioButton("Yes");
    robot.interact(() -> field.setContent(new VBox(yes, new RadioButton("No"))));
    robot.interact(() -> field.setProblem("Choose one."));
    assertThat(yes.getAccessibleHelp()).isEqualTo("Choose one.");
  }

  @Test
  void theCopyButtonPutsTheWholeIdentifierOnTheClipboard(FxRobot robot) {
    Clicks.on(robot, ".copy-button");
    String copied = clipboard(robot);
    assertThat(copied).isEqualTo("https://kv-orders.vault.azure.net/keys/orders-kek");
  }

  @Test
  void theCopyButtonSaysThatItHasCopied(FxRobot robot) {
    Button copy = robot.lookup(".copy-button").queryButton();
    String[] said = new String[1]; // for two seconds, and a click may take longer
    robot.interact(
        () -> {
          copy.fire();
          said[0] = copy.getAccessibleText();
        });
    assertThat(said[0]).isEqualTo("Copied");
  }

  private static String clipboard(FxRobot robot) {
    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    return copied[0];
  }
}
