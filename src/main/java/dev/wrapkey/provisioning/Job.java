package dev.wrapkey.provisioning;

import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Runs steps one after another, tells about each, and turns the way they end into an {@link
 * Outcome}.
 */
final class Job {

  private final Work work;
  private final BiConsumer<Ledger.Phase, String> record;
  private String current = "";

  /**
   * @param work how steps call, wait and tell
   * @param record where to write down how far the job is
   */
  Job(Work work, BiConsumer<Ledger.Phase, String> record) {
    this.work = work;
    this.record = record;
  }

  Outcome run(Supplier<Server> steps) {
    try {
      Server server = steps.get();
      record.accept(Ledger.Phase.SUCCEEDED, current);
      return new Outcome.Succeeded(server);
    } catch (CloudFailure failure) {
      record.accept(Ledger.Phase.FAILED, current);
      work.tell(Progress.State.FAILED, failure.code());
      return new Outcome.Failed(current, failure);
    } catch (CancellationException _) {
      // An interrupted thread is the program's end, not a wish: the job is broken off, as by a
      // kill.
      if (work.cancellation().isCancelled()) {
        record.accept(Ledger.Phase.CANCELLED, current);
      }
      work.tell(Progress.State.CANCELLED, "");
      return new Outcome.Cancelled(current);
    }
  }

  void step(String id, boolean needed, Runnable action) {
    if (needed) {
      step(
          id,
          () -> {
            action.run();
            return true;
          });
    } else {
      begin(id);
      work.tell(Progress.State.SKIPPED, "");
    }
  }

  <T> T step(String id, Supplier<T> action) {
    begin(id);
    record.accept(Ledger.Phase.RUNNING, id);
    work.tell(Progress.State.STARTED, "");
    work.cancellation().check();
    T result = action.get();
    work.tell(Progress.State.ENDED, "");
    return result;
  }

  private void begin(String id) {
    current = id;
    work.begin(id);
  }
}
