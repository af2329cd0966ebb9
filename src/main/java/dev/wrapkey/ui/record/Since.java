package dev.wrapkey.ui.record;

import java.time.Duration;
import java.time.Instant;

/** How far back changes are shown. */
enum Since {
  ALWAYS(Duration.ZERO),
  HOUR(Duration.ofHours(1)),
  DAY(Duration.ofDays(1)),
  WEEK(Duration.ofDays(7)),
  MONTH(Duration.ofDays(30));

  private final Duration length;

  Since(Duration length) {
    this.length = length;
  }

  boolean reaches(Instant moment, Instant now) {
    return this == ALWAYS || !moment.isBefore(now.minus(length));
  }
}
