package dev.wrapkey.provisioning;

import dev.wrapkey.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;

/**
 * Waiting that a person can end: a pause on a clock that looks up every second for a cancellation.
 *
 * @param time the clock
 * @param cancellation what ends the wait early
 */
public record Patience(Time time, Cancellation cancellation) {

  private static final Duration SLICE = Duration.ofSeconds(1);

  /**
   * Waits.
   *
   * @throws CancellationException if cancelled, or if the thread is interrupted, whose flag then
   *     stays set
   */
  public void waitFor(Duration duration) {
    Instant end = time.now().plus(duration);
    cancellation.check();
    for (Duration left = duration; left.isPositive(); left = Duration.between(time.now(), end)) {
      pause(left.compareTo(SLICE) < 0 ? left : SLICE);
      cancellation.check();
    }
  }

  private void pause(Duration duration) {
    try {
      time.pause(duration);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }
}
