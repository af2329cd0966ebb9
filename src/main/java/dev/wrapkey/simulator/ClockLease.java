package dev.wrapkey.simulator;

import dev.wrapkey.simulator.store.DurableStore;
import dev.wrapkey.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps the cloud's clock from running backwards over restarts. A moment ahead of the clock is
 * stored; before the clock passes it, a later one is. Whoever starts next begins at the stored
 * moment.
 */
final class ClockLease implements Runnable {

  private static final String NOTE = "clock";
  private static final Duration AHEAD = Duration.ofSeconds(60);

  private final DurableStore store;
  private final VirtualTime time;
  private Instant until;

  ClockLease(DurableStore store, VirtualTime time) {
    this.store = store;
    this.time = time;
    this.until = store.note(NOTE).map(Instant::parse).orElse(Instant.MIN);
    if (until.isAfter(time.now())) {
      time.jump(Duration.between(time.now(), until));
    }
  }

  @Override
  public void run() {
    if (!time.now().isBefore(until)) {
      until = time.now().plus(AHEAD);
      store.note(NOTE, until.toString());
    }
  }

  /** Stores the present moment, exactly, for good. */
  void end() {
    until = Instant.MAX;
    store.note(NOTE, time.now().toString());
  }
}
