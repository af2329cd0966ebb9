package dev.wrapkey.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Background work that can be held up, so that a page is seen while it waits. */
final class Held implements Executor {

  private final List<Runnable> waiting = new ArrayList<>();
  private boolean holding;

  /** From now on nothing is begun. */
  synchronized void hold() {
    holding = true;
  }

  /** Begins everything that was held up. */
  synchronized void release() {
    holding = false;
    waiting.forEach(work -> Thread.ofVirtual().start(work));
    waiting.clear();
  }

  @Override
  public synchronized void execute(Runnable work) {
    if (holding) {
      waiting.add(work);
    } else {
      Thread.ofVirtual().start(work);
    }
  }
}
