package dev.wrapkey.app;

import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.practice.PracticeClock;
import java.time.Instant;

/** The practice cloud's time, as the practice bar steers it. */
record RunningClock(VirtualTime time) implements PracticeClock {

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public double speed() {
    return time.speed();
  }

  @Override
  public void runAt(double speed) {
    time.runAt(speed);
  }
}
