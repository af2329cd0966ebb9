package dev.wrapkey.ui.deployment;

import dev.wrapkey.ui.control.CopyButton;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The facts of a deployment, each with a button that copies it. */
public final class Facts extends GridPane {

  private final Identifier correlation = new Identifier();
  private final Label notYet = new Label(Texts.text("deployment.correlation.none"));

  public Facts() {
    getStyleClass().add("facts");
    for (int i = 0; i < 2; i++) {
      ColumnConstraints labels = new ColumnConstraints();
      labels.setMinWidth(USE_PREF_SIZE); // words that are longer in German
      ColumnConstraints values = new ColumnConstraints();
      values.setHgrow(Priority.ALWAYS);
      values.setPercentWidth(-1);
      getColumnConstraints().addAll(labels, values);
    }
  }

  void show(DeploymentViewModel viewModel) {
    fact(0, 0, "deployment.name", new Identifier(viewModel.entry().deployment()));
    fact(0, 1, "deployment.subscription", copied(viewModel.subscription(), ""));
    fact(0, 2, "deployment.group", copied(viewModel.entry().id().resourceGroup(), ""));
    fact(
        1,
        0,
        "deployment.started",
        copied(
            Moments.moment(viewModel.entry().started()),
            Texts.text("deployment.utc", Moments.utc(viewModel.entry().started()))));
    notYet.getStyleClass().add("secondary");
    notYet.managedProperty().bind(notYet.visibleProperty());
    notYet.visibleProperty().bind(correlation.textProperty().isEmpty());
    HBox either = new HBox(correlation, notYet);
    either.setAlignment(Pos.CENTER_LEFT);
    fact(1, 1, "deployment.correlation", either);
    update(viewModel);
  }

  /** The correlation id comes with the service's answer. */
  void update(DeploymentViewModel viewModel) {
    correlation.setText(viewModel.correlationId());
  }

  private void fact(int column, int row, String key, Node value) {
    Label label = new Label(Texts.text(key));
    label.getStyleClass().add("secondary");
    label.setMinWidth(USE_PREF_SIZE);
    label.setLabelFor(value);
    add(label, 2 * column, row);
    add(value, 2 * column + 1, row);
  }

  private static HBox copied(String text, String tip) {
    Label words = new Label(text);
    words.setMinWidth(0);
    words.setTooltip(new Tooltip(tip.isEmpty() ? text : tip));
    CopyButton copy = new CopyButton();
    copy.setContent(text);
    copy.setMinWidth(USE_PREF_SIZE);
    HBox both = new HBox(4, words, copy);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }
}
