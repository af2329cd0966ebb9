package dev.wrapkey.ui.practice;

import java.time.Instant;

/** The practice cloud's own time. */
public interface PracticeClock {

  /** The clock stands, and whoever waits on it waits. */
  double PAUSED = 0;

  /** The clock runs as it is, and jumps over every wait. */
  double INSTANT = Double.POSITIVE_INFINITY;

  Instant now();

  /** Practice seconds per real second, {@link #PAUSED} or {@link #INSTANT}. */
  double speed();

  void runAt(double speed);
}
