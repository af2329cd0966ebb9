package dev.wrapkey.ui.connection;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.view.Texts;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The lines below the bars of the window; without anything to say they take no room. */
public final class ConnectionBar extends VBox {

  private final Timeline ticking = new Timeline();
  // Held, for what it listens to does not hold it.
  private final BooleanBinding waiting;

  public ConnectionBar(ConnectionViewModel viewModel) {
    Callout slow = new Callout(Callout.Kind.INFO, "");
    slow.setId("connection-slow");
    slow.textProperty().bind(viewModel.slowProperty());
    Callout silent = new Callout(Callout.Kind.WARNING, "");
    silent.setId("connection-silent");
    silent.textProperty().bind(viewModel.silentProperty());
    Button again = new Button(Texts.text("connection.again"));
    again.setId("connection-again");
    again.setOnAction(e -> viewModel.tryAgain());
    silent.getActions().add(again);
    getChildren().setAll(slow, silent);
    ticking.getKeyFrames().add(new KeyFrame(Duration.seconds(1), e -> viewModel.tick()));
    ticking.setCycleCount(Animation.INDEFINITE);
    waiting = viewModel.slowProperty().isNotEmpty().and(sceneProperty().isNotNull());
    waiting.subscribe(
        now -> {
          if (now) {
            ticking.play();
          } else {
            ticking.stop();
          }
        });
  }
}
