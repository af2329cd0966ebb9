package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.Cancellation;
import java.util.concurrent.atomic.AtomicBoolean;

/** The wishes of a person during waves. Thread-safe; good for one run. */
public final class WaveControl {

  private final AtomicBoolean pause = new AtomicBoolean();
  private final Cancellation cancellation = new Cancellation();

  /** No further server begins; those that are under way go on to their end. */
  public void pause() {
    pause.set(true);
  }

  /** Those that are under way are stopped too, each where it can be gone on with. */
  public void stop() {
    cancellation.cancel();
  }

  boolean admits() {
    return !pause.get() && !cancellation.isCancelled();
  }

  boolean isStopped() {
    return cancellation.isCancelled();
  }

  Cancellation cancellation() {
    return cancellation;
  }
}
