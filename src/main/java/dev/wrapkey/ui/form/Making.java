package dev.wrapkey.ui.form;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Something that is being made in the cloud at once: whether it is on its way, why it failed. */
public final class Making {

  private final Tasks tasks;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private Running running = new Running();

  public Making(Tasks tasks) {
    this.tasks = tasks;
  }

  /** Starts it, unless it is on its way. */
  public <T> void start(Function<Cancellation, T> work, Consumer<T> done) {
    if (busy.get()) {
      return;
    }
    failure.set(null);
    busy.set(true);
    Running mine = new Running();
    running = mine;
    tasks.run(
        mine,
        () -> work.apply(mine.cancellation()),
        made -> {
          busy.set(false);
          done.accept(made);
        },
        why -> {
          busy.set(false);
          failure.set(why);
        });
  }

  /** Waits no longer; the cloud may make it all the same. */
  public void cancel() {
    running.cancel();
    busy.set(false);
    failure.set(null);
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Why the last one failed; null if it has not. */
  public ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
