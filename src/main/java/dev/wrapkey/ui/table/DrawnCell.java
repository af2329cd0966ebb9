package dev.wrapkey.ui.table;

import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/**
 * A cell that draws its row. What it drew it keeps until the row or the value is another one: a
 * node that is made anew has no style for one frame, and a table takes its cells away from their
 * rows and gives them back whenever it is laid out.
 *
 * @param <R> a row
 * @param <V> what the column shows of it
 */
public final class DrawnCell<R, V> extends TableCell<R, V> {

  private final BiFunction<R, V, ? extends Node> draw;
  private final Function<V, @Nullable String> words;
  private @Nullable Drawing<R, V> kept;

  /**
   * @param draw what stands in the cell
   * @param words what it says to who does not see it; null leaves that to what was drawn
   */
  public DrawnCell(BiFunction<R, V, ? extends Node> draw, Function<V, @Nullable String> words) {
    this.draw = draw;
    this.words = words;
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  protected void updateItem(@Nullable V value, boolean empty) {
    super.updateItem(value, empty);
    R row = getTableRow() == null ? null : getTableRow().getItem();
    if (empty || value == null || row == null) {
      setGraphic(null);
      setAccessibleText(null);
    } else {
      setGraphic(drawn(row, value));
      setAccessibleText(words.apply(value));
    }
  }

  private Node drawn(R row, V value) {
    Drawing<R, V> last = kept;
    if (last != null && Objects.equals(last.row, row) && Objects.equals(last.value, value)) {
      return last.node;
    }
    Drawing<R, V> next = new Drawing<>(row, value, draw.apply(row, value));
    kept = next;
    return next.node;
  }

  private record Drawing<R, V>(R row, V value, Node node) {}
}
