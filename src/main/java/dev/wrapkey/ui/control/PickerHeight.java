package dev.wrapkey.ui.control;

import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets an open list grow while its rows come, and shrink while they are narrowed. The toolkit
 * measures it when it opens and never again: opened while it loads, it would stay one row high.
 */
final class PickerHeight {

  private final Picker<?> picker;
  private final InvalidationListener onRows = o -> look();
  private final PauseTransition soon = new PauseTransition(Duration.ONE);
  private @Nullable ObservableList<?> followed;
  private int opened;

  PickerHeight(Picker<?> picker) {
    this.picker = picker;
    soon.setOnFinished(e -> fit());
  }

  void watch() {
    picker
        .showingProperty()
        .subscribe(
            on -> {
              if (on) {
                opened = rows();
              }
            });
    picker.itemsProperty().subscribe(() -> follow());
    follow();
  }

  // By identity: a change is not told where another list takes the place of an equal one, for
  // instance an empty one.
  private void follow() {
    if (followed != null) {
      followed.removeListener(onRows);
    }
    followed = picker.getItems();
    if (followed != null) {
      followed.addListener(onRows);
    }
    look();
  }

  // Not at once: the list that is open is still being told of the rows.
  private void look() {
    if (picker.isShowing() && rows() != opened) {
      soon.playFromStart();
    }
  }

  private void fit() {
    if (picker.isShowing() && rows() != opened) {
      settle();
      picker.hide();
      picker.show();
    }
  }

  // The list counts its rows when it is laid out, and would be measured by those it had.
  private void settle() {
    if (picker.getSkin() instanceof ComboBoxListViewSkin<?> skin
        && skin.getPopupContent() instanceof Parent list) {
      list.layout();
    }
  }

  private int rows() {
    int all = picker.getItems() == null ? 0 : picker.getItems().size();
    return Math.clamp(all, 1, picker.getVisibleRowCount());
  }
}
