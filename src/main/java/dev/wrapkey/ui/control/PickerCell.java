package dev.wrapkey.ui.control;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A row of a {@link Picker}: the name, and at its right either a detail or the reason why it cannot
 * be chosen.
 */
final class PickerCell<T> extends ListCell<T> {

  private final Picker<T> picker;
  private final Label name = new Label();
  private final Label aside = new Label();
  private final Tooltip whole = new Tooltip();
  private final HBox row;

  PickerCell(Picker<T> picker) {
    this.picker = picker;
    aside.getStyleClass().add("picker-aside");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    name.setMinWidth(USE_PREF_SIZE);
    row = new HBox(name, gap, aside);
    row.getStyleClass().add("picker-row");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable T item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    if (empty || item == null) {
      setGraphic(null);
      setTooltip(null);
      setDisable(false);
      return;
    }
    picker.rowSeen(item);
    Optional<String> refusal = picker.refusalOf(item);
    name.setText(picker.textOf(item));
    aside.setText(refusal.orElseGet(() -> picker.detailOf(item)));
    setAccessibleText(name.getText() + " " + aside.getText());
    setDisable(refusal.isPresent());
    whole.setText(getAccessibleText());
    setTooltip(aside.getText().isEmpty() ? null : whole);
    setGraphic(row);
  }
}
