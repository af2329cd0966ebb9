package dev.wrapkey.ui.rotation;

import dev.wrapkey.rotation.AzCommand;
import dev.wrapkey.rotation.PlannedStep;
import dev.wrapkey.ui.control.CommandBox;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One step of a rotation: what it will do, what it did, and the command that does the same. */
final class StepCard extends HBox {

  private static final double STATE_WIDTH = 150;

  private final String id;
  private final Set<String> unfolded;
  private final VBox commands = new VBox();

  /**
   * @param unfolded the ids of those steps whose commands are shown
   */
  StepCard(PlannedStep step, StepStanding standing, List<String> did, Set<String> unfolded) {
    this.id = step.step().id();
    this.unfolded = unfolded;
    setId("step-" + id);
    getStyleClass().add("rotation-step");
    setAlignment(Pos.TOP_LEFT);
    setSpacing(12);
    StatusLabel state = new StatusLabel(standing.kind(), standing.words());
    state.setMinWidth(STATE_WIDTH);
    state.setPrefWidth(STATE_WIDTH);
    VBox body = new VBox();
    body.setSpacing(2);
    HBox.setHgrow(body, Priority.ALWAYS);
    body.getChildren().add(words(Texts.text("rotation.step." + id), "strong"));
    step.deeds().forEach(deed -> body.getChildren().add(words(DeedWords.of(deed), "body-text")));
    if (!step.isNeeded()) {
      body.getChildren().add(words(Texts.text("rotation.nothing"), "secondary"));
    }
    standing.detail().forEach(text -> body.getChildren().add(words(text, "secondary")));
    did.forEach(text -> body.getChildren().add(new StatusLabel(StatusLabel.Kind.OK, text)));
    if (!step.commands().isEmpty()) {
      body.getChildren().addAll(toggle(), commands);
      step.commands().stream()
          .map(AzCommand::bash)
          .forEach(text -> commands.getChildren().add(new CommandBox(text)));
      commands.setSpacing(4);
    }
    getChildren().setAll(state, body);
  }

  private Link toggle() {
    Link link = new Link();
    link.setId("az-" + id);
    link.setOnAction(
        e -> {
          if (!unfolded.remove(id)) {
            unfolded.add(id);
          }
          show(link);
        });
    show(link);
    return link;
  }

  private void show(Link link) {
    boolean open = unfolded.contains(id);
    link.setText(Texts.text(open ? "rotation.az.hide" : "rotation.az.show"));
    link.setAccessibleText(link.getText() + ": " + Texts.text("rotation.step." + id));
    Shown.now(commands, open);
  }

  private static Label words(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }
}
