package dev.wrapkey.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.TitledPane;

/** Which nodes of a part of the screen take the focus, in their order on the screen. */
final class FocusWalk {

  private FocusWalk() {}

  static Optional<Node> first(Node part) {
    return within(part).findFirst();
  }

  static Optional<Node> last(Node part) {
    List<Node> all = within(part).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  static boolean isWithin(Node node, Node part) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each == part) {
        return true;
      }
    }
    return false;
  }

  private static Stream<Node> within(Node part) {
    if (!part.isVisible() || part.isDisabled()) {
      return Stream.empty(); // with all that is in it
    }
    boolean takes = part.isFocusTraversable();
    Stream<Node> self = takes ? Stream.of(part) : Stream.empty();
    boolean whole = takes && part instanceof Control && !(part instanceof TitledPane);
    if (!(part instanceof Parent parent) || whole) {
      return self;
    }
    return Stream.concat(self, children(parent).stream().flatMap(FocusWalk::within));
  }

  private static List<Node> children(Parent parent) {
    if (parent instanceof javafx.scene.control.ScrollPane scroll && scroll.getContent() != null) {
      return List.of(scroll.getContent());
    }
    return parent.getChildrenUnmodifiable();
  }
}
