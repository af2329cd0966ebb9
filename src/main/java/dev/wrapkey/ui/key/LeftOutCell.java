package dev.wrapkey.ui.key;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A store that is not offered: its name, and below it the reason. */
final class LeftOutCell extends ListCell<LeftOut> {

  private final Label name = new Label();
  private final Label reason = new Label();
  private final VBox row = new VBox(name, reason);

  LeftOutCell() {
    name.getStyleClass().add("strong");
    reason.setWrapText(true);
    reason.getStyleClass().add("secondary");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable LeftOut item, boolean empty) {
    super.updateItem(item, empty);
    setGraphic(empty || item == null ? null : row);
    if (item != null) {
      name.setText(item.store());
      reason.setText(item.reason());
    }
  }
}
