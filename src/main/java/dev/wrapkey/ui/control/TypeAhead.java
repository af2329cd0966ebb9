package dev.wrapkey.ui.control;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/**
 * Selects the row that begins with, else contains, the letters typed; a pause of a second starts a
 * new word.
 */
final class TypeAhead<T> {

  private final Picker<T> picker;
  private final StringBuilder typed = new StringBuilder();
  private final PauseTransition pause = new PauseTransition(Duration.seconds(1));

  TypeAhead(Picker<T> picker) {
    this.picker = picker;
    pause.setOnFinished(e -> typed.setLength(0));
  }

  void install() {
    picker.addEventHandler(KeyEvent.KEY_TYPED, this::type);
  }

  private void type(KeyEvent event) {
    String letters = event.getCharacter();
    boolean word = !letters.isBlank() || !typed.isEmpty();
    if (letters.isEmpty()
        || letters.charAt(0) < ' '
        || letters.charAt(0) == 127
        || !word
        || isShortcut(event)) {
      return;
    }
    typed.append(letters.toLowerCase(Locale.ROOT));
    pause.playFromStart();
    event.consume();
    String wanted = typed.toString();
    if (!select(text -> text.startsWith(wanted))) {
      select(text -> text.contains(wanted));
    }
  }

  private static boolean isShortcut(KeyEvent event) {
    return event.isControlDown() || event.isAltDown() || event.isMetaDown();
  }

  private boolean select(Predicate<String> fits) {
    List<T> items = picker.getItems();
    int row =
        IntStream.range(0, items.size())
            .filter(i -> picker.refusalOf(items.get(i)).isEmpty())
            .filter(i -> fits.test(picker.textOf(items.get(i)).toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElse(-1);
    if (row >= 0) {
      picker.getSelectionModel().select(row);
    }
    return row >= 0;
  }
}
