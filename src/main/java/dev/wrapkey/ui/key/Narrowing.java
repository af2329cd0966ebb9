package dev.wrapkey.ui.key;

import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.keyboard.Shortcut;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyEvent;

/** A search box above a drop-down: what is typed narrows the rows, which are shown meanwhile. */
final class Narrowing<T> {

  // Fewer rows than this are seen at once.
  private static final int FEW = 10;

  private final TextField search;
  private final Picker<T> picker;
  private boolean listening;

  private Narrowing(TextField search, Picker<T> picker) {
    this.search = search;
    this.picker = picker;
  }

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
    Narrowing<T> narrowing = new Narrowing<>(search, picker);
    search.textProperty().subscribe(narrowing::show);
    search.addEventFilter(KeyEvent.KEY_PRESSED, narrowing::press);
  }

  private void show(String typed) {
    if (search.isFocused() && !typed.isEmpty()) {
      picker.show();
      listen();
    }
  }

  // An open list gets the keys first, whoever has the focus.
  private void listen() {
    rows()
        .filter(list -> !listening)
        .ifPresent(
            list -> {
              listening = true;
              list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
            });
  }

  private Optional<Node> rows() {
    return picker.getSkin() instanceof ComboBoxListViewSkin<?> skin
        ? Optional.of(skin.getPopupContent())
        : Optional.empty();
  }

  private void press(KeyEvent event) {
    if (!search.isFocused()) {
      return;
    }
    if (Shortcut.ENTER_LIST.matches(event)) {
      event.consume();
      picker.requestFocus();
      picker.show();
    } else if (Shortcut.TAKE_FIRST.matches(event)) {
      event.consume();
      picker.hide();
      first().ifPresent(this::choose);
    } else if (Shortcut.CLEAR.matches(event) && !search.getText().isEmpty()) {
      event.consume();
      picker.hide();
      search.clear();
    }
  }

  private Optional<T> first() {
    return picker.getItems().stream()
        .filter(row -> picker.refusalProperty().get().apply(row).isEmpty())
        .findFirst();
  }

  private void choose(T row) {
    picker.setValue(row);
    picker.requestFocus();
  }
}
