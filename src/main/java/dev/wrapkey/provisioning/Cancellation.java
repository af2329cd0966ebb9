package dev.wrapkey.provisioning;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The wish of a person to stop something that is under way. Thread-safe; once cancelled it stays
 * cancelled.
 */
public final class Cancellation {

  private final AtomicBoolean cancelled = new AtomicBoolean();

  public void cancel() {
    cancelled.set(true);
  }

  public boolean isCancelled() {
    return cancelled.get();
  }

  /**
   * Throws {@link CancellationException} if cancelled: to be called between two calls of the cloud.
   */
  public void check() {
    if (isCancelled()) {
      throw new CancellationException("cancelled");
    }
  }
}
