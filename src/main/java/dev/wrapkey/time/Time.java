package dev.wrapkey.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The only source of time in Wrapkey: a clock and a pause that belong together.
 *
 * <p>Everything that asks for the time or waits takes a {@code Time}, so that the practice cloud
 * can run it faster than the wall clock and tests never wait.
 */
public interface Time {

  /** The present moment of this clock, UTC. */
  Instant now();

  /**
   * Waits until {@code duration} has passed on this clock.
   *
   * @param duration a length on this clock; zero or negative returns at once
   * @throws InterruptedException if the waiting thread is interrupted
   */
  void pause(Duration duration) throws InterruptedException;
}
