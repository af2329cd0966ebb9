package dev.wrapkey.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Shows and hides nodes so that a hidden one takes no room. */
public final class Shown {

  private Shown() {}

  /** Shows the node while a condition holds. */
  public static void when(Node node, ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }

  /** Shows or hides the node from now on, whatever it was bound to. */
  public static void now(Node node, boolean on) {
    node.visibleProperty().unbind();
    node.managedProperty().unbind();
    node.setVisible(on);
    node.setManaged(on);
  }
}
