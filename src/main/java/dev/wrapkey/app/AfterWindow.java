package dev.wrapkey.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Keeps work back until the window has been drawn: what it needs of Azure's SDK is a thousand
 * classes, and would compete with the first picture for the processors.
 */
final class AfterWindow implements Executor {

  private final Executor workers;
  private final List<Runnable> waiting = new ArrayList<>();
  private boolean open;

  AfterWindow(Executor workers) {
    this.workers = workers;
  }

  @Override
  public void execute(Runnable work) {
    synchronized (this) {
      if (!open) {
        waiting.add(work);
        return;
      }
    }
    workers.execute(work);
  }

  /** Lets everything go, what has waited first. */
  void open() {
    List<Runnable> kept;
    synchronized (this) {
      open = true;
      kept = List.copyOf(waiting);
      waiting.clear();
    }
    kept.forEach(workers::execute);
  }
}
