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
    if (time.isHeld()) {
      return PAUSED;
    }
    return time.isSkipping() ? INSTANT : time.speed();
  }

  @Override
  public void runAt(double speed) {
    if (speed == PAUSED) {
      time.hold();
    } else if (speed == INSTANT) {
      time.skip();
    } else {
      time.runAt(speed);
    }
  }
}
