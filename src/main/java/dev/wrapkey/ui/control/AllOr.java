package dev.wrapkey.ui.control;

import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A filter's values in words; the empty one stands for all. */
public final class AllOr extends StringConverter<String> {

  private final String all;

  public AllOr(String all) {
    this.all = all;
  }

  @Override
  public String toString(@Nullable String value) {
    return value == null || value.isEmpty() ? all : value;
  }

  @Override
  public String fromString(String words) {
    return words.equals(all) ? "" : words;
  }
}
