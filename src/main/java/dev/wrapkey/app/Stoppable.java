package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.ui.view.Texts;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;

/**
 * Work at the command line that ends in good order when somebody ends the program: it is cancelled,
 * and the program waits for it and what it has to tell.
 */
final class Stoppable {

  private final Console console;
  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicInteger code;

  private Stoppable(Console console, int failed) {
    this.console = console;
    this.code = new AtomicInteger(failed);
  }

  /**
   * Does the work.
   *
   * @param failed the exit code for work that does not come to an end
   * @return the exit code that the work answers
   */
  static int run(Console console, int failed, ToIntFunction<Cancellation> work) {
    Stoppable all = new Stoppable(console, failed);
    Thread stop = new Thread(all::stop);
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      all.code.set(work.applyAsInt(all.cancellation));
    } finally {
      all.ended.countDown();
    }
    if (!all.cancellation.isCancelled()) {
      Runtime.getRuntime().removeShutdownHook(stop);
    }
    return all.code.get();
  }

  private void stop() {
    console.complain(Texts.text("deployment.phase.CANCELLING"));
    cancellation.cancel();
    try {
      ended.await();
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(code.get());
  }
}
