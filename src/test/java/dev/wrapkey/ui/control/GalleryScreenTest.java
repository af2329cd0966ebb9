package dev.wrapkey.ui.control;

import static dev.wrapkey.ui.control.Gallery.boxes;
import static dev.wrapkey.ui.control.Gallery.field;
import static dev.wrapkey.ui.control.Gallery.form;
import static dev.wrapkey.ui.control.Gallery.picker;
import static dev.wrapkey.ui.control.Gallery.styled;
import static dev.wrapkey.ui.control.Gallery.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.ui.Clicks;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Screens;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@OnScreen
class GalleryScreenTest {

  private PaneHost host;
  private Stage stage;

  @Start
  void start(Stage newStage) {
    stage = newStage;
    host = new PaneHost();
    host.setReducedMotion(true);
    Scene scene = new Scene(host, Screens.WIDTH, Screens.HEIGHT);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void show(FxRobot robot, Node node) {
    robot.interact(() -> host.setContent(node));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void formRows(FxRobot robot) {
    robot.interact(() -> host.setContent(form()));
    Clicks.on(robot, "#name");
    Screens.take(robot, stage, "control-form");
  }

  @Test
  void boxesStatesAndButtons(FxRobot robot) {
    robot.interact(() -> host.setContent(boxes()));
    Screens.take(robot, stage, "control-boxes");
  }

  @Test
  void anInfoButtonExplainsToTheKeyboard(FxRobot robot) {
    Field field = field("Region", text("East US"));
    field.setInfo(
        "Choose the region that is right for you and your customers. The key must be in the same"
            + " one.");
    VBox box = new VBox(120, new Label(), field);
    box.getStyleClass().addAll("page", "page-body");
    show(robot, box);
    Clicks.on(robot, ".text-field");
    robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
    assertThat(robot.lookup(".bubble-words").queryAll()).hasSize(1);
    Screens.take(robot, stage, "control-info");
  }

  @Test
  void anOpenPickerShowsWhyARowCannotBeChosen(FxRobot robot) {
    Picker<String> vaults =
        picker("kv-orders-eastus", "kv-orders-eastus", "kv-legacy", "kv-lab", "kv-audit-eastus");
    vaults.setRefusal(
        name ->
            switch (name) {
              case "kv-legacy" -> Optional.of("West Europe; the server is in East US");
              case "kv-lab" -> Optional.of("purge protection is off");
              default -> Optional.empty();
            });
    vaults.setDetail(name -> "East US");
    vaults.setId("vaults");
    VBox box = new VBox(field("Key vault", vaults));
    box.getStyleClass().addAll("page", "page-body");
    show(robot, box);
    Clicks.on(robot, "#vaults");
    Screens.take(robot, stage, "control-picker");
    Clicks.on(robot, "kv-legacy");
    assertThat(vaults.getValue()).isEqualTo("kv-orders-eastus");
  }

  @Test
  void aPickerTellsWhatItsListIsDoing(FxRobot robot) {
    List<Runnable> waiting = new ArrayList<>();
    Tasks slow = new Tasks(waiting::add, Runnable::run, t -> {});
    Tasks now = new Tasks(Runnable::run, Runnable::run, t -> {});
    Listing<String> loading = new Listing<>(slow);
    loading.loadAll(List::of);
    Listing<String> failed = new Listing<>(now);
    failed.loadAll(
        () -> {
          throw new CloudFailure(
              CloudFailure.Kind.FORBIDDEN,
              "AuthorizationFailed",
              "You may not list key vaults here.",
              "");
        });
    Listing<String> empty = new Listing<>(now);
    empty.loadAll(List::of);
    Picker<String> first = listed("loading", loading);
    Picker<String> second = listed("failed", failed);
    Picker<String> third = listed("empty", empty);
    VBox box = new VBox(field("Loading", first), field("Failed", second), field("Empty", third));
    box.getStyleClass().addAll("page", "page-body");
    show(robot, box);
    Clicks.on(robot, "#loading");
    Screens.take(robot, stage, "control-picker-loading");
    robot.push(KeyCode.ESCAPE);
    Clicks.on(robot, "#failed");
    Screens.take(robot, stage, "control-picker-failed");
    robot.push(KeyCode.ESCAPE);
    Clicks.on(robot, "#empty");
    Screens.take(robot, stage, "control-picker-empty");
  }

  @Test
  void aSidePane(FxRobot robot) {
    show(robot, form());
    SidePane pane = new SidePane();
    pane.setTitle("Select a key");
    Field vault = field("Key vault", picker("kv-orders-eastus", "kv-orders-eastus"));
    Field key = field("Key", picker("orders-kek", "orders-kek"));
    key.setUnder(new Link("Create new"));
    for (Field each : List.of(vault, key)) {
      each.setStacked(true);
      each.setControlWidth(520);
      each.setRequired(true);
    }
    pane.setBody(styled(new VBox(vault, key), "form"));
    pane.getFooter().add(styled(new Button("Select"), "primary"));
    robot.interact(() -> host.show(pane));
    Screens.take(robot, stage, "control-pane");
  }

  private static Picker<String> listed(String id, Listing<String> listing) {
    Picker<String> picker = new Picker<>();
    picker.setId(id);
    picker.setPromptText("Select a key vault");
    picker.setLoadingText("Loading key vaults …");
    picker.setEmptyText("No key vaults in this subscription");
    picker.setListing(listing);
    return picker;
  }
}
