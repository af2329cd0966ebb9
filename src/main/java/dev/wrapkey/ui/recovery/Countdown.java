package dev.wrapkey.ui.recovery;

import dev.wrapkey.preflight.recovery.Revalidation;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long until the service looks at the key, on the cloud's clock. */
final class Countdown {

  private final Time time;
  private Optional<Instant> known = Optional.empty();
  private Optional<Instant> mended = Optional.empty();
  private Profile profile = Profile.CURRENT;

  Countdown(Time time) {
    this.time = time;
  }

  /** What the last look has told. */
  void take(Findings found) {
    known = found.next();
    profile = found.profile();
  }

  /** The last thing was mended now: a server on its own takes so long at the most. */
  void mended() {
    mended = Optional.of(time.now());
  }

  /** Whether the service has looked since. */
  boolean isOver() {
    return due().filter(at -> !at.isAfter(time.now())).isPresent();
  }

  private Optional<Instant> due() {
    return known.or(() -> mended.map(at -> at.plus(Revalidation.period(profile))));
  }

  /** For the person. */
  String words(Standing standing) {
    if (!standing.isTroubled()) {
      return "";
    }
    String kind = known.isPresent() ? "known" : "latest";
    return due()
        .map(at -> Texts.text("recovery.next." + kind, Moments.utc(at), left(at)))
        .orElseGet(
            () -> Texts.text("recovery.next.unknown", Revalidation.period(profile).toMinutes()));
  }

  private String left(Instant at) {
    Duration left = Duration.between(time.now(), at);
    Duration shown = left.isNegative() ? Duration.ZERO : left;
    return "%d:%02d".formatted(shown.toMinutes(), shown.toSecondsPart());
  }
}
