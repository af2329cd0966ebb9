package dev.wrapkey.ui.signin;

import dev.wrapkey.ui.view.Texts;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Constants in words. */
final class Named<T extends Enum<T>> extends StringConverter<T> {

  private final String prefix;

  private Named(String prefix) {
    this.prefix = prefix;
  }

  /** Fills a list with constants, whose words have this prefix. */
  static <T extends Enum<T>> void fill(ComboBox<T> box, T[] constants, String prefix) {
    box.getItems().setAll(constants);
    box.setConverter(new Named<>(prefix));
  }

  @Override
  public String toString(@Nullable T constant) {
    return constant == null ? "" : Texts.text(prefix + constant.name());
  }

  @Override
  public @Nullable T fromString(String words) {
    return null; // nobody types here
  }
}
