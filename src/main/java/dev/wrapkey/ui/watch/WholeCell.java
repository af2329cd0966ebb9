package dev.wrapkey.ui.watch;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A cell whose words are whole in its tooltip. */
final class WholeCell<T> extends TableCell<T, String> {

  @Override
  protected void updateItem(@Nullable String words, boolean empty) {
    super.updateItem(words, empty);
    boolean blank = empty || words == null || words.isEmpty();
    setText(blank ? null : words);
    setTooltip(blank ? null : new Tooltip(words));
  }
}
