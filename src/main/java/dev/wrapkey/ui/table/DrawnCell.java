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
 * @param <T> what is shown of it
 */
public final class DrawnCell<R, T> extends TableCell<R, T> {

  private final BiFunction<R, T, ? extends Node> draw;
  private final @Nullable Function<T, String> said;
  private @Nullable Drawing<R, T> kept;

  /** A cell whose nodes speak for themselves. */
  public DrawnCell(BiFunction<R, T, ? extends Node> draw) {
    this(draw, null);
  }

  /**
   * A cell with words of its own.
   *
   * @param said what a screen reader says
   */
  public DrawnCell(BiFunction<R, T, ? extends Node> draw, @Nullable Function<T, String> said) {
    this.draw = draw;
    this.said = said;
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  protected void updateItem(@Nullable T what, boolean empty) {
    super.updateItem(what, empty);
    R row = getTableRow() == null ? null : getTableRow().getItem();
    if (empty || what == null || row == null) {
      setGraphic(null);
      setAccessibleText(null);
    } else {
      setGraphic(drawn(row, what));
      setAccessibleText(said == null ? null : said.apply(what));
    }
  }

  private Node drawn(R row, T what) {
    Drawing<R, T> last = kept;
    if (last != null && Objects.equals(last.row, row) && Objects.equals(last.what, what)) {
      return last.node;
    }
    Drawing<R, T> next = new Drawing<>(row, what, draw.apply(row, what));
    kept = next;
    return next.node;
  }

  private record Drawing<R, T>(R row, T what, Node node) {}
}
