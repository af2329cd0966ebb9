package dev.wrapkey.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.ui.Clicks;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@OnScreen
class PickerTest {

  private final List<Runnable> waiting = new ArrayList<>();
  private Picker<String> picker;
  private Field field;

  @Start
  void start(Stage stage) {
    picker = new Picker<>();
    picker.setId("picker");
    picker.setPromptText("Select a region");
    field = new Field();
    field.setLabel("Region");
    field.setContent(picker);
    Scene scene = new Scene(new VBox(field), 800, 400);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void items(FxRobot robot, String... items) {
    robot.interact(() -> picker.setItems(FXCollections.observableArrayList(items)));
  }

  /** All letters between two frames: on a busy machine a pause would begin a new word. */
  private void type(FxRobot robot, String letters) {
    robot.interact(() -> letters.chars().mapToObj(Character::toString).forEach(this::type));
  }

  private void type(String letter) {
    picker.fireEvent(
        new KeyEvent(
            KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false));
  }

  @Test
  void aClickOnARowChoosesIt(FxRobot robot) {
    items(robot, "East US", "West US", "West Europe");
    Clicks.on(robot, "#picker");
    Clicks.on(robot, "West Europe");
    assertThat(picker.getValue()).isEqualTo("West Europe");
  }

  @Test
  void aRefusedRowCannotBeClicked(FxRobot robot) {
    items(robot, "East US", "West US");
    robot.interact(
        () -> picker.setRefusal(r -> Optional.of("no capacity").filter(no -> r.equals("West US"))));
    Clicks.on(robot, "#picker");
    Clicks.on(robot, "West US");
    assertThat(picker.getValue()).isNull();
  }

  @Test
  void theArrowKeysStepOverARefusedRow(FxRobot robot) {
    items(robot, "East US", "West US", "West Europe");
    robot.interact(
        () -> {
          picker.setRefusal(r -> Optional.of("no capacity").filter(no -> r.equals("West US")));
          picker.setValue("East US");
          picker.requestFocus();
        });
    robot.type(KeyCode.DOWN);
    assertThat(picker.getValue()).isEqualTo("West Europe");
    robot.type(KeyCode.UP);
    assertThat(picker.getValue()).isEqualTo("East US");
  }

  @Test
  void aRefusedValueThatTheProgramSetsStays(FxRobot robot) {
    items(robot, "East US", "West US", "West Europe");
    robot.interact(
        () -> {
          picker.setRefusal(r -> Optional.of("no capacity").filter(no -> r.equals("West US")));
          picker.setValue("West US");
        });
    assertThat(picker.getValue()).isEqualTo("West US");
    assertThat(picker.getSelectionModel().getSelectedIndex()).isEqualTo(1);
  }

  @Test
  void typedLettersChooseTheRowThatBeginsWithThem(FxRobot robot) {
    items(robot, "East US", "West US", "West Europe");
    robot.interact(picker::requestFocus);
    type(robot, "west e");
    assertThat(picker.getValue()).isEqualTo("West Europe");
  }

  @Test
  void typedLettersFindAWordInTheMiddle(FxRobot robot) {
    items(robot, "kv-orders", "kv-billing");
    robot.interact(picker::requestFocus);
    type(robot, "bill");
    assertThat(picker.getValue()).isEqualTo("kv-billing");
  }

  @Test
  void theValueSurvivesAReloadOfItsList(FxRobot robot) {
    Listing<String> listing = new Listing<>(new Tasks(waiting::add, Runnable::run, bug -> {}));
    robot.interact(
        () -> {
          picker.setListing(listing);
          listing.loadAll(() -> List.of("East US", "West US"));
          waiting.removeFirst().run();
          picker.setValue("West US");
          listing.reload();
        });
    assertThat(picker.getValue()).isEqualTo("West US");
    robot.interact(() -> waiting.removeFirst().run());
    assertThat(picker.getValue()).isEqualTo("West US");
    assertThat(picker.getSelectionModel().getSelectedIndex()).isEqualTo(1);
  }

  @Test
  void theClosedPickerSaysThatItsListIsLoading(FxRobot robot) {
    Listing<String> listing = new Listing<>(new Tasks(waiting::add, Runnable::run, bug -> {}));
    robot.interact(
        () -> {
          picker.setLoadingText("Loading regions …");
          picker.setListing(listing);
          listing.loadAll(() -> List.of("East US"));
        });
    assertThat(picker.getPromptText()).isEqualTo("Loading regions …");
    robot.interact(() -> waiting.removeFirst().run());
    assertThat(picker.getPromptText()).isEqualTo("Select a region");
  }

  @Test
  void aFailedListSaysWhyInItsFieldUntilTheRetrySucceeds(FxRobot robot) {
    List<String> answers = new ArrayList<>();
    fail(robot, answers);
    assertThat(problem(robot)).contains("The list could not be loaded. You may not list regions.");
    answers.add("East US");
    robot.interact(() -> robot.lookup(".field-notes .link").queryAs(Link.class).fire());
    assertThat(problem(robot)).isEmpty();
    assertThat(picker.getItems()).containsExactly("East US");
  }

  @Test
  void theOpenListOffersTheRetryToo(FxRobot robot) {
    List<String> answers = new ArrayList<>();
    fail(robot, answers);
    answers.add("East US");
    Clicks.on(robot, "#picker");
    Clicks.on(robot, ".picker-placeholder .link");
    assertThat(picker.getItems()).containsExactly("East US");
  }

  @Test
  void aRetryInTheFieldDoesNotOpenTheList(FxRobot robot) {
    fail(robot, new ArrayList<>());
    Clicks.on(robot, ".field-notes .link");
    assertThat(picker.isShowing()).isFalse();
    assertThat(picker.isFocused()).isTrue();
  }

  private void fail(FxRobot robot, List<String> answers) {
    Listing<String> listing = new Listing<>(new Tasks(Runnable::run, Runnable::run, bug -> {}));
    robot.interact(
        () -> {
          picker.setListing(listing);
          listing.loadAll(() -> answer(answers));
          picker.getScene().getRoot().applyCss();
          picker.getScene().getRoot().layout();
        });
  }

  private static List<String> answer(List<String> answers) {
    if (answers.isEmpty()) {
      throw new CloudFailure(
          CloudFailure.Kind.FORBIDDEN, "AuthorizationFailed", "You may not list regions.", "");
    }
    return answers;
  }

  private static Optional<String> problem(FxRobot robot) {
    return robot.lookup(".field-problem").queryAllAs(Label.class).stream()
        .filter(Label::isVisible)
        .map(Label::getText)
        .findFirst();
  }
}
