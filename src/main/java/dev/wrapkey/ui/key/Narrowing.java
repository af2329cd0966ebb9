package dev.wrapkey.ui.key;

import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A search box above a drop-down: what is typed narrows the rows, which are shown meanwhile. */
final class Narrowing {

  // Fewer rows than this are seen at once.
  private static final int FEW = 10;

  private Narrowing() {}

  /**
   * Ties the two together.
   *
   * @param text narrows the picker's rows
   * @param all the rows as they are without it; for a few of them there is no search box
   */
  static <T> void tie(
      TextField search, Picker<T> picker, StringProperty text, ObservableList<?> all) {
    search.textProperty().bindBidirectional(text);
    Shown.when(search, Bindings.size(all).greaterThan(FEW));
    search
        .textProperty()
        .subscribe(
            typed -> {
              if (search.isFocused() && !typed.isEmpty()) {
                picker.show();
              }
            });
    search.addEventFilter(KeyEvent.KEY_PRESSED, event -> press(event, search, picker));
  }

  private static <T> void press(KeyEvent event, TextField search, Picker<T> picker) {
    if (event.getCode() == KeyCode.DOWN) {
      event.consume();
      picker.requestFocus();
      picker.show();
    } else if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      picker.hide();
      picker.getItems().stream()
          .filter(row -> picker.refusalProperty().get().apply(row).isEmpty())
          .findFirst()
          .ifPresent(
              first -> {
                picker.setValue(first);
                picker.requestFocus();
              });
    } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
      event.consume();
      picker.hide();
      search.clear();
    }
  }
}
