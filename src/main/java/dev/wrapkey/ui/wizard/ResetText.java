package dev.wrapkey.ui.wizard;

import dev.wrapkey.catalog.Reset;
import dev.wrapkey.ui.view.Texts;
import java.util.List;

/** What had to be changed, in sentences. */
public final class ResetText {

  private ResetText() {}

  public static List<String> of(List<Reset> resets) {
    return resets.stream().map(ResetText::sentence).toList();
  }

  private static String sentence(Reset reset) {
    return switch (reset.what()) {
      case SIZE -> Texts.text("create.reset.size", reset.was(), reset.is());
      case STORAGE_TYPE -> Texts.text("create.reset.type");
      case STORAGE_SIZE -> Texts.text("create.reset.storage", reset.was(), reset.is());
      case HIGH_AVAILABILITY ->
          Texts.text(
              "create.reset.availability",
              Texts.text("availability.short." + reset.was()),
              Texts.text("availability.short." + reset.is()));
      case GEO_REDUNDANCY -> Texts.text("create.reset.geo");
      case VERSION -> Texts.text("create.reset.version", reset.was(), reset.is());
    };
  }
}
