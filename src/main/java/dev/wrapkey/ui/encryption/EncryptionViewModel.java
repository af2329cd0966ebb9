package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.choice.ChoiceViewModel;
import dev.wrapkey.ui.key.Scope;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Identity and key of an existing server: change both, save or discard. The mode never changes
 * (portal specification CMK-30).
 */
public final class EncryptionViewModel {

  /** Where the blade stands. */
  enum State {
    LOADING,
    SERVICE_MANAGED,
    CUSTOMER_MANAGED,
    SAVING,
    FAILED
  }

  /**
   * What the server has.
   *
   * @param server the server
   * @param subscription its subscription, with its name
   * @param identity the identity that uses the key, in full
   */
  record Present(Server server, Subscription subscription, Optional<ManagedIdentity> identity) {}

  private final Cloud cloud;
  private final Tasks tasks;
  private final Time time;
  private final ResourceId id;
  private final KeyNews news;
  private final ChoiceViewModel choice;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyObjectWrapper<@Nullable Present> present = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Optional<KeyIdentifier>> saved =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BooleanExpression dirty;
  private final BooleanExpression savable;
  private final ReadOnlyObjectWrapper<Duration> elapsed =
      new ReadOnlyObjectWrapper<>(Duration.ZERO);
  private Running current = new Running();
  private Cancellation waiting = new Cancellation();

  /**
   * @param news tells the bell of changes
   */
  public EncryptionViewModel(Cloud cloud, Tasks tasks, Time time, ResourceId id, KeyNews news) {
    this.news = news;
    this.cloud = cloud;
    this.tasks = tasks;
    this.time = time;
    this.id = id;
    choice = new ChoiceViewModel(cloud, tasks, time);
    dirty =
        Bindings.createBooleanBinding(
            this::differs,
            present,
            choice.identityProperty(),
            choice.keyProperty(),
            choice.automaticProperty());
    savable = dirty.and(choice.completeProperty()).and(state.isEqualTo(State.CUSTOMER_MANAGED));
  }

  /** Reads what the server has; keeps what a person has changed and not saved. */
  public void enter() {
    if (state.get() != State.SAVING && !dirty.get()) {
      reload();
    }
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Present> presentProperty() {
    return present.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** The key that was saved last in this blade, until something changes. */
  ReadOnlyObjectProperty<Optional<KeyIdentifier>> savedProperty() {
    return saved.getReadOnlyProperty();
  }

  /** How long the save has been under way, on the cloud's clock. */
  ReadOnlyObjectProperty<Duration> elapsedProperty() {
    return elapsed.getReadOnlyProperty();
  }

  ChoiceViewModel choice() {
    return choice;
  }

  /** True while the screen shows something other than the server has. */
  BooleanExpression dirtyProperty() {
    return dirty;
  }

  BooleanExpression savableProperty() {
    return savable;
  }

  void reload() {
    current.cancel();
    failure.set(null);
    state.set(State.LOADING);
    current = tasks.run(() -> read(cloud.servers().get(id)), this::arrived, this::failed);
  }

  /** Sends identity and key, always together, and waits until the server has them. */
  void save() {
    ManagedIdentity identity = choice.identityProperty().get();
    Optional<KeyIdentifier> key = choice.keyProperty().get();
    if (!savable.get() || identity == null || key.isEmpty()) {
      return;
    }
    failure.set(null);
    saved.set(Optional.empty());
    state.set(State.SAVING);
    DataEncryption wanted = DataEncryption.customerManaged(key.get(), identity.id());
    Notification told = news.begin();
    Cancellation mine = new Cancellation();
    waiting = mine; // not the task's own: what the server has is wanted after a stop too
    tasks.run(
        () -> new KeyChange(cloud, time, Retry.Policy.STANDARD).run(id, wanted, this::tell, mine),
        outcome -> {
          news.end(told, outcome);
          ended(outcome);
        },
        why -> {
          news.failed(told, why);
          refused(why);
        });
  }

  /** Stops waiting for a save; the service finishes what it has accepted. */
  void stopWaiting() {
    waiting.cancel();
  }

  /** Shows again what the server has. */
  void discard() {
    Present now = present.get();
    if (now != null) {
      failure.set(null);
      restore(now);
    }
  }

  private Present read(Server server) {
    Subscription subscription =
        cloud.directory().subscriptions().stream()
            .filter(s -> s.id().equalsIgnoreCase(server.id().subscription()))
            .findFirst()
            .orElseGet(
                () -> new Subscription(server.id().subscription(), server.id().subscription()));
    return new Present(
        server, subscription, server.encryption().identity().map(i -> cloud.identities().get(i)));
  }

  private void arrived(Present now) {
    present.set(now);
    restore(now);
    state.set(
        now.server().encryption().isCustomerManaged()
            ? State.CUSTOMER_MANAGED
            : State.SERVICE_MANAGED);
  }

  private void tell(Progress.Event event) {
    if (event.step().equals(KeyChange.CHANGE)) {
      tasks.onScreen(() -> elapsed.set(event.elapsed()));
    }
  }

  private void ended(Outcome outcome) {
    switch (outcome) {
      case Outcome.Succeeded(Server now) ->
          current = tasks.run(() -> read(now), this::changed, this::failed);
      case Outcome.Cancelled _ -> reload();
      case Outcome.Failed(_, CloudFailure why) -> refused(why);
    }
  }

  private void changed(Present now) {
    arrived(now);
    saved.set(now.server().encryption().key());
  }

  private void refused(CloudFailure why) {
    choice.prove(); // what was found out before has changed meanwhile
    failure.set(why);
    state.set(State.CUSTOMER_MANAGED);
  }

  private void failed(CloudFailure why) {
    failure.set(why);
    state.set(State.FAILED);
  }

  private void restore(Present now) {
    DataEncryption encryption = now.server().encryption();
    choice.scopeProperty().set(new Scope(now.subscription(), now.server().region()));
    now.identity()
        .ifPresent(identity -> encryption.key().ifPresent(key -> choice.restore(identity, key)));
  }

  private boolean differs() {
    Present now = present.get();
    if (now == null || !now.server().encryption().isCustomerManaged()) {
      return false;
    }
    ManagedIdentity identity = choice.identityProperty().get();
    boolean sameIdentity =
        now.identity()
            .map(ManagedIdentity::id)
            .equals(Optional.ofNullable(identity).map(ManagedIdentity::id));
    return !sameIdentity || !choice.keyProperty().get().equals(now.server().encryption().key());
  }
}
