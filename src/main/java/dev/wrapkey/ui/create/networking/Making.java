package dev.wrapkey.ui.create.networking;

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
final class Making {

  private final Tasks tasks;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();

  Making(Tasks tasks) {
    this.tasks = tasks;
  }

  /** Starts it, unless it is on its way. */
  <T> void start(Function<Cancellation, T> work, Consumer<T> done) {
    if (busy.get()) {
      return;
    }
    failure.set(null);
    busy.set(true);
    Running mine = new Running();
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

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
