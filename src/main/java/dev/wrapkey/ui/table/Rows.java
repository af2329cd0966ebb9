package dev.wrapkey.ui.table;

import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.keyboard.Shortcut;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** The rows of a table: their order, and the ways to open one. */
public final class Rows {

  private Rows() {}

  /** Shows rows, in the order a person wants. */
  public static <R> void show(TableView<R> table, ObservableList<R> rows) {
    SortedList<R> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
  }

  /** Has Enter on a row and a double click open it. */
  public static <R> void opened(TableView<R> table, Consumer<R> open) {
    table.setRowFactory(t -> row(open));
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          R selected = table.getSelectionModel().getSelectedItem();
          if (Shortcut.OPEN.matches(event) && selected != null) {
            event.consume();
            open.accept(selected);
          }
        });
  }

  private static <R> TableRow<R> row(Consumer<R> open) {
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

  /** Words in a row that open it. */
  public static Link link(String text, Runnable open) {
    Link link = new Link(text);
    link.setFocusTraversable(false); // Enter on the row opens it
    link.setOnAction(e -> open.run());
    return link;
  }
}
