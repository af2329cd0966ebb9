package dev.wrapkey.ui.control;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.util.Duration;

/** Runs something every second while a node is on the screen. */
public final class Ticking {

  private Ticking() {}

  public static void on(Node node, Runnable tick) {
    Timeline line = new Timeline(new KeyFrame(Duration.seconds(1), e -> tick.run()));
    line.setCycleCount(Animation.INDEFINITE);
    node.sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                line.stop();
              } else {
                line.play();
              }
            });
  }
}
