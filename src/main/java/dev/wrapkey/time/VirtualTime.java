package dev.wrapkey.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A clock that runs at a chosen multiple of the wall clock and can be moved forward, never back.
 *
 * <p>At speed 0 the clock stands still and a pause moves it instead of waiting: that is how tests
 * let an hour pass in no time. Thread-safe.
 */
public final class VirtualTime implements Time {

  private Instant anchor;
  private long anchorNanos;
  private double speed;

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
    long wall = System.nanoTime() - anchorNanos;
    return anchor.plusNanos((long) (wall * speed));
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    if (!duration.isPositive()) {
      return;
    }
    double current = speed();
    if (current == 0) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      jump(duration);
    } else {
      Thread.sleep(Duration.ofNanos((long) (duration.toNanos() / current)));
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

  /** Changes how fast the clock runs from now on. */
  public synchronized void runAt(double newSpeed) {
    restart(now(), requireSpeed(newSpeed));
  }

  private void restart(Instant from, double newSpeed) {
    anchor = from;
    anchorNanos = System.nanoTime();
    speed = newSpeed;
  }

  private static double requireSpeed(double speed) {
    if (!(speed >= 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed must be zero or more: " + speed);
    }
    return speed;
  }
}
