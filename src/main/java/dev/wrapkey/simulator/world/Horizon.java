package dev.wrapkey.simulator.world;

import java.time.Instant;

/**
 * The moment at which everything that is under way will be over. Whoever begins something slow says
 * how far it reaches. Thread-safe.
 */
public final class Horizon {

  private volatile Instant latest = Instant.MIN;

  /** Something will last until a moment. */
  public synchronized void reach(Instant end) {
    latest = end.isAfter(latest) ? end : latest;
  }

  /** When the last thing known of is over; long ago if there is none. */
  public Instant latest() {
    return latest;
  }
}
