package dev.wrapkey.simulator.engine;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * The threads the practice cloud works on: its own, never the caller's. A caller may be interrupted
 * at any moment, and an interrupt closes every file its thread is using; a cloud loses nothing when
 * a client hangs up. What was begun is finished, as on a real server.
 */
public final class Engine implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Runs {@code work} to its end.
   *
   * @throws UncheckedIOException if the caller is interrupted while it waits; the work goes on
   */
  public <T> T run(Supplier<T> work) {
    Future<T> answer = threads.submit(work::get);
    try {
      return answer.get();
    } catch (InterruptedException hungUp) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("the caller hung up"));
    } catch (ExecutionException fault) {
      throw new IllegalStateException("a fault of the practice cloud", fault.getCause());
    }
  }

  /** Waits for what is under way. */
  @Override
  public void close() {
    threads.close();
  }
}
