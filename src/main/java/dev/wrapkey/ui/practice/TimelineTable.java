package dev.wrapkey.ui.practice;

import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.keyboard.Shortcut;
import dev.wrapkey.ui.practice.PracticeSteering.Due;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The list of what will happen; Enter, or the link in a row, goes to what it happens to. */
public final class TimelineTable extends TableView<Due> {

  private static final double ROW = 32;

  public TimelineTable() {
    getStyleClass().add("data-table");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setFixedCellSize(ROW);
  }

  /** Fills it, from then on. */
  void follow(TimelineViewModel timeline) {
    column("practice.timeline.at", 150, due -> still(Moments.utc(due.at())), null);
    column(
        "practice.timeline.in",
        100,
        due -> timeline.nowProperty().map(now -> timeline.until(due)),
        null);
    column("practice.timeline.kind", 150, due -> still(TimelineViewModel.words(due.kind())), null);
    column("practice.timeline.what", 290, due -> still(due.what()), null);
    column("practice.timeline.name", 220, due -> still(Steering.name(due.resource())), timeline);
    setOnKeyPressed(
        key -> {
          Due due = getSelectionModel().getSelectedItem();
          if (Shortcut.OPEN.matches(key) && due != null) {
            timeline.visit(due);
          }
        });
  }

  private static ObservableValue<String> still(String text) {
    return new ReadOnlyStringWrapper(text);
  }

  private void column(
      String key,
      double width,
      Function<Due, ObservableValue<String>> text,
      @Nullable TimelineViewModel linked) {
    TableColumn<Due, String> column = new TableColumn<>(Texts.text(key));
    column.setPrefWidth(width);
    column.setMinWidth(width * 2 / 3);
    column.setSortable(false);
    column.setCellValueFactory(row -> text.apply(row.getValue()));
    column.setCellFactory(each -> new Cell(linked));
    getColumns().add(column);
  }

  /** Text that is whole in its tooltip; a link where it leads somewhere. */
  private static final class Cell extends TableCell<Due, String> {

    private final @Nullable TimelineViewModel linked;
    private final Label label = new Label();
    private final Link link = new Link();
    private final Tooltip whole = new Tooltip();

    // The time that is left is another one each second: its label stays.
    Cell(@Nullable TimelineViewModel linked) {
      this.linked = linked;
      label.setTooltip(whole);
      link.setTooltip(whole);
      link.setFocusTraversable(false); // Enter on the row does the same
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      Due due = getTableRow() == null ? null : getTableRow().getItem();
      setText(null);
      if (empty || text == null || due == null) {
        setGraphic(null);
        setAccessibleText(null);
      } else {
        setGraphic(drawn(due, text));
        setAccessibleText(text);
      }
    }

    private Node drawn(Due due, String text) {
      TimelineViewModel timeline = linked;
      if (timeline == null || !TimelineViewModel.leads(due)) {
        label.setText(text);
        whole.setText(text);
        return label;
      }
      link.setText(text);
      whole.setText(due.resource());
      link.setOnAction(e -> timeline.visit(due));
      return link;
    }
  }
}
