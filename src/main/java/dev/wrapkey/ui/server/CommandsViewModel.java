package dev.wrapkey.ui.server;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.ServerLifecycle;
import dev.wrapkey.provisioning.ServerLifecycle.Act;
import dev.wrapkey.ui.task.Tasks;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What can be done with a server as a whole. One thing at a time. */
public final class CommandsViewModel {

  private final ServerViewModel server;
  private final ServerLifecycle lifecycle;
  private final Tasks tasks;
  private final Runnable gone;
  private final ReadOnlyObjectWrapper<@Nullable Act> running = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private Consumer<Server> restoring = _ -> {};
  private final StringProperty typedName = new SimpleStringProperty("");

  /**
   * @param server the server, read anew after each act
   * @param gone called when it was deleted
   */
  public CommandsViewModel(
      ServerViewModel server, ServerLifecycle lifecycle, Tasks tasks, Runnable gone) {
    this.server = server;
    this.lifecycle = lifecycle;
    this.tasks = tasks;
    this.gone = gone;
  }

  /** How the wizard is opened that restores the server. */
  public void restoreWith(Consumer<Server> way) {
    restoring = way;
  }

  /** Opens the wizard that restores the server; there it is said if that cannot be. */
  void restore() {
    Optional.ofNullable(server.serverProperty().get()).ifPresent(restoring);
  }

  ResourceId id() {
    return server.id();
  }

  ServerViewModel server() {
    return server;
  }

  /** Whether an act is possible in the state that was read last, and nothing is under way. */
  BooleanBinding possible(Act act) {
    return Bindings.createBooleanBinding(
        () ->
            running.get() == null
                && Optional.ofNullable(server.serverProperty().get())
                    .map(Server::state)
                    .filter(act::isPossibleIn)
                    .isPresent(),
        running,
        server.serverProperty());
  }

  /** Does it in the background and reads the server anew. */
  void act(Act act) {
    if (running.get() != null) {
      return;
    }
    running.set(act);
    failure.set(null);
    tasks.run(
        () -> {
          lifecycle.run(server.id(), act, event -> {}, new Cancellation());
          return act;
        },
        this::done,
        why -> {
          running.set(null);
          failure.set(why);
          server.refresh();
        });
    server.refresh();
  }

  private void done(Act act) {
    running.set(null);
    if (act == Act.DELETE) {
      gone.run();
    } else {
      server.refresh();
    }
  }

  ReadOnlyObjectProperty<@Nullable Act> runningProperty() {
    return running.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** What a person has typed to confirm the deletion. */
  StringProperty typedNameProperty() {
    return typedName;
  }

  /** Whether the name has been typed as it is. */
  BooleanExpression confirmedProperty() {
    return typedName.isEqualTo(server.id().name()).and(possible(Act.DELETE));
  }
}
