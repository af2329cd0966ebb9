package dev.wrapkey.ui.inside;

import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.RotationWatch;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Work on a volume that takes its time: how far it is, a way to end it, what came of it. */
final class VolumeWork {

  /** What came of it. */
  record News(boolean good, String words) {}

  /** The work itself. */
  interface Job {
    News run(RotationWatch watch) throws KeyUnavailable;
  }

  private final Tasks tasks;
  private final Runnable after;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final ReadOnlyObjectWrapper<Optional<News>> news =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private AtomicBoolean ended = new AtomicBoolean();

  /**
   * @param after is run when the work has ended, whatever came of it
   */
  VolumeWork(Tasks tasks, Runnable after) {
    this.tasks = tasks;
    this.after = after;
  }

  /** Starts the work; does nothing while there is some. */
  void start(Job job) {
    if (busy.get()) {
      return;
    }
    AtomicBoolean mine = new AtomicBoolean();
    ended = mine;
    busy.set(true);
    progress.set(0);
    news.set(Optional.empty());
    tasks.run(
        () -> attempt(job, mine),
        found -> {
          busy.set(false);
          news.set(Optional.of(found));
          after.run();
        },
        InsideViewModel::never);
  }

  private News attempt(Job job, AtomicBoolean mine) {
    try {
      return job.run(
          (done, of) -> {
            tasks.onScreen(() -> progress.set(of == 0 ? 1 : (double) done / of));
            return !mine.get();
          });
    } catch (KeyUnavailable refused) {
      String why = String.valueOf(refused.getMessage());
      return new News(false, Texts.text("inside.work.refused", refused.code(), why));
    }
  }

  /** Ends the work at the next place where it can be ended. */
  void end() {
    ended.set(true);
  }

  /** Takes the news away: they are of something that is not looked at any more. */
  void forget() {
    news.set(Optional.empty());
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** From 0 to 1. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<News>> newsProperty() {
    return news.getReadOnlyProperty();
  }
}
