package dev.wrapkey.ui;

import dev.wrapkey.ui.control.PaneHost;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A round through a screen by the tab key, and back: what it leaves out, where it is caught, where
 * it jumps, and where it cannot be seen. To be asked on the toolkit's thread.
 */
public final class TabWalk {

  // Edges of neighbours may touch or overlap by a border.
  private static final double HAIR = 2;
  private static final int SPARE = 5;

  private final Scene scene;
  private final List<String> faults = new ArrayList<>();

  private TabWalk(Scene scene) {
    this.scene = scene;
  }

  /** What is wrong with the way of the focus through this screen; nothing if it is right. */
  public static List<String> faults(Scene scene) {
    TabWalk walk = new TabWalk(scene);
    walk.go();
    return walk.faults;
  }

  private void go() {
    List<Node> all = stops();
    if (all.isEmpty()) {
      faults.add("nothing takes the focus");
      return;
    }
    all.getFirst().requestFocus();
    List<Node> there = round(false, all.size());
    reached(all, there);
    there.stream()
        .filter(each -> Layout.ancestors(each).anyMatch(IndexedCell.class::isInstance))
        .forEach(each -> faults.add("a stop within a table: " + name(each)));
    inOrder(there);
    all.getFirst().requestFocus();
    List<Node> back = new ArrayList<>(round(true, all.size()));
    Collections.reverse(back);
    Collections.rotate(back, 1); // it begins where the other one begins
    if (!back.equals(there)) {
      faults.add("back it goes another way: " + names(there) + " but " + names(back));
    }
  }

  /** The stops from the one with the focus on, until it comes round again. */
  private List<Node> round(boolean backwards, int many) {
    List<Node> passed = new ArrayList<>();
    Node first = scene.getFocusOwner();
    Node at = first;
    do {
      passed.add(at);
      Event.fireEvent(at, tab(backwards));
      lay();
      if (scene.getFocusOwner() == at) {
        faults.add("caught in " + name(at));
        return passed;
      }
      at = scene.getFocusOwner();
      if (at == null) {
        faults.add("lost after " + name(passed.getLast()));
        return passed;
      }
      if (!isInSight(at)) {
        faults.add("out of sight: " + name(at) + " " + bounds(at));
      }
    } while (at != first && passed.size() < many * 2 + SPARE);
    if (at != first) {
      faults.add("never comes round: " + names(passed));
    }
    return passed;
  }

  private void reached(List<Node> all, List<Node> passed) {
    Set<Node> once = new HashSet<>();
    passed.stream()
        .filter(each -> !once.add(each))
        .forEach(each -> faults.add("reached twice: " + name(each)));
    Set<Node> missed = new LinkedHashSet<>(all);
    passed.forEach(missed::remove);
    missed.removeIf(each -> passed.stream().anyMatch(other -> isOneGroup(each, other)));
    missed.forEach(each -> faults.add("never reached: " + name(each)));
  }

  private static boolean isOneGroup(Node one, Node other) {
    return one instanceof Toggle a
        && other instanceof Toggle b
        && a.getToggleGroup() != null
        && a.getToggleGroup() == b.getToggleGroup();
  }

  private void inOrder(List<Node> passed) {
    for (int i = 1; i < passed.size(); i++) {
      order(passed.get(i - 1), passed.get(i));
    }
  }

  // What holds both may have columns, each of which is gone down by itself.
  private void order(Node one, Node next) {
    List<Node> path = Layout.ancestors(one).toList();
    List<Node> nextPath = Layout.ancestors(next).toList();
    int a = path.size() - 1;
    int b = nextPath.size() - 1;
    while (a > 0 && b > 0 && path.get(a - 1) == nextPath.get(b - 1)) {
      a--;
      b--;
    }
    if (a == 0 || b == 0) {
      return; // one holds the other
    }
    Bounds from = bounds(path.get(a - 1));
    Bounds to = bounds(nextPath.get(b - 1));
    boolean right = to.getMinX() >= from.getMaxX() - HAIR;
    boolean left = to.getMaxX() <= from.getMinX() + HAIR;
    boolean above = to.getMaxY() <= from.getMinY() + HAIR;
    boolean below = to.getMinY() >= from.getMaxY() - HAIR;
    if (above && !right || left && !below) {
      faults.add("jumps back from " + name(one) + from + " to " + name(next) + to);
    }
  }

  private boolean isInSight(Node node) {
    Bounds place = bounds(node);
    Point2D corner = new Point2D(place.getMinX() + 1, place.getMinY() + 1);
    boolean inScrolled =
        Layout.ancestors(node)
            .skip(1)
            .filter(ScrollPane.class::isInstance)
            .allMatch(pane -> isWithin(bounds(pane), place, corner));
    return inScrolled
        && corner.getX() < scene.getWidth()
        && corner.getY() < scene.getHeight()
        && corner.getX() > 0
        && corner.getY() > 0;
  }

  // What is higher than the pane is seen from its top on.
  private static boolean isWithin(Bounds pane, Bounds place, Point2D corner) {
    return place.getHeight() > pane.getHeight()
        ? place.intersects(pane)
        : pane.contains(corner) && place.getMaxY() <= pane.getMaxY() + HAIR;
  }

  // A pane that is open has the focus for itself.
  private List<Node> stops() {
    return scene.getRoot().lookupAll(".pane-host").stream()
        .flatMap(host -> ((PaneHost) host).top().stream())
        .findFirst()
        .map(pane -> within(pane).toList())
        .orElseGet(() -> within(scene.getRoot()).toList());
  }

  private static Stream<Node> within(Node node) {
    if (!node.isVisible() || node.isDisabled() || node instanceof IndexedCell<?>) {
      return Stream.empty();
    }
    Stream<Node> self = node.isFocusTraversable() ? Stream.of(node) : Stream.empty();
    boolean whole = node instanceof Spinner<?> || node instanceof ComboBoxBase<?>;
    return node instanceof Parent parent && !whole
        ? Stream.concat(self, parent.getChildrenUnmodifiable().stream().flatMap(TabWalk::within))
        : self;
  }

  private void lay() {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }

  private static KeyEvent tab(boolean backwards) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, backwards, false, false, false);
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private static List<String> names(List<Node> nodes) {
    return nodes.stream().map(TabWalk::name).toList();
  }

  private static String name(Node node) {
    return node.getClass().getSimpleName() + "#" + node.getId() + node.getStyleClass();
  }
}
