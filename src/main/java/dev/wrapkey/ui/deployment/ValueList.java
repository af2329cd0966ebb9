package dev.wrapkey.ui.deployment;

import dev.wrapkey.export.Input;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Names and values of a template, the values to be copied. */
final class ValueList {

  private static final double NAMES = 220;

  private ValueList() {}

  /** What the template was given. */
  static Node of(List<Input> inputs, String explanation) {
    GridPane grid = grid();
    for (int row = 0; row < inputs.size(); row++) {
      Input input = inputs.get(row);
      Label name = new Label(input.name());
      name.setTooltip(new Tooltip(input.about()));
      Node value = value(input);
      value.setId("input-" + input.name());
      name.setLabelFor(value);
      grid.addRow(row, name, value);
    }
    return page(explanation, grid);
  }

  private static Node value(Input input) {
    if (input.isSecret()) {
      Label kept = new Label(Texts.text("deployment.inputs.secret"));
      kept.getStyleClass().add("secondary");
      return kept;
    }
    return new Identifier(input.value());
  }

  private static GridPane grid() {
    GridPane grid = new GridPane(12, 10);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(new ColumnConstraints(NAMES), values);
    return grid;
  }

  private static Node page(String explanation, GridPane grid) {
    Label words = new Label(explanation);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    VBox body = new VBox(16, words, grid);
    body.getStyleClass().add("blade-body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("blade-scroll");
    return scroll;
  }
}
