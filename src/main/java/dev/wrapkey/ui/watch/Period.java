package dev.wrapkey.ui.watch;

import java.time.Duration;

/** How far back the activity log is read. */
enum Period {
  DAY(Duration.ofDays(1)),
  WEEK(Duration.ofDays(7)),
  /** As long as the service keeps it. */
  ALL(Duration.ofDays(89));

  private final Duration length;

  Period(Duration length) {
    this.length = length;
  }

  Duration length() {
    return length;
  }
}
