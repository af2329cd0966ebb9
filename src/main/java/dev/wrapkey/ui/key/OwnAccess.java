package dev.wrapkey.ui.key;

import dev.wrapkey.export.GrantCommand;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The account's own right to see and make keys in a store that refused it: whether it may give
 * itself that right, and the wait until the right has arrived.
 */
final class OwnAccess {

  /** What is known of it. */
  sealed interface State {

    /** Nobody has asked. */
    record Idle() implements State {}

    /** The cloud is being asked. */
    record Asking() implements State {}

    /** The account may give itself the right. */
    record MayGrant() implements State {}

    /**
     * Somebody else must give it.
     *
     * @param command of the command-line tool, which does; empty if it is not known
     */
    record MayNot(String command) implements State {}

    /**
     * It was given and has not arrived.
     *
     * @param attempts how often the store has been tried
     */
    record Waiting(int attempts) implements State {}

    /** Giving it failed, or it did not arrive. */
    record Failed(CloudFailure why) implements State {}
  }

  // "Azure RBAC guide", 16 June 2026: up to ten minutes.
  private static final Retry.Policy ARRIVAL =
      new Retry.Policy(
          26,
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          Set.of(Kind.FORBIDDEN, Kind.THROTTLED, Kind.UNREACHABLE, Kind.OFFLINE));

  private final Cloud cloud;
  private final Tasks tasks;
  private final Time time;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private Running running = new Running();

  /**
   * @param time the cloud's clock, on which a right arrives
   */
  OwnAccess(Cloud cloud, Tasks tasks, Time time) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.time = time;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  void forget() {
    running.cancel();
    state.set(new State.Idle());
  }

  /** A store has refused the account something: what could it do about that? */
  void follow(KeyStore store, CloudFailure why) {
    forget();
    if (Denial.of(why) == Denial.RIGHTS && store.kind() == KeyStore.Kind.KEY_VAULT) {
      ask(store);
    }
  }

  private void ask(KeyStore vault) {
    state.set(new State.Asking());
    running =
        tasks.run(
            new Running(), () -> find(vault), state::set, why -> state.set(new State.MayNot("")));
  }

  private State find(KeyStore vault) {
    if (cloud.newVaults().ownRights(vault).grants()) {
      return new State.MayGrant();
    }
    Plan.Administrator self = cloud.directory().signedIn();
    return new State.MayNot(GrantCommand.keeping(vault, self.objectId(), self.type()));
  }

  /**
   * Gives the account the right and waits until the store shows its keys.
   *
   * @param arrived called then
   */
  void grant(KeyStore vault, Runnable arrived) {
    grant(vault, () -> isOpen(vault), open -> arrived.run());
  }

  /**
   * Gives the account the right and tries what was refused until it is not any more.
   *
   * @param refused is tried again
   * @param arrived is told what came of it
   */
  <T> void grant(KeyStore vault, Supplier<T> refused, Consumer<T> arrived) {
    forget();
    state.set(new State.Waiting(0));
    Running mine = new Running();
    running = mine;
    tasks.run(
        mine,
        () -> {
          cloud.newVaults().grantSelf(vault);
          return retry(mine).call(mine.cancellation(), refused);
        },
        answer -> {
          state.set(new State.Idle());
          arrived.accept(answer);
        },
        why -> state.set(new State.Failed(why)));
  }

  private Retry retry(Running mine) {
    return new Retry(
        time,
        ARRIVAL,
        (failure, failures, wait) ->
            tasks.onScreen(mine, () -> state.set(new State.Waiting(failures))));
  }

  /** Whether the store lists keys; its first page tells. */
  private boolean isOpen(KeyStore vault) {
    Cancellation enough = new Cancellation();
    try {
      cloud.keyStores().keys(vault, enough, page -> enough.cancel());
    } catch (CancellationException stopped) {
      if (!enough.isCancelled()) {
        throw stopped;
      }
    }
    return true;
  }
}
