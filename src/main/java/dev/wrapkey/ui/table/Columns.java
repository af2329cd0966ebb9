package dev.wrapkey.ui.table;

import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Which columns of a table are shown. Their ids are their names after {@code column-}.
 *
 * @param table whose columns
 * @param always the name of the one that cannot be hidden
 */
public record Columns<R>(TableView<R> table, String always) {

  private static final String ID = "column-";

  /** Gives a column its name. */
  public static void name(TableColumn<?, ?> column, String name) {
    column.setId(ID + name);
  }

  /** The column of a name. */
  public TableColumn<R, ?> column(String name) {
    return table.getColumns().stream().filter(c -> name(c).equals(name)).findFirst().orElseThrow();
  }

  /** Shows the columns of these names, and the one that is always there. */
  public void show(List<String> names) {
    table
        .getColumns()
        .forEach(c -> c.setVisible(names.contains(name(c)) || name(c).equals(always)));
  }

  /** The names of the columns that are shown. */
  public List<String> shown() {
    return table.getColumns().stream().filter(TableColumn::isVisible).map(Columns::name).toList();
  }

  /** One item for each column that may be hidden. */
  public List<CheckMenuItem> items() {
    return table.getColumns().stream()
        .filter(c -> !name(c).equals(always))
        .map(Columns::item)
        .toList();
  }

  private static CheckMenuItem item(TableColumn<?, ?> column) {
    CheckMenuItem item = new CheckMenuItem(column.getText());
    item.setId("show-" + name(column));
    item.selectedProperty().bindBidirectional(column.visibleProperty());
    return item;
  }

  private static String name(TableColumn<?, ?> column) {
    return column.getId().substring(ID.length());
  }
}
