package dev.wrapkey.encryption;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Many key operations, by as many threads as the key encryption key bears. */
final class KeyWork {

  private KeyWork() {}

  /** One of them. */
  interface Step<T> {
    /** The result, or null to end the work without one. */
    @org.jspecify.annotations.Nullable
    T at(int index) throws KeyUnavailable;
  }

  /**
   * The results of steps 0 to {@code count} - 1, in order; fewer if a step ended the work, and then
   * perhaps with gaps.
   *
   * @param discard gets what was made if a step fails
   * @throws KeyUnavailable what the first failing step threw
   */
  static <T> List<T> all(int count, int threads, Step<T> step, Consumer<T> discard)
      throws KeyUnavailable {
    AtomicReferenceArray<T> made = new AtomicReferenceArray<>(count);
    AtomicInteger next = new AtomicInteger();
    AtomicReference<@org.jspecify.annotations.Nullable KeyUnavailable> refused =
        new AtomicReference<>();
    Runnable worker =
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            try {
              T result = step.at(i);
              if (result == null) {
                next.set(count);
              } else {
                made.set(i, result);
              }
            } catch (KeyUnavailable e) {
              refused.compareAndSet(null, e);
              next.set(count);
            }
          }
        };
    boolean done = false;
    try {
      run(Math.min(threads, count), worker);
      done = refused.get() == null;
    } finally {
      if (!done) {
        present(made).forEach(discard);
      }
    }
    KeyUnavailable first = refused.get();
    if (first != null) {
      throw first;
    }
    return present(made);
  }

  private static void run(int threads, Runnable worker) {
    if (threads <= 1) {
      worker.run();
    } else {
      IntStream.range(0, threads).parallel().forEach(_ -> worker.run());
    }
  }

  private static <T> List<T> present(AtomicReferenceArray<T> made) {
    List<T> results = new ArrayList<>();
    for (int i = 0; i < made.length(); i++) {
      T result = made.get(i);
      if (result != null) {
        results.add(result);
      }
    }
    return results;
  }
}
