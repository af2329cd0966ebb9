package dev.wrapkey.ui.vault;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The words for what can be chosen; nothing is read back from them. */
final class InWords<T> extends StringConverter<T> {

  private final Function<T, String> words;

  InWords(Function<T, String> words) {
    this.words = words;
  }

  @Override
  public String toString(@Nullable T value) {
    return value == null ? "" : words.apply(value);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("chosen, never typed");
  }
}
