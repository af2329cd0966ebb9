package dev.wrapkey.ui.wizard;

import dev.wrapkey.ui.view.Texts;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows the empty availability zone as "No preference". */
public final class ZoneName extends StringConverter<String> {

  @Override
  public String toString(@Nullable String zone) {
    return zone == null || zone.isEmpty() ? Texts.text("basics.zone.none") : zone;
  }

  @Override
  public String fromString(String text) {
    return text.equals(Texts.text("basics.zone.none")) ? "" : text;
  }
}
