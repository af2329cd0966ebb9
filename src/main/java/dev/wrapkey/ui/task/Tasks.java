package dev.wrapkey.ui.task;

import dev.wrapkey.provisioning.CloudFailure;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Work off the screen's thread, answers on it. In the program {@code background} starts virtual
 * threads and {@code screen} is the toolkit's queue; in tests both may be {@code Runnable::run}.
 */
public final class Tasks {

  private final Executor background;
  private final Executor screen;
  private final Consumer<Throwable> unexpected;

  /**
   * @param background runs the work
   * @param screen runs the answers
   * @param unexpected is told of everything that is neither an answer nor a {@link CloudFailure}: a
   *     bug
   */
  public Tasks(Executor background, Executor screen, Consumer<Throwable> unexpected) {
    this.background = background;
    this.screen = screen;
    this.unexpected = unexpected;
  }

  /**
   * Starts {@code work}; exactly one of {@code done} and {@code failed} is called on the screen's
   * thread, or none if it is cancelled before.
   */
  public <T> Running run(
      Callable<T> work, Consumer<? super T> done, Consumer<CloudFailure> failed) {
    return run(new Running(), work, done, failed);
  }

  /**
   * As {@link #run(Callable, Consumer, Consumer)}, under a handle that the caller already holds.
   */
  public <T> Running run(
      Running running, Callable<T> work, Consumer<? super T> done, Consumer<CloudFailure> failed) {
    background.execute(() -> running.within(() -> attempt(work, done, failed, running)));
    return running;
  }

  /**
   * Hands something to the screen's thread, unless {@code running} has been cancelled by the time
   * it gets there.
   */
  public void onScreen(Running running, Runnable action) {
    screen.execute(
        () -> {
          if (!running.isCancelled()) {
            action.run();
          }
        });
  }

  /** Hands something to the screen's thread. */
  public void onScreen(Runnable action) {
    screen.execute(action);
  }

  /** Runs parts of one piece of work beside each other. */
  public Executor background() {
    return background;
  }

  private <T> void attempt(
      Callable<T> work, Consumer<? super T> done, Consumer<CloudFailure> failed, Running running) {
    try {
      T answer = work.call();
      onScreen(running, () -> done.accept(answer));
    } catch (CloudFailure failure) {
      onScreen(running, () -> failed.accept(failure));
    } catch (CancellationException | InterruptedException stopped) {
      running.cancel();
    } catch (
        Exception bug) { // the one place where a bug of background work is caught: it is shown, not
      // swallowed
      onScreen(running, () -> unexpected.accept(bug));
    }
  }
}
