package dev.wrapkey.ui.key;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A store that is not offered: its name and the reason; the whole sentence in its tooltip. */
final class LeftOutCell extends ListCell<LeftOut> {

  private static final double NAME = 170;

  private final Label name = new Label();
  private final Label reason = new Label();
  private final Tooltip whole = new Tooltip();
  private final HBox row = new HBox(12, name, reason);

  LeftOutCell() {
    name.getStyleClass().add("strong");
    name.setMinWidth(NAME);
    name.setPrefWidth(NAME);
    reason.getStyleClass().add("secondary");
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable LeftOut item, boolean empty) {
    super.updateItem(item, empty);
    setGraphic(empty || item == null ? null : row);
    setTooltip(item == null ? null : whole);
    if (item != null) {
      whole.setText(item.details());
      name.setText(item.store());
      reason.setText(item.reason());
    }
  }
}
