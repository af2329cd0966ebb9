package dev.wrapkey.ui.signin;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Constants in words. */
final class Named<T extends Enum<T>> extends StringConverter<T> {

  private final Function<T, String> words;

  private Named(Function<T, String> words) {
    this.words = words;
  }

  /** Fills a list with constants. */
  static <T extends Enum<T>> void fill(ComboBox<T> box, T[] constants, Function<T, String> words) {
    box.getItems().setAll(constants);
    box.setConverter(new Named<>(words));
  }

  @Override
  public String toString(@Nullable T constant) {
    return constant == null ? "" : words.apply(constant);
  }

  @Override
  public @Nullable T fromString(String words) {
    return null; // nobody types here
  }
}
