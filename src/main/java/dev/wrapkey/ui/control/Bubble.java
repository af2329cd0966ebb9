package dev.wrapkey.ui.control;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A box with a few words and a tip that points at what they are about. */
final class Bubble extends VBox {

  /** Pixels from the left edge to the tip. */
  static final double TIP = 20;

  private final Label words = new Label();
  private final Region tip = new Region();

  Bubble() {
    getStyleClass().add("bubble");
    words.getStyleClass().add("bubble-words");
    words.setWrapText(true);
    tip.getStyleClass().add("bubble-tip");
    point(true);
  }

  /** Turns the tip down, for a bubble above its owner, or up. */
  void point(boolean down) {
    tip.setRotate(down ? 0 : 180);
    if (down) {
      getChildren().setAll(words, tip);
    } else {
      getChildren().setAll(tip, words);
    }
    tip.setTranslateY(down ? -1 : 1);
  }

  StringProperty textProperty() {
    return words.textProperty();
  }
}
