package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.ui.task.Tasks;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How a save goes on: for how long already, and what it waits for. */
final class SaveProgress {

  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<Duration> elapsed =
      new ReadOnlyObjectWrapper<>(Duration.ZERO);
  private final ReadOnlyObjectWrapper<Optional<Progress.Wait>> wait =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Cancellation cancellation = new Cancellation();

  SaveProgress(Tasks tasks) {
    this.tasks = tasks;
  }

  /** For another save, which can be stopped. */
  Cancellation begin() {
    elapsed.set(Duration.ZERO);
    wait.set(Optional.empty());
    cancellation = new Cancellation(); // not the task's own: the answer after a stop is wanted too
    return cancellation;
  }

  void stop() {
    cancellation.cancel();
  }

  Progress listener() {
    return new Progress() {
      @Override
      public void on(Event event) {
        tasks.onScreen(() -> tell(event));
      }

      @Override
      public void waiting(String step, Wait told) {
        tasks.onScreen(() -> wait.set(Optional.of(told)));
      }
    };
  }

  private void tell(Progress.Event event) {
    if (event.state() == Progress.State.RUNNING || event.state() == Progress.State.ENDED) {
      wait.set(Optional.empty());
    }
    if (event.step().equals(KeyChange.CHANGE)) {
      elapsed.set(event.elapsed());
    }
  }

  /** On the cloud's clock. */
  ReadOnlyObjectProperty<Duration> elapsedProperty() {
    return elapsed.getReadOnlyProperty();
  }

  /** The same in words. */
  StringBinding elapsedText() {
    return Bindings.createStringBinding(() -> BladeWords.elapsed(elapsed.get()), elapsed);
  }

  /** The wait for another attempt, if it waits for one. */
  ReadOnlyObjectProperty<Optional<Progress.Wait>> waitProperty() {
    return wait.getReadOnlyProperty();
  }
}
