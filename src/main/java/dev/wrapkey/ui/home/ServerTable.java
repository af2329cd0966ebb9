package dev.wrapkey.ui.home;

import dev.wrapkey.ui.keyboard.Shortcut;
import dev.wrapkey.ui.table.Columns;
import dev.wrapkey.ui.table.DrawnCell;
import dev.wrapkey.ui.table.Heads;
import dev.wrapkey.ui.view.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** The table of servers. Enter, a double click, or a click on the name opens one. */
public final class ServerTable extends TableView<ServerRow> {

  /** What is shown until somebody chooses. */
  static final List<String> USUAL =
      List.of("name", "subscription", "region", "state", "encryption", "key", "version", "status");

  private static final List<String> NUMBERS = List.of("postgres", "storage");

  private Consumer<ServerRow> open = row -> {};

  public ServerTable() {
    getStyleClass().add("data-table");
    Heads.tell(this);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    add(
        "name",
        116,
        ServerRow::name,
        (row, text) -> ServerCells.link(text, () -> open.accept(row)));
    add("subscription", 138, ServerRow::subscription, (row, text) -> ServerCells.words(text));
    add("group", 120, ServerRow::group, (row, text) -> ServerCells.words(text));
    add("region", 90, ServerRow::region, (row, text) -> ServerCells.words(text));
    add("state", 110, ServerRow::state, ServerCells::state);
    add("encryption", 136, ServerRow::encryption, (row, text) -> ServerCells.words(text));
    add("key", 86, ServerRow::keyName, (row, text) -> ServerCells.words(text));
    observe(
        "version",
        172,
        row -> row.standingProperty().map(s -> row.version() + s),
        ServerCells::version);
    add("status", 84, ServerRow::keyStatus, ServerCells::keyStatus);
    add("identity", 120, ServerRow::identity, (row, text) -> ServerCells.words(text));
    add("postgres", 90, ServerRow::postgres, (row, text) -> ServerCells.words(text));
    add("compute", 140, ServerRow::compute, (row, text) -> ServerCells.words(text));
    add(
        "storage",
        90,
        row -> String.valueOf(row.storage()),
        (row, text) -> ServerCells.words(text));
    NUMBERS.forEach(name -> column(name).setComparator(Comparator.comparingInt(Integer::parseInt)));
    setRowFactory(table -> row());
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  void show(ObservableList<ServerRow> rows, Consumer<ServerRow> onOpen) {
    open = onOpen;
    SortedList<ServerRow> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
  }

  /** Shows the columns of these names, and the name of the server always. */
  void showColumns(List<String> names) {
    chooser().show(names);
  }

  /** The names of the columns that are shown. */
  List<String> shownColumns() {
    return chooser().shown();
  }

  /** One item for each column that may be hidden. */
  List<CheckMenuItem> columnItems() {
    return chooser().items();
  }

  private Columns<ServerRow> chooser() {
    return new Columns<>(this, "name");
  }

  @SuppressWarnings("unchecked") // all columns are added here
  private TableColumn<ServerRow, String> column(String name) {
    return (TableColumn<ServerRow, String>) chooser().column(name);
  }

  private void add(
      String key,
      double width,
      Function<ServerRow, String> text,
      BiFunction<ServerRow, String, Node> node) {
    observe(key, width, row -> new ReadOnlyStringWrapper(text.apply(row)), node);
  }

  private void observe(
      String key,
      double width,
      Function<ServerRow, ObservableValue<String>> text,
      BiFunction<ServerRow, String, Node> node) {
    TableColumn<ServerRow, String> column = new TableColumn<>(Texts.text("home.column." + key));
    Columns.name(column, key);
    column.setMinWidth(64);
    column.setPrefWidth(width);
    column.setCellValueFactory(each -> text.apply(each.getValue()));
    column.setCellFactory(c -> new DrawnCell<>(node, shown -> null));
    column.setComparator(String.CASE_INSENSITIVE_ORDER);
    getColumns().add(column);
  }

  private TableRow<ServerRow> row() {
    TableRow<ServerRow> row = new TableRow<>();
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
    ServerRow selected = getSelectionModel().getSelectedItem();
    if (Shortcut.OPEN.matches(event) && selected != null) {
      event.consume();
      open.accept(selected);
    }
  }
}
