package dev.wrapkey.ui.control;

import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;

/**
 * Which way the words run. Both languages of Wrapkey run to the right; {@code
 * -Dwrapkey.orientation=rtl} mirrors the window, to see that it would bear one that does not.
 */
public final class Direction {

  private static final String PROPERTY = "wrapkey.orientation";

  private Direction() {}

  /** The scene, in the direction of this run. */
  public static Scene ofThisRun(Scene scene) {
    if ("rtl".equals(System.getProperty(PROPERTY))) {
      scene.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
    }
    return scene;
  }
}
