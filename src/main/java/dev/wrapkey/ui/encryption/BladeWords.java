package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.EncryptionEdit.Field;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;

/** What the page says at its top of saves: how one ended, what it waits for, what forbids it. */
final class BladeWords {

  private static final int TIME_OF_DAY = "2026-01-01 ".length();

  private BladeWords() {}

  static String elapsed(Duration time) {
    return Texts.text("deployment.elapsed", time.toMinutes(), time.toSecondsPart());
  }

  static String saved(Present now) {
    DataEncryption encryption = now.server().encryption();
    String key =
        encryption
            .key()
            .map(k -> k.version().isPresent() ? k.toString() : Texts.text("encryption.newest", k))
            .orElse("");
    String geo = Field.GEO_KEY.of(encryption);
    return Texts.text("encryption.saved", key)
        + (geo.isEmpty() ? "" : " " + Texts.text("encryption.saved.geo", geo))
        + (now.isInaccessible() ? ". " + Texts.text("encryption.saved.inaccessible") : "");
  }

  static String waiting(Progress.Wait wait) {
    return Texts.text(
        "encryption.waiting",
        wait.code(),
        Moments.utc(wait.until()).substring(TIME_OF_DAY),
        wait.attempts() + 1,
        wait.most());
  }

  static String obstacle(Trouble cause) {
    return Texts.text("encryption.obstacle." + cause.suspect(), cause.thing());
  }
}
