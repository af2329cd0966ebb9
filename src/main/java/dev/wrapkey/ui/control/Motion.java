package dev.wrapkey.ui.control;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Whether things may move: as the settings page says, else as the operating system does. */
public final class Motion {

  private Motion() {}

  /** Tells, now and whenever it changes, whether what is in this node has to stand still. */
  public static void follow(Node node, Consumer<Boolean> still) {
    node.sceneProperty()
        .flatMap(scene -> scene.getPreferences().reducedMotionProperty())
        .orElse(false)
        .subscribe(still);
  }

  /** Whether what is in this node has to stand still now. */
  static boolean isReduced(Node node) {
    Scene scene = node.getScene();
    return scene != null && scene.getPreferences().isReducedMotion();
  }
}
