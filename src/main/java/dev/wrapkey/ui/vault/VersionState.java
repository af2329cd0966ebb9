package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a version can be used, in words. */
final class VersionState {

  private static final Duration SOON = Duration.ofDays(30);

  private VersionState() {}

  static Said of(Key.Life life, Instant now) {
    if (!life.enabled()) {
      return new Said(StatusLabel.Kind.ERROR, Texts.text("keypage.state.disabled"));
    }
    if (life.expires().filter(end -> !end.isAfter(now)).isPresent()) {
      return new Said(StatusLabel.Kind.ERROR, Texts.text("keypage.state.expired"));
    }
    if (life.activates().filter(start -> start.isAfter(now)).isPresent()) {
      return new Said(StatusLabel.Kind.WARNING, Texts.text("keypage.state.waiting"));
    }
    return new Said(StatusLabel.Kind.OK, Texts.text("keypage.state.enabled"));
  }

  /** When it expires, with a warning in the last thirty days. */
  static Said expiry(Key.Life life, Instant now) {
    Optional<Instant> end = life.expires();
    boolean near = end.filter(e -> e.isBefore(now.plus(SOON))).isPresent();
    return new Said(near ? StatusLabel.Kind.WARNING : StatusLabel.Kind.NONE, day(end));
  }

  static String day(Optional<Instant> moment) {
    return moment.map(Moments::day).orElse(Texts.text("keypage.never"));
  }

  /** RSA 4096, or the type alone. */
  static String type(Key key) {
    return key.bits() > 0
        ? Texts.text("keypage.type", key.type(), String.valueOf(key.bits()))
        : key.type();
  }

  /** First and last four digits. */
  static String brief(Key version) {
    return version.id().version().map(v -> v.substring(0, 4) + "…" + v.substring(28)).orElse("");
  }
}
