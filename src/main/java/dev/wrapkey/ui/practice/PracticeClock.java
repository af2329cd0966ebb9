package dev.wrapkey.ui.practice;

import java.time.Instant;

/** The practice cloud's own time. */
public interface PracticeClock {

  Instant now();

  /** Practice seconds per real second. */
  double speed();

  void runAt(double speed);
}
