package dev.wrapkey.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;

/** What does not fit on a screen. To be asked on the toolkit's thread. */
public final class Layout {

  // Rounding to whole pixels may move an edge by one.
  private static final double HAIR = 1.5;

  private Layout() {}

  /**
   * Labels and buttons of which not every word is shown. Cells of tables and lists, whose width is
   * the person's, what is shortened in its middle, as identifiers are, and what its tooltip says
   * whole, do not count.
   */
  public static List<String> truncated(Scene scene) {
    return seen(scene)
        .filter(Labeled.class::isInstance)
        .map(Labeled.class::cast)
        .filter(each -> !isInCell(each) && each.getTextOverrun() != OverrunStyle.CENTER_ELLIPSIS)
        .filter(each -> isCut(each) && !isToldWhole(each))
        .map(each -> "cut: \"" + each.getText() + "\" #" + each.getId() + each.getStyleClass())
        .distinct()
        .toList();
  }

  private static boolean isToldWhole(Labeled labeled) {
    return labeled.getTooltip() != null && labeled.getText().equals(labeled.getTooltip().getText());
  }

  private static boolean isCut(Labeled labeled) {
    return labeled.getText() != null
        && labeled.getChildrenUnmodifiable().stream()
            .filter(Text.class::isInstance)
            .map(text -> ((Text) text).getText())
            .anyMatch(
                shown ->
                    !shown.equals(labeled.getText())
                        && shown.endsWith(labeled.getEllipsisString()));
  }

  /** Texts that begin or end outside of the window, unless they can be scrolled to. */
  public static List<String> outside(Scene scene) {
    return seen(scene)
        .filter(node -> node instanceof Text && !isScrolled(node))
        .filter(node -> leaves(bounds(node), scene))
        .map(node -> "outside: \"" + ((Text) node).getText() + "\" " + bounds(node))
        .toList();
  }

  private static boolean leaves(Bounds bounds, Scene scene) {
    return bounds.getMinX() < -HAIR || bounds.getMaxX() > scene.getWidth() + HAIR;
  }

  /** Texts of one container that lie on each other. */
  public static List<String> overlapping(Scene scene) {
    List<Node> texts = seen(scene).filter(Labeled.class::isInstance).toList();
    return texts.stream()
        .flatMap(
            one ->
                texts.stream()
                    .filter(
                        other ->
                            one != other
                                && one.getParent() == other.getParent()
                                && one.hashCode() <= other.hashCode()
                                && isOn(bounds(one), bounds(other)))
                    .map(other -> "overlapping: " + words(one) + " and " + words(other)))
        .toList();
  }

  private static boolean isOn(Bounds one, Bounds other) {
    double width =
        Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
    double height =
        Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
    return width > HAIR && height > HAIR;
  }

  private static String words(Node node) {
    return "\"" + ((Labeled) node).getText() + "\" " + bounds(node);
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getBoundsInLocal());
  }

  private static boolean isInCell(Node node) {
    return ancestors(node).anyMatch(IndexedCell.class::isInstance);
  }

  private static boolean isScrolled(Node node) {
    return isInCell(node)
        || ancestors(node).anyMatch(ScrollPane.class::isInstance)
        || ancestors(node).anyMatch(each -> each.getClass().getSimpleName().contains("Header"));
  }

  static Stream<Node> ancestors(Node node) {
    return Stream.iterate(node, each -> each != null, Node::getParent);
  }

  /** Every visible node of a scene that has words in it. */
  static Stream<Node> seen(Scene scene) {
    return below(scene.getRoot())
        .filter(node -> node instanceof Labeled || node instanceof Text)
        .filter(node -> node instanceof Labeled l ? !isBlank(l.getText()) : !isBlank(node))
        .filter(node -> ancestors(node).allMatch(Node::isVisible));
  }

  private static boolean isBlank(Node text) {
    return isBlank(((Text) text).getText());
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static Stream<Node> below(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Layout::below))
        : Stream.of(node);
  }
}
