package dev.wrapkey.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A clock that runs at a chosen multiple of the wall clock and can be moved forward, never back.
 *
 * <p>At speed 0 the clock stands still and a pause moves it instead of waiting: that is how tests
 * let an hour pass in no time. A clock that {@linkplain #skip skips} does the same and runs
 * besides. One that is {@linkplain #hold held} stands still too, but then pauses wait until it runs
 * again or is moved past their end. Thread-safe.
 */
public final class VirtualTime implements Time {

  private Instant anchor;
  private long anchorNanos;
  private double speed;
  private boolean held;
  private boolean skipping;

  /**
   * @param start the first moment of this clock
   * @param speed virtual seconds per wall second; 0 stands still
   */
  public VirtualTime(Instant start, double speed) {
    this.anchor = start;
    this.anchorNanos = System.nanoTime();
    this.speed = requireSpeed(speed);
  }

  /**
   * A clock that stands still at {@code start} and moves only by {@link #pause} and {@link #jump}.
   */
  public static VirtualTime standingAt(Instant start) {
    return new VirtualTime(start, 0);
  }

  @Override
  public synchronized Instant now() {
    long wall = held ? 0 : System.nanoTime() - anchorNanos;
    return anchor.plusNanos((long) (wall * speed));
  }

  @Override
  public synchronized void pause(Duration duration) throws InterruptedException {
    if (duration.isPositive() && Thread.interrupted()) {
      throw new InterruptedException();
    }
    Instant end = now().plus(duration);
    for (Duration left = duration; left.isPositive(); left = Duration.between(now(), end)) {
      if (held) {
        wait();
      } else if (speed == 0 || skipping) {
        jump(left);
      } else {
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, (long) (left.toNanos() / speed)));
      }
    }
  }

  /** Moves the clock forward by {@code duration}; a negative one is refused. */
  public synchronized void jump(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("time does not run backwards: " + duration);
    }
    restart(now().plus(duration), speed);
  }

  /** Virtual seconds per wall second. */
  public synchronized double speed() {
    return speed;
  }

  /** Changes how fast the clock runs from now on; a clock that was held or skipped does no more. */
  public synchronized void runAt(double newSpeed) {
    Instant from = now();
    double checked = requireSpeed(newSpeed);
    held = false;
    skipping = false;
    restart(from, checked);
  }

  /** Stops the clock, and everybody who waits on it, until {@link #runAt} or {@link #skip}. */
  public synchronized void hold() {
    Instant from = now();
    held = true;
    skipping = false;
    restart(from, speed);
  }

  /** Runs with the wall clock from now on, and a pause moves the clock instead of waiting. */
  public synchronized void skip() {
    runAt(1);
    skipping = true;
  }

  /** Whether somebody holds the clock. */
  public synchronized boolean isHeld() {
    return held;
  }

  /** Whether pauses are skipped while the clock runs. */
  public synchronized boolean isSkipping() {
    return skipping;
  }

  private void restart(Instant from, double newSpeed) {
    anchor = from;
    anchorNanos = System.nanoTime();
    speed = newSpeed;
    notifyAll();
  }

  private static double requireSpeed(double speed) {
    if (!(speed >= 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed must be zero or more: " + speed);
    }
    return speed;
  }
}
