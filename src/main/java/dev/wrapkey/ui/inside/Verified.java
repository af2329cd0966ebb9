package dev.wrapkey.ui.inside;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.ui.view.Texts;
import java.util.stream.Collectors;

/** What opening every page of a volume found, in words. */
final class Verified {

  private static final int MOST = 10;

  private Verified() {}

  static VolumeWork.News news(Inspector.Verification found) {
    if (!found.damaged().isEmpty()) {
      String pages =
          found.damaged().stream()
              .limit(MOST)
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
      return new VolumeWork.News(
          false, Texts.text("inside.verify.damaged", found.damaged().size(), pages));
    }
    boolean all = found.checked() >= found.pages();
    return new VolumeWork.News(
        true,
        Texts.text(
            all ? "inside.verify.done" : "inside.verify.ended", found.checked(), found.pages()));
  }
}
