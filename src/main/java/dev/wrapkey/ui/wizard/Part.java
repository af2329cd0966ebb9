package dev.wrapkey.ui.wizard;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A property that is a part of an immutable whole: each follows the other. */
public final class Part {

  private Part() {}

  /**
   * @param whole the whole, which may change by other hands too
   * @param get reads the part
   * @param put makes a whole with another part; null is not put
   */
  public static <W, T> ObjectProperty<T> of(
      ObjectProperty<W> whole, Function<W, T> get, BiFunction<W, T, W> put) {
    ObjectProperty<T> part = new SimpleObjectProperty<>(get.apply(whole.get()));
    whole.subscribe(now -> part.set(get.apply(now)));
    part.subscribe(
        now -> {
          if (now != null && !now.equals(get.apply(whole.get()))) {
            whole.set(put.apply(whole.get(), now));
          }
        });
    return part;
  }
}
