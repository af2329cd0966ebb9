package dev.wrapkey.ui.task;

import dev.wrapkey.provisioning.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * A piece of background work that can be stopped: its thread is interrupted and its answer dropped.
 */
public final class Running {

  private final Cancellation cancellation = new Cancellation();
  private @Nullable Thread thread;

  /** To be handed to calls of the cloud that take one. */
  public Cancellation cancellation() {
    return cancellation;
  }

  public boolean isCancelled() {
    return cancellation.isCancelled();
  }

  /** Stops the work; harmless when it has ended. */
  public synchronized void cancel() {
    cancellation.cancel();
    if (thread != null && thread != Thread.currentThread()) {
      thread.interrupt();
    }
  }

  void within(Runnable work) {
    enter(Thread.currentThread());
    try {
      work.run();
    } finally {
      enter(null);
    }
  }

  private synchronized void enter(@Nullable Thread newThread) {
    thread = newThread;
  }
}
