package dev.wrapkey.ui;

import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Window;

/** What is in the windows, and where. */
final class Nodes {

  private Nodes() {}

  /** Everything in the windows that are open, the newest window first. */
  static Stream<Node> all() {
    return Window.getWindows().reversed().stream()
        .filter(Window::isShowing)
        .flatMap(w -> below(w.getScene().getRoot()));
  }

  static Stream<Node> below(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Nodes::below))
        : Stream.of(node);
  }

  /** Whether neither it nor anything around it is hidden. */
  static boolean isSeen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** Whether it can be clicked where it is. */
  static boolean isInside(Node node) {
    Bounds bounds = node.localToScene(node.getBoundsInLocal());
    double x = bounds.getMinX() + Math.min(bounds.getWidth() / 2, 60);
    double y = bounds.getCenterY();
    Scene scene = node.getScene();
    return x >= 0 && y >= 0 && x < scene.getWidth() && y < scene.getHeight();
  }

  static void lay(Node node) {
    node.getScene().getRoot().applyCss();
    node.getScene().getRoot().layout();
  }

  /** Scrolls it into the middle, as far as there is something to scroll. */
  static void reveal(Node node) {
    for (Node each = node.getParent(); each != null; each = each.getParent()) {
      if (each instanceof ScrollPane pane && pane.getContent() != null) {
        Node content = pane.getContent();
        double spare =
            content.getBoundsInLocal().getHeight() - pane.getViewportBounds().getHeight();
        double middle =
            content.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getCenterY()
                - pane.getViewportBounds().getHeight() / 2;
        if (spare > 0) {
          pane.setVvalue(Math.clamp(middle / spare, 0, 1) * pane.getVmax());
        }
        return;
      }
    }
  }
}
