package dev.wrapkey.ui.keyboard;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Every key with a meaning of the program's own. Whoever listens to keys asks here whether one was
 * meant, and the map in Help lists the same values, so that neither can say what the other does not
 * do. What the toolkit gives its controls by itself, such as Tab and the arrows, is not here.
 */
public enum Shortcut {
  GUIDE(Place.WINDOW, plain(KeyCode.F1)),
  KEYBOARD(
      Place.WINDOW,
      control(KeyCode.SLASH),
      new KeyCodeCombination(KeyCode.F1, KeyCombination.SHIFT_DOWN)),
  CREATE(Place.WINDOW, control(KeyCode.N)),
  REFRESH(Place.WINDOW, plain(KeyCode.F5)),
  FILTER(Place.WINDOW, control(KeyCode.K), control(KeyCode.F)),
  BACK(Place.WINDOW, alt(KeyCode.LEFT)),
  HOME(Place.WINDOW, alt(KeyCode.HOME)),
  SETTINGS(Place.WINDOW, control(KeyCode.COMMA)),
  CLOSE(Place.PANE, plain(KeyCode.ESCAPE)),
  SUBMIT(Place.PANE, plain(KeyCode.ENTER)),
  GUIDE_DOWN(Place.QUESTION, plain(KeyCode.PAGE_DOWN)),
  GUIDE_UP(Place.QUESTION, plain(KeyCode.PAGE_UP)),
  OPEN(Place.LIST, plain(KeyCode.ENTER)),
  COPY(Place.LIST, control(KeyCode.C)),
  TICK(Place.LIST, plain(KeyCode.SPACE)),
  CANARY(Place.LIST, plain(KeyCode.C)),
  ENTER_LIST(Place.FILTER, plain(KeyCode.DOWN)),
  TAKE_FIRST(Place.FILTER, plain(KeyCode.ENTER)),
  CLEAR(Place.FILTER, plain(KeyCode.ESCAPE));

  /** Where a key means this. */
  public enum Place {
    WINDOW,
    PANE,
    QUESTION,
    LIST,
    FILTER;

    /** What keys mean here. */
    public List<Shortcut> shortcuts() {
      return Arrays.stream(Shortcut.values()).filter(each -> each.place == this).toList();
    }
  }

  private final Place place;
  private final List<KeyCodeCombination> keys;

  Shortcut(Place place, KeyCodeCombination... keys) {
    this.place = place;
    this.keys = List.of(keys);
  }

  /** Whether a pressed key means this. */
  public boolean matches(KeyEvent pressed) {
    return keys.stream().anyMatch(key -> key.match(pressed));
  }

  /** The keys as this computer writes them, the best known one first. */
  public Stream<String> written() {
    return keys.stream().map(Shortcut::write);
  }

  // The toolkit draws arrows where keys have a word, and they are small.
  private static String write(KeyCodeCombination key) {
    KeyCode code = key.getCode();
    String drawn = key.getDisplayText();
    boolean isWord = code.isLetterKey() || code.isFunctionKey() || code == KeyCode.SLASH;
    return isWord ? drawn : drawn.substring(0, drawn.lastIndexOf('+') + 1) + code.getName();
  }

  private static KeyCodeCombination plain(KeyCode code) {
    return new KeyCodeCombination(code);
  }

  private static KeyCodeCombination control(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }

  private static KeyCodeCombination alt(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
  }
}
