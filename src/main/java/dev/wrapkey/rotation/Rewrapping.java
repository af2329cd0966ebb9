package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.KeyIdentifier;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** When a server's data keys were last wrapped anew, as far as it can be known. */
final class Rewrapping {

  private Rewrapping() {}

  /**
   * Writes it down: as was seen; otherwise this moment, at which the service has said that it is
   * done. The earlier one would be a guess, and the later one is the safer.
   */
  static void note(Course course, Optional<Wrapping> wrapping) {
    if (course.entry().order().leaving().isEmpty()) {
      return;
    }
    Instant at = wrapping.flatMap(seen -> last(course.entry(), seen)).orElseGet(course::now);
    course.ledger().made(made -> made.rewrapped(at));
  }

  private static Optional<Instant> last(RotationLedger.Entry entry, Wrapping wrapping) {
    Stream<KeyIdentifier> versions =
        entry.order().leaving().stream().flatMap(purpose -> entry.reached(purpose).stream());
    return versions
        .flatMap(version -> wrapping.lastWrapped(version).stream())
        .max(Comparator.naturalOrder());
  }
}
