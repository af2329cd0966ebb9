package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.Store;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One request at a time, and everything a request changed durable before its answer leaves: the
 * next one is served while the first still waits for the disk, and several share a wait. A request
 * that a server of the practice cloud makes while serving another one belongs to the outer one.
 */
public final class Transactions {

  private final ReentrantLock lock = new ReentrantLock();
  private final Store store;
  private final Runnable beforeCommit;
  private Runnable watcher = () -> {};
  private Runnable clearer = () -> {};

  /**
   * @param beforeCommit may still change the store
   */
  public Transactions(Store store, Runnable beforeCommit) {
    this.store = store;
    this.beforeCommit = beforeCommit;
  }

  /** Names who looks at the world after every change, before it is made durable. */
  public void watchedBy(Runnable newWatcher) {
    watcher = newWatcher;
  }

  /** Names who clears up after everything, reading or changing. */
  public void clearedBy(Runnable newClearer) {
    clearer = newClearer;
  }

  /**
   * Runs to its end or not at all.
   *
   * @param sync wait for the disk as well
   */
  public <T> T run(boolean sync, Supplier<T> work) {
    lock.lock();
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      try {
        if (lock.getHoldCount() == 1) {
          finish(done, sync);
        }
      } finally {
        lock.unlock();
      }
      if (done && sync && !lock.isHeldByCurrentThread()) {
        store.sync();
      }
    }
  }

  private void finish(boolean done, boolean sync) {
    if (done) {
      if (sync) {
        watcher.run();
      }
      clearer.run();
      beforeCommit.run();
      store.commit(false);
    } else {
      store.rollback();
    }
  }
}
