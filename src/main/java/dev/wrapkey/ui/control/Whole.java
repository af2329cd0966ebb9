package dev.wrapkey.ui.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Keeps the words of buttons whole where there is something else that can give way. */
public final class Whole {

  // Style sheets leave alone what is bound, and know no word for "as wide as it wants to be".
  private static final DoubleProperty AS_WANTED = new SimpleDoubleProperty(Region.USE_PREF_SIZE);

  private Whole() {}

  /** All buttons of a bar. */
  public static void keep(Pane bar) {
    for (Node each : bar.getChildren()) {
      if (each instanceof ButtonBase button) {
        keep(button);
      }
    }
  }

  /** One button. */
  public static void keep(ButtonBase button) {
    button.minWidthProperty().bind(AS_WANTED);
  }
}
