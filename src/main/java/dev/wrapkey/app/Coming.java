package dev.wrapkey.app;

import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.StateInUse;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.time.VirtualTime;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The practice cloud of a window that is made while another processor opens the cloud. Whoever asks
 * for it before it is there waits.
 */
final class Coming implements Supplier<PracticeCloud>, AutoCloseable {

  private final CompletableFuture<PracticeCloud> cloud = new CompletableFuture<>();
  private final Path state;
  private final VirtualTime time;

  /**
   * @param state folder of the practice cloud and of what is kept about it
   * @param speed practice seconds per second
   */
  Coming(Path state, double speed) {
    this.state = state;
    time = new VirtualTime(new SystemTime().now(), speed);
  }

  Path state() {
    return state;
  }

  /** The cloud's clock. */
  VirtualTime time() {
    return time;
  }

  /**
   * Opens the practice cloud; once.
   *
   * @throws StateInUse if another program has it open
   */
  void open() throws StateInUse {
    Path folder = state.resolve(Session.PRACTICE_FOLDER);
    try {
      cloud.complete(PracticeCloud.open(folder, time, new SecureRandom()));
    } finally {
      cloud.cancel(false); // where it could not be opened, nobody may wait
    }
  }

  @Override
  public PracticeCloud get() {
    return cloud.join();
  }

  /** Closes the cloud, if it came. */
  @Override
  public void close() {
    if (cloud.isDone() && !cloud.isCompletedExceptionally()) {
      cloud.join().close();
    }
  }
}
