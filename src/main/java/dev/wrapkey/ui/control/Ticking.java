package dev.wrapkey.ui.control;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * Runs something every second while a node is in a window that is shown. A timeline that goes on
 * holds all that it moves: it must not outlive its window.
 */
public final class Ticking {

  private Ticking() {}

  public static void on(Node node, Runnable tick) {
    Timeline line = new Timeline(new KeyFrame(Duration.seconds(1), e -> tick.run()));
    line.setCycleCount(Animation.INDEFINITE);
    node.sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(
            shown -> {
              if (shown) {
                line.play();
              } else {
                line.stop();
              }
            });
  }
}
