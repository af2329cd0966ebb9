package dev.wrapkey.ui.control;

import javafx.scene.control.ProgressIndicator;

/** The sign of waiting, as large as an icon. */
public final class Spinner extends ProgressIndicator {

  private static final double SIDE = 16;

  public Spinner() {
    getStyleClass().add("spinner-sign");
    setMinSize(SIDE, SIDE);
    setPrefSize(SIDE, SIDE);
    setMaxSize(SIDE, SIDE);
  }
}
