package dev.wrapkey.ui;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TitledPane;

/**
 * What a person without a mouse or without eyes cannot use: things that are no controls but act
 * when they are clicked. To be asked on the toolkit's thread.
 */
public final class Clickable {

  private static final Set<AccessibleRole> FIT =
      EnumSet.of(
          AccessibleRole.BUTTON,
          AccessibleRole.RADIO_BUTTON,
          AccessibleRole.TOGGLE_BUTTON,
          AccessibleRole.HYPERLINK,
          AccessibleRole.LIST_ITEM,
          AccessibleRole.TREE_ITEM);

  private Clickable() {}

  /** What lacks a role, a name, the focus or the keys; nothing if all is well. */
  public static List<String> mute(Scene scene) {
    return all(scene.getRoot())
        .filter(node -> !(node instanceof Control) && isClicked(node))
        .flatMap(Clickable::lacks)
        .distinct()
        .toList();
  }

  private static boolean isClicked(Node node) {
    return node.getOnMouseClicked() != null
        || node.getOnMousePressed() != null
        || node.getOnMouseReleased() != null;
  }

  private static Stream<String> lacks(Node node) {
    String name = node.getClass().getSimpleName() + "#" + node.getId() + node.getStyleClass();
    Stream.Builder<String> lacking = Stream.builder();
    if (!FIT.contains(node.getAccessibleRole())) {
      lacking.add(name + " acts on a click but is a " + node.getAccessibleRole());
    }
    if (node.getAccessibleText() == null || node.getAccessibleText().isBlank()) {
      lacking.add(name + " acts on a click but has no name");
    }
    if (node.getOnKeyPressed() == null) {
      lacking.add(name + " acts on a click but on no key");
    }
    if (siblings(node).noneMatch(Node::isFocusTraversable)) {
      lacking.add(name + " acts on a click but cannot be reached by the tab key");
    }
    return lacking.build();
  }

  // Of many small ones the tab key stops at one, from where the arrow keys go on.
  private static Stream<Node> siblings(Node node) {
    return node.getParent() == null
        ? Stream.of(node)
        : node.getParent().getChildrenUnmodifiable().stream().filter(Clickable::isClicked);
  }

  private static Stream<Node> all(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return Stream.concat(Stream.of(node), inside(node).flatMap(Clickable::all));
  }

  // Not the parts of which the toolkit builds its controls.
  private static Stream<Node> inside(Node node) {
    return switch (node) {
      case ScrollPane pane -> Stream.ofNullable(pane.getContent());
      case SplitPane pane -> pane.getItems().stream();
      case TitledPane pane ->
          Stream.of(pane.getGraphic(), pane.getContent()).filter(Objects::nonNull);
      case Labeled labeled -> Stream.ofNullable(labeled.getGraphic());
      case Control control -> control.lookupAll(".cell").stream();
      case Parent parent -> parent.getChildrenUnmodifiable().stream();
      default -> Stream.empty();
    };
  }
}
