package dev.wrapkey.ui.table;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/**
 * A cell that draws its row anew.
 *
 * @param <R> a row
 * @param <T> what is shown of it
 */
public final class DrawnCell<R, T> extends TableCell<R, T> {

  private final BiFunction<R, T, ? extends Node> draw;
  private final @Nullable Function<T, String> said;

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
      setGraphic(draw.apply(row, what));
      setAccessibleText(said == null ? null : said.apply(what));
    }
  }
}
