package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every operation of a deployment: what it is about, its type, its status, and a way to more. */
public final class StepTable extends GridPane {

  private static final double[] WIDTHS = {250, 250, 170, 130};
  private static final double LEAST = 0.6;

  public StepTable() {
    getStyleClass().add("detail-table");
    for (double width : WIDTHS) {
      ColumnConstraints column =
          new ColumnConstraints(width * LEAST, width, Region.USE_COMPUTED_SIZE);
      column.setHgrow(Priority.SOMETIMES);
      getColumnConstraints().add(column);
    }
  }

  void head(String... keys) {
    for (int i = 0; i < keys.length; i++) {
      Label head = new Label(Texts.text(keys[i]));
      head.getStyleClass().addAll("strong", "detail-cell");
      head.setMaxWidth(Double.MAX_VALUE);
      add(head, i, 0);
    }
  }

  /**
   * Adds an operation.
   *
   * @param details shows all there is to know of it
   */
  void add(StepRow row, Consumer<StepRow> details) {
    StatusLabel state = new StatusLabel();
    state.setWrapText(false);
    Link more = new Link(Texts.text("deployment.operation"));
    more.setAccessibleText(Texts.text("deployment.operation.what", row.resource()));
    more.setId("operation-" + row.id());
    more.setOnAction(e -> details.accept(row));
    row.newsProperty().subscribe(news -> show(state, row));
    Label what = cell(Texts.text(row.words()));
    what.getStyleClass().add("page-subtitle");
    VBox resource = new VBox(cell(row.resource()), what);
    Label type = cell(row.type());
    type.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    row(resource, type, state, more);
  }

  void row(Node... cells) {
    int row = getRowCount();
    for (int i = 0; i < cells.length; i++) {
      cells[i].getStyleClass().add("detail-cell");
      if (cells[i] instanceof Region region) {
        region.setMaxWidth(Double.MAX_VALUE);
        region.setMaxHeight(Double.MAX_VALUE);
      }
      add(cells[i], i, row);
    }
  }

  static Label cell(String text) {
    Label label = new Label(text);
    label.setMinWidth(0);
    label.setTooltip(new Tooltip(text));
    return label;
  }

  /** Takes all rows away but the head. */
  void clear() {
    getChildren()
        .removeIf(node -> GridPane.getRowIndex(node) != null && GridPane.getRowIndex(node) > 0);
  }

  private static void show(StatusLabel label, StepRow row) {
    Optional<Progress.Event> news = row.newsProperty().get();
    label.setKind(
        news.map(n -> kindOf(n.state()))
            .orElse(row.isBefore() ? StatusLabel.Kind.OK : StatusLabel.Kind.NONE));
    label.setText(
        Texts.text(
            news.map(n -> "deployment.state." + n.state())
                .orElse(row.isBefore() ? "deployment.state.before" : "deployment.state.none")));
    label.setTooltip(new Tooltip(label.getText()));
  }

  static StatusLabel.Kind kindOf(Progress.State state) {
    return switch (state) {
      case STARTED, RUNNING -> StatusLabel.Kind.BUSY;
      case RETRYING, CANCELLED -> StatusLabel.Kind.WARNING;
      case ENDED -> StatusLabel.Kind.OK;
      case SKIPPED -> StatusLabel.Kind.INFO;
      case FAILED -> StatusLabel.Kind.ERROR;
    };
  }
}
