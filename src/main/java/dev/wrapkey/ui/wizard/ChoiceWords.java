package dev.wrapkey.ui.wizard;

import dev.wrapkey.ui.view.Texts;
import java.util.SequencedMap;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The words of choices that are kept as the API's own. */
final class ChoiceWords extends StringConverter<String> {

  private final SequencedMap<String, String> keys;

  /**
   * @param keys choice to the key of its words
   */
  ChoiceWords(SequencedMap<String, String> keys) {
    this.keys = keys;
  }

  @Override
  public String toString(@Nullable String choice) {
    String key = choice == null ? null : keys.get(choice);
    return key == null ? "" : Texts.text(key);
  }

  @Override
  public String fromString(String words) {
    return keys.sequencedKeySet().stream()
        .filter(choice -> toString(choice).equals(words))
        .findFirst()
        .orElse("");
  }
}
