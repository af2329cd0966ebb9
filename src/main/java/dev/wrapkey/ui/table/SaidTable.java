package dev.wrapkey.ui.table;

import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.keyboard.Shortcut;
import dev.wrapkey.ui.view.Texts;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A table whose cells follow their rows.
 *
 * @param <R> a row
 */
public abstract class SaidTable<R> extends TableView<R> {

  private static final double ROW = 36;

  private Consumer<R> open = row -> {};

  protected SaidTable() {
    getStyleClass().add("data-table");
    Heads.tell(this);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setFixedCellSize(ROW);
  }

  /** Shows rows, in the order a person wants. */
  public final void show(ObservableList<R> rows) {
    SortedList<R> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
  }

  /** As above; Enter, a double click, or a click on the link of a row opens it. */
  public final void show(ObservableList<R> rows, Consumer<R> onOpen) {
    open = onOpen;
    show(rows);
    setRowFactory(table -> row());
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /**
   * A column of words, with a sign where there is one to show.
   *
   * @param key of its title
   */
  protected final TableColumn<R, Said> column(
      String key, double width, Function<R, ObservableValue<Said>> said) {
    TableColumn<R, Said> column = bare(key, width, said);
    column.setCellFactory(c -> new Cell<>());
    return column;
  }

  /** A column of words that open the row. */
  protected final TableColumn<R, Said> link(String key, double width, Function<R, Said> said) {
    TableColumn<R, Said> column =
        bare(key, width, row -> new ReadOnlyObjectWrapper<>(said.apply(row)));
    column.setCellFactory(
        c ->
            new DrawnCell<>(
                (row, what) -> {
                  Link link = new Link(what.text());
                  link.setFocusTraversable(false); // Enter on the row opens it
                  link.setOnAction(e -> open.accept(row));
                  link.setTooltip(new Tooltip(what.whole()));
                  return link;
                },
                Said::text));
    return column;
  }

  private TableColumn<R, Said> bare(
      String key, double width, Function<R, ObservableValue<Said>> said) {
    TableColumn<R, Said> column = new TableColumn<>(Texts.text(key));
    column.setPrefWidth(width);
    column.setMinWidth(width / 2);
    column.setCellValueFactory(each -> said.apply(each.getValue()));
    column.setComparator((a, b) -> String.CASE_INSENSITIVE_ORDER.compare(a.rank(), b.rank()));
    getColumns().add(column);
    return column;
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

  /** A cell with a sign where there is one to show, whole in its tooltip. */
  private static final class Cell<R> extends TableCell<R, Said> {

    private final StatusLabel sign = new StatusLabel();
    private final Label words = new Label();
    private final Tooltip whole = new Tooltip();

    Cell() {
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      sign.setWrapText(false);
      whole.setWrapText(true);
      whole.setMaxWidth(480);
    }

    @Override
    protected void updateItem(@Nullable Said said, boolean empty) {
      super.updateItem(said, empty);
      if (empty || said == null || said.text().isEmpty()) {
        setGraphic(null);
        setAccessibleText(null);
      } else {
        setGraphic(drawn(said));
        setAccessibleText(said.text());
      }
    }

    private Label drawn(Said said) {
      Label label = said.kind() == StatusLabel.Kind.NONE ? words : sign;
      sign.setKind(said.kind());
      label.setText(said.text());
      whole.setText(said.whole());
      label.setTooltip(whole);
      return label;
    }
  }
}
