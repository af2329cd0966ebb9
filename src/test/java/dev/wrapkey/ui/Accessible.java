package dev.wrapkey.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;

/**
 * What a screen reader would say. Every control that a person can work needs a name and a role of
 * its own.
 */
final class Accessible {

  private static final Set<AccessibleRole> NO_ROLE =
      Set.of(AccessibleRole.NODE, AccessibleRole.PARENT);

  private Accessible() {}

  /** The controls of a scene that a screen reader could not tell, with what is missing. */
  static List<String> silent(Scene scene) {
    List<Node> all = below(scene.getRoot()).toList();
    List<String> silent = new ArrayList<>();
    all.stream()
        .filter(Accessible::isWorked)
        .forEach(
            node -> {
              if (name(node, all).isEmpty()) {
                silent.add(said(node) + " has no name");
              }
              if (NO_ROLE.contains(node.getAccessibleRole())) {
                silent.add(said(node) + " has no role");
              }
            });
    silent.sort(Comparator.naturalOrder());
    return silent;
  }

  private static boolean isWorked(Node node) {
    return node instanceof Control
        && !(node instanceof ScrollPane)
        && !(node instanceof TabPane)
        && node.isFocusTraversable()
        && isSeen(node)
        && !isInside(node);
  }

  /** Parts of a control speak through the control. */
  private static boolean isInside(Node node) {
    for (Node each = node.getParent(); each != null; each = each.getParent()) {
      if (each instanceof ComboBoxBase<?> || each instanceof Spinner<?> || each instanceof Slider) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> name(Node node, List<Node> all) {
    return Stream.of(
            Optional.ofNullable(node.getAccessibleText()),
            node instanceof Labeled labeled
                ? Optional.ofNullable(labeled.getText())
                : Optional.<String>empty(),
            all.stream()
                .filter(n -> n instanceof Label label && label.getLabelFor() == node)
                .map(n -> ((Label) n).getText())
                .findFirst())
        .flatMap(Optional::stream)
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  private static String said(Node node) {
    String kind =
        switch (node) {
          case TextInputControl _ -> "text field";
          case ComboBoxBase<?> _ -> "drop-down";
          case TableView<?> _ -> "table";
          case ListView<?> _ -> "list";
          case TreeView<?> _ -> "tree";
          default -> node.getClass().getSimpleName();
        };
    return kind + " #" + node.getId() + " " + node.getStyleClass();
  }

  private static boolean isSeen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static Stream<Node> below(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Accessible::below))
        : Stream.of(node);
  }
}
