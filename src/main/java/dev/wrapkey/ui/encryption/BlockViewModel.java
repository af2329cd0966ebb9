package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.choice.ChoiceViewModel;
import dev.wrapkey.ui.encryption.Present.Side;
import dev.wrapkey.ui.identity.IdentityViewModel;
import dev.wrapkey.ui.key.Scope;
import dev.wrapkey.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One key of a server and the identity that uses it: what there is, and what it shall be. */
public final class BlockViewModel {

  private final Cloud cloud;
  private final Tasks tasks;
  private final ChoiceViewModel choice;
  private final ReadOnlyObjectWrapper<@Nullable Side> side = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<ManagedIdentity>> identities =
      new ReadOnlyObjectWrapper<>(List.of());
  private final BooleanExpression dirty;
  private final BooleanExpression ready;

  BlockViewModel(Cloud cloud, Tasks tasks, Time time, ResourceId server) {
    this.cloud = cloud;
    this.tasks = tasks;
    choice = new ChoiceViewModel(cloud, tasks, time, Optional.of(server));
    dirty =
        Bindings.createBooleanBinding(
            this::differs, side, choice.identityProperty(), choice.keyProperty());
    ready =
        dirty
            .not()
            .or(choice.completeProperty())
            .or(
                Bindings.createBooleanBinding(
                    this::keepsHiddenIdentity,
                    side,
                    choice.identityProperty(),
                    choice.keyProperty()));
  }

  /** Shows what the server has, whatever was chosen. */
  void show(Side now) {
    side.set(now);
    identities.set(now.assigned());
    choice.scopeProperty().set(now.scope());
    choice.startFrom(now.user().found().orElse(null), now.key());
  }

  /** Takes over what the server has now, and keeps what a person has changed. */
  void rebase(Side now) {
    if (!dirty.get()) {
      show(now);
      return;
    }
    ManagedIdentity chosen = choice.identityProperty().get();
    side.set(now);
    offer(chosen, now.assigned());
    choice.compareWith(now.user().found().orElse(null), now.key());
    choice.prove(); // what was found out before may have changed
  }

  /** Shows again what the server has. */
  void discard() {
    Side now = side.get();
    if (now != null) {
      show(now);
    }
  }

  /** BLD-2, BLD-3: one that was made or selected is chosen, and assigned by the next save. */
  void add(ManagedIdentity identity) {
    offer(identity, identities.get());
    choice.identityProperty().set(identity);
  }

  private void offer(@Nullable ManagedIdentity one, List<ManagedIdentity> others) {
    List<ManagedIdentity> all = new ArrayList<>(others);
    if (one != null && !all.contains(one)) {
      all.add(one);
    }
    identities.set(List.copyOf(all));
  }

  void choose(ManagedIdentity identity) {
    choice.identityProperty().set(identity);
  }

  /** Whether an identity in the list has yet to be assigned to the server. */
  boolean isNew(ManagedIdentity identity) {
    Side now = side.get();
    return now != null && !now.assigned().contains(identity);
  }

  ChoiceViewModel choice() {
    return choice;
  }

  ReadOnlyObjectProperty<@Nullable Side> sideProperty() {
    return side.getReadOnlyProperty();
  }

  /** The rows of the drop-down: those of the server, and those added since. */
  ReadOnlyObjectProperty<List<ManagedIdentity>> identitiesProperty() {
    return identities.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable ManagedIdentity> identityProperty() {
    return choice.identityProperty();
  }

  /** True while something else is shown than the server has. */
  BooleanExpression dirtyProperty() {
    return dirty;
  }

  /** True while nothing known speaks against sending it. */
  BooleanExpression readyProperty() {
    return ready;
  }

  /** The identity as it will be sent. */
  Optional<ResourceId> identity() {
    return Optional.ofNullable(choice.identityProperty().get())
        .map(ManagedIdentity::id)
        .or(() -> Optional.ofNullable(side.get()).flatMap(now -> now.user().id()));
  }

  /** The key as it will be sent. */
  Optional<KeyIdentifier> key() {
    return choice.keyProperty().get();
  }

  /** Where the key must live; empty until the server has been read. */
  Optional<Scope> scope() {
    return Optional.ofNullable(side.get()).map(Side::scope);
  }

  /** The pane with all identities of the subscription; empty until the server has been read. */
  Optional<IdentityViewModel> identityPane() {
    return scope().map(s -> new IdentityViewModel(cloud, tasks, s, key(), this::add));
  }

  private boolean differs() {
    Side now = side.get();
    if (now == null) {
      return false;
    }
    ManagedIdentity chosen = choice.identityProperty().get();
    boolean sameIdentity = chosen == null || now.user().id().equals(Optional.of(chosen.id()));
    return !sameIdentity || !choice.keyProperty().get().equals(now.key());
  }

  /** Who may not read the identity may change the key all the same; the service will judge. */
  private boolean keepsHiddenIdentity() {
    Side now = side.get();
    return now != null
        && now.user().isHidden()
        && choice.identityProperty().get() == null
        && choice.keyProperty().get().isPresent();
  }
}
