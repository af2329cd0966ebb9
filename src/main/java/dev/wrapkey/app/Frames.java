package dev.wrapkey.app;

import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Runs something on the screen's thread when its next frame is made. */
final class Frames implements Executor {

  @Override
  public void execute(Runnable action) {
    Platform.runLater(
        () ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                stop();
                action.run();
              }
            }.start());
  }
}
