package dev.wrapkey.encryption;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Things to close together, the last one first: collected in a {@code try} block and handed over if
 * all went well.
 */
final class Held implements AutoCloseable {

  private final Deque<Runnable> closings = new ArrayDeque<>();

  <T> T add(T thing, Consumer<T> closing) {
    closings.push(() -> closing.accept(thing));
    return thing;
  }

  /** Moves everything to a new owner, so that closing this one does nothing. */
  Held handOver() {
    Held next = new Held();
    next.closings.addAll(closings);
    closings.clear();
    return next;
  }

  @Override
  public void close() {
    if (closings.isEmpty()) {
      return;
    }
    try {
      closings.pop().run();
    } finally {
      close();
    }
  }
}
