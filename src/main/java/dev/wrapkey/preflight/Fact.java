package dev.wrapkey.preflight;

import dev.wrapkey.provisioning.CloudFailure;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Something that the cloud is asked for once, by whoever needs it first and on that one's thread;
 * the others wait for the answer.
 */
public final class Fact<T> {

  private final FutureTask<T> task;

  /**
   * @param question asks the cloud
   */
  public Fact(Supplier<T> question) {
    this.task = new FutureTask<>(question::get);
  }

  /**
   * The answer.
   *
   * @throws CloudFailure the same for everybody who asks
   */
  public T get() {
    task.run();
    try {
      return task.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException thrown) {
      throw unchecked(thrown);
    }
  }

  /** The answer, unless the cloud refused it or gave none. */
  Optional<T> ifSeen() {
    try {
      return Optional.of(get());
    } catch (CloudFailure _) {
      return Optional.empty();
    }
  }

  /** What work in the background has thrown, to be thrown on. */
  public static RuntimeException unchecked(ExecutionException thrown) {
    return switch (thrown.getCause()) {
      case RuntimeException exception -> exception;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(thrown);
    };
  }
}
