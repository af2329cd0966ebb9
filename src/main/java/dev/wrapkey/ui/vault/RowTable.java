package dev.wrapkey.ui.vault;

import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.keyboard.Shortcut;
import dev.wrapkey.ui.table.DrawnCell;
import dev.wrapkey.ui.table.Heads;
import dev.wrapkey.ui.view.Texts;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * A table whose rows can be opened: by Enter, a double click, or a click on the link in them.
 *
 * @param <R> a row
 */
public abstract class RowTable<R> extends TableView<R> {

  private static final double LEAST = 0.6;
  private static final double ROW = 36;
  private static final double HEAD = 34;

  private Consumer<R> open = row -> {};

  RowTable() {
    getStyleClass().add("data-table");
    Heads.tell(this);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setRowFactory(table -> row());
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /** Shows rows, in the order a person wants. */
  final void show(ObservableList<R> rows, Consumer<R> onOpen) {
    open = onOpen;
    SortedList<R> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
  }

  /** Makes the table as high as its rows, up to a number of them. */
  final void fit(int most) {
    setFixedCellSize(ROW);
    InvalidationListener measure = changed -> measure(most);
    getItems().addListener(measure);
    measure(most);
  }

  private void measure(int most) {
    double height = HEAD + ROW * Math.clamp(getItems().size(), 1, most) + 2;
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
  }

  final void words(String key, double width, Function<R, String> text) {
    column(key, width, row -> still(Said.plain(text.apply(row))), (row, said) -> label(said));
  }

  final void link(String key, double width, Function<R, String> text) {
    column(
        key,
        width,
        row -> still(Said.plain(text.apply(row))),
        (row, said) -> {
          Link link = new Link(said.text());
          link.setFocusTraversable(false); // Enter on the row opens it
          link.setOnAction(e -> open.accept(row));
          return link;
        });
  }

  final void status(String key, double width, Function<R, Said> said) {
    observe(key, width, row -> still(said.apply(row)));
  }

  final void observe(String key, double width, Function<R, ObservableValue<Said>> said) {
    column(
        key,
        width,
        said,
        (row, now) -> now.kind() == StatusLabel.Kind.NONE ? label(now) : sign(now));
  }

  /** A column of identifiers, shortened in their middle. */
  final void identifier(String key, double width, Function<R, String> text) {
    column(
        key,
        width,
        row -> still(Said.plain(text.apply(row))),
        (row, said) -> {
          Label label = label(said);
          label.getStyleClass().add("mono");
          label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
          return label;
        });
  }

  private static Labeled whole(Labeled node, Said said) {
    if (!said.text().isEmpty()) {
      node.setTooltip(new Tooltip(said.text()));
    }
    return node;
  }

  private static Label label(Said said) {
    return new Label(said.text());
  }

  private static StatusLabel sign(Said said) {
    StatusLabel label = new StatusLabel(said.kind(), said.text());
    label.setWrapText(false);
    return label;
  }

  private static ObservableValue<Said> still(Said said) {
    return new ReadOnlyObjectWrapper<>(said);
  }

  private void column(
      String key,
      double width,
      Function<R, ObservableValue<Said>> said,
      BiFunction<R, Said, Labeled> draw) {
    TableColumn<R, Said> column = new TableColumn<>(Texts.text(key));
    column.setPrefWidth(width);
    column.setMinWidth(width * LEAST);
    column.setCellValueFactory(each -> said.apply(each.getValue()));
    column.setCellFactory(
        c -> new DrawnCell<>((row, now) -> whole(draw.apply(row, now), now), Said::text));
    column.setComparator((a, b) -> String.CASE_INSENSITIVE_ORDER.compare(a.text(), b.text()));
    getColumns().add(column);
  }

  private TableRow<R> row() {
    TableRow<R> row = new TableRow<>();
    row.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        click -> {
          if (click.getButton() == MouseButton.PRIMARY
              && click.getClickCount() == 2
              && !row.isEmpty()) {
            open.accept(row.getItem());
          }
        });
    return row;
  }

  private void onKey(KeyEvent event) {
    R selected = getSelectionModel().getSelectedItem();
    if (Shortcut.OPEN.matches(event) && selected != null) {
      event.consume();
      open.accept(selected);
    }
  }
}
