package dev.wrapkey.ui.wizard;

import dev.wrapkey.ui.control.Field;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;

/** Ties a form row and its text control to an {@link Input}. */
public final class Bound {

  private Bound() {}

  /** Ties a list to a value that somebody else may refuse or change. */
  public static <T> void choice(ComboBox<T> list, ObservableValue<T> value, Consumer<T> chooser) {
    value.subscribe(now -> list.setValue(now));
    list.valueProperty()
        .subscribe(
            (was, is) -> {
              if (is != null && !is.equals(value.getValue())) {
                chooser.accept(is);
                list.setValue(value.getValue());
              }
            });
  }

  /**
   * The same for a list whose rows change. A list that gets other rows takes another one for chosen
   * by itself, which is nobody's wish.
   */
  public static <T> void choice(
      ComboBox<T> list,
      ObservableValue<List<T>> rows,
      ObservableValue<T> value,
      Consumer<T> chooser) {
    AtomicBoolean filling = new AtomicBoolean();
    rows.subscribe(
        all -> {
          filling.set(true);
          list.setValue(null); // otherwise the box would not look for the value among the new rows
          list.getItems().setAll(all);
          list.setValue(value.getValue());
          filling.set(false);
        });
    value.subscribe(now -> list.setValue(now));
    list.valueProperty()
        .subscribe(
            (was, is) -> {
              if (!filling.get() && is != null && !is.equals(value.getValue())) {
                chooser.accept(is);
                list.setValue(value.getValue());
              }
            });
  }

  public static void text(Field field, TextInputControl control, Input input) {
    control.textProperty().bindBidirectional(input.valueProperty());
    field.problemProperty().bind(input.problemProperty());
    field.validProperty().bind(input.acceptedProperty());
    field.changedProperty().bind(input.changedProperty());
  }
}
