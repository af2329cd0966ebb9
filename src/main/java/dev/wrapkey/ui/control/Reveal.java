package dev.wrapkey.ui.control;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Brings nodes into sight. */
public final class Reveal {

  private Reveal() {}

  /** Scrolls the pane around the node so that its middle is seen. */
  public static void middle(Node node) {
    around(node)
        .ifPresent(
            pane ->
                scroll(
                    pane,
                    within(pane, node).getCenterY() - pane.getViewportBounds().getHeight() / 2));
  }

  /**
   * Scrolls so that the node begins at the top of what is seen, as far as there is enough below.
   */
  public static void top(Node node) {
    around(node).ifPresent(pane -> scroll(pane, within(pane, node).getMinY()));
  }

  /** Scrolls down as far as it takes to see the end of the node, and not at all if it is seen. */
  public static void end(Node node) {
    around(node).ifPresent(pane -> end(pane, node));
  }

  /** Scrolls a pane down by some pixels, up by less than none, as far as there is something. */
  public static void by(ScrollPane pane, double pixels) {
    double spare = pane.getContent() == null ? 0 : spare(pane);
    if (spare > 0) {
      scroll(pane, pane.getVvalue() / pane.getVmax() * spare + pixels);
    }
  }

  private static void end(ScrollPane pane, Node node) {
    pane.applyCss();
    pane.layout();
    double top = within(pane, node).getMaxY() - pane.getViewportBounds().getHeight();
    if (top > pane.getVvalue() / pane.getVmax() * spare(pane)) {
      scroll(pane, top);
    }
  }

  private static Optional<ScrollPane> around(Node node) {
    for (Node each = node.getParent(); each != null; each = each.getParent()) {
      if (each instanceof ScrollPane pane && pane.getContent() != null) {
        return Optional.of(pane);
      }
    }
    return Optional.empty();
  }

  private static void scroll(ScrollPane pane, double top) {
    double spare = spare(pane);
    if (spare > 0) {
      pane.setVvalue(Math.clamp(top / spare, 0, 1) * pane.getVmax());
    }
  }

  private static Bounds within(ScrollPane pane, Node node) {
    return pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
  }

  private static double spare(ScrollPane pane) {
    return pane.getContent().getBoundsInLocal().getHeight() - pane.getViewportBounds().getHeight();
  }
}
