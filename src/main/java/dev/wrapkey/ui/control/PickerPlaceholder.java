package dev.wrapkey.ui.control;

import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What the open list of a {@link Picker} shows instead of rows. */
final class PickerPlaceholder extends HBox {

  private static final double FRAME = 4;

  private final Picker<?> picker;

  PickerPlaceholder(Picker<?> picker) {
    this.picker = picker;
    getStyleClass().add("picker-placeholder");
    prefWidthProperty().bind(picker.widthProperty().subtract(FRAME));
    show(Listing.State.READY, Optional.empty());
  }

  void show(Listing.State state, Optional<? extends Listing<?>> listing) {
    switch (state) {
      case LOADING -> getChildren().setAll(new Spinner(), words(picker.getLoadingText()));
      case FAILED -> listing.ifPresent(this::fail);
      case IDLE, READY -> getChildren().setAll(empty());
    }
  }

  private void fail(Listing<?> listing) {
    Link retry = new Link(Texts.text("control.retry"));
    retry.setMinWidth(USE_PREF_SIZE);
    retry.setOnMousePressed(
        e -> listing.reload()); // the list closes on release, before a click would count
    getChildren().setAll(new Icon("error"), words(Texts.text("control.failed")), retry);
  }

  private Label empty() {
    Label label = words("");
    label.textProperty().bind(picker.emptyTextProperty());
    return label;
  }

  private static Label words(String text) {
    return new Label(text);
  }
}
