package dev.wrapkey.ui.control;

import dev.wrapkey.ui.keyboard.Shortcut;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Many small things that are one stop of the tab key: the arrow keys go on from one to the next,
 * Space and Enter do what a click does.
 */
public final class Roving {

  private final List<Node> items = new ArrayList<>();
  private @Nullable Object focused;

  /** Forgets them all, but not what had the focus: it has it again once it is added again. */
  public void clear() {
    focused =
        items.stream().filter(Node::isFocused).map(Node::getUserData).findFirst().orElse(null);
    items.clear();
  }

  /**
   * Makes a node that is on the screen one of them.
   *
   * @param what it stands for
   * @param words that a screen reader says
   */
  public void add(Node item, Object what, String words, Runnable act) {
    item.setUserData(what);
    item.setAccessibleRole(AccessibleRole.BUTTON);
    item.setAccessibleText(words);
    item.setFocusTraversable(items.isEmpty());
    item.setOnMouseClicked(click -> act.run());
    item.setOnKeyPressed(key -> press(item, key, act));
    items.add(item);
    if (what.equals(focused)) {
      go(item);
    }
  }

  /** Has the tab key stop at this one. */
  public void stopAt(Node item) {
    items.forEach(each -> each.setFocusTraversable(each == item));
  }

  private void go(Node item) {
    stopAt(item);
    item.requestFocus();
  }

  private void press(Node item, KeyEvent key, Runnable act) {
    if (Shortcut.OPEN.matches(key) || Shortcut.TICK.matches(key)) {
      key.consume();
      act.run();
      return;
    }
    int here = items.indexOf(item);
    int there =
        switch (key.getCode()) {
          case DOWN -> here + 1;
          case UP -> here - 1;
          case RIGHT -> here + forward(item);
          case LEFT -> here - forward(item);
          case HOME -> 0;
          case END -> items.size() - 1;
          default -> -1;
        };
    if (there >= 0 && there < items.size()) {
      key.consume();
      go(items.get(there));
    }
  }

  private static int forward(Node item) {
    return item.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT ? -1 : 1;
  }
}
