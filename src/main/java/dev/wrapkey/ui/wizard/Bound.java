package dev.wrapkey.ui.wizard;

import dev.wrapkey.ui.control.Field;
import javafx.scene.control.TextInputControl;

/** Ties a form row and its text control to an {@link Input}. */
public final class Bound {

  private Bound() {}

  public static void text(Field field, TextInputControl control, Input input) {
    control.textProperty().bindBidirectional(input.valueProperty());
    field.problemProperty().bind(input.problemProperty());
    field.validProperty().bind(input.acceptedProperty());
    field.changedProperty().bind(input.changedProperty());
  }
}
