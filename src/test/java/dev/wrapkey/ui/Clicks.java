package dev.wrapkey.ui;

import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Clicks whose target is measured on the toolkit's thread. TestFX measures on the test's: beside
 * anything that moves, such as a spinner, the two spoil the toolkit's bookkeeping of bounds.
 */
public final class Clicks {

  private Clicks() {}

  /** Clicks the node that a query of TestFX finds: an id, a style class, or a text. */
  public static void on(FxRobot robot, String query) {
    robot.clickOn(middle(() -> robot.lookup(query).query()));
  }

  public static void on(FxRobot robot, Node node) {
    robot.clickOn(middle(() -> node));
  }

  public static void twice(FxRobot robot, String query) {
    robot.doubleClickOn(middle(() -> robot.lookup(query).query()));
  }

  private static Point2D middle(Supplier<Node> target) {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          Node node = target.get();
          node.getScene().getRoot().layout();
          Bounds bounds = node.localToScreen(node.getBoundsInLocal());
          return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
  }
}
