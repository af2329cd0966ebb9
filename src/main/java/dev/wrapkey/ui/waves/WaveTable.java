package dev.wrapkey.ui.waves;

import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * A table of servers whose cells follow their rows.
 *
 * @param <R> a row
 */
public abstract class WaveTable<R> extends TableView<R> {

  private static final double ROW = 36;

  WaveTable() {
    getStyleClass().add("data-table");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setFixedCellSize(ROW);
  }

  /** Shows rows, in the order a person wants. */
  final void show(ObservableList<R> rows) {
    SortedList<R> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
  }

  final void column(String key, double width, Function<R, ObservableValue<Said>> said) {
    TableColumn<R, Said> column = new TableColumn<>(Texts.text(key));
    column.setPrefWidth(width);
    column.setMinWidth(width / 2);
    column.setCellValueFactory(each -> said.apply(each.getValue()));
    column.setCellFactory(c -> new Cell<>());
    column.setComparator((a, b) -> String.CASE_INSENSITIVE_ORDER.compare(a.rank(), b.rank()));
    getColumns().add(column);
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
