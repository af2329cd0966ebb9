package dev.wrapkey.ui.shell;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/** What keys reach on whatever page is shown. Pages name these nodes alike: {@code refresh-…}. */
public final class Reach {

  private static final String REFRESH = "refresh(-.*)?|.*-refresh|.*-look";
  private static final String FILTER = "(.*-)?filter|.*-text";

  private Reach() {}

  /** The button that asks the cloud again for what is shown, if there is one to press. */
  public static Optional<Button> refresh(Node area) {
    return first(area, node -> node instanceof Button && isCalled(node, REFRESH))
        .map(Button.class::cast);
  }

  /** The field that filters what is shown, if there is one. */
  public static Optional<Node> filter(Node area) {
    return first(area, node -> node instanceof TextField && isCalled(node, FILTER));
  }

  private static boolean isCalled(Node node, String names) {
    return node.getId() != null && node.getId().matches(names);
  }

  private static Optional<Node> first(Node area, Predicate<Node> wanted) {
    return seen(area).filter(wanted).filter(node -> !node.isDisabled()).findFirst();
  }

  private static Stream<Node> seen(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Reach::seen))
        : Stream.of(node);
  }
}
