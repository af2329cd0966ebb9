package dev.wrapkey.ui.control;

import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;

/**
 * The sign of waiting, as large as an icon: it goes round, or is an hourglass where nothing may
 * move.
 */
public final class Spinner extends StackPane {

  private static final double SIDE = 16;

  private final Icon hourglass = new Icon("hourglass", SIDE);

  public Spinner() {
    getStyleClass().add("spinner-sign");
    setMinSize(SIDE, SIDE);
    setPrefSize(SIDE, SIDE);
    setMaxSize(SIDE, SIDE);
    Motion.follow(this, still -> getChildren().setAll(still ? hourglass : round()));
  }

  private static ProgressIndicator round() {
    ProgressIndicator round = new ProgressIndicator();
    round.setMinSize(SIDE, SIDE);
    round.setPrefSize(SIDE, SIDE);
    round.setMaxSize(SIDE, SIDE);
    return round;
  }
}
