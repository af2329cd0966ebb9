package dev.wrapkey.ui.identity;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.IdentityCheck;
import dev.wrapkey.ui.key.Scope;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The identities of a subscription, of every region, and the one that is picked. */
public final class IdentityViewModel {

  private final Cloud cloud;
  private final Tasks tasks;
  private final Scope scope;
  private final Consumer<ManagedIdentity> picked;
  private final Listing<Subscription> subscriptions;
  private final Listing<ManagedIdentity> listing;
  private final FilteredList<ManagedIdentity> shown;
  private final ObjectProperty<@Nullable Subscription> subscription = new SimpleObjectProperty<>();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable ManagedIdentity> selected = new SimpleObjectProperty<>();
  private final BooleanExpression ready = selected.isNotNull();
  private final StringExpression advice;
  private final GrantCheck grants;
  private @Nullable ManagedIdentity awaited;

  /**
   * @param scope the server's place: its subscription is listed first
   * @param key the key that is chosen already, if one is: the identity's rights on it are told
   * @param picked is told the choice
   */
  public IdentityViewModel(
      Cloud cloud,
      Tasks tasks,
      Scope scope,
      Optional<KeyIdentifier> key,
      Consumer<ManagedIdentity> picked) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.scope = scope;
    this.picked = picked;
    subscriptions = new Listing<>(tasks);
    listing = new Listing<>(tasks);
    shown = new FilteredList<>(listing.items());
    grants = new GrantCheck(cloud, tasks, scope, key);
    advice = Bindings.createStringBinding(this::regionAdvice, selected);
    filter.subscribe(text -> shown.setPredicate(matching(text)));
    selected.subscribe(grants::follow);
    subscription.set(scope.subscription());
    subscription.subscribe((was, is) -> load());
    listing.stateProperty().subscribe(this::chooseAwaited);
  }

  /** Begins to list, from the start. */
  public void load() {
    selected.set(null);
    if (subscriptions.stateProperty().get() == Listing.State.IDLE) {
      subscriptions.loadAll(() -> cloud.directory().subscriptions());
    }
    Subscription in = subscription.get();
    if (in == null) {
      listing.clear();
    } else {
      listing.load((cancellation, page) -> cloud.identities().list(in.id(), cancellation, page));
    }
  }

  /** Stops everything that is under way. */
  public void close() {
    listing.stop();
    subscriptions.stop();
    grants.stop();
  }

  /** A form for a new one, which is picked here when it is there. */
  NewIdentityViewModel creating() {
    Subscription in = subscription.get();
    Scope here = in == null ? scope : new Scope(in, scope.region());
    return new NewIdentityViewModel(cloud, tasks, here, this::choose);
  }

  private void choose(ManagedIdentity made) {
    filter.set("");
    awaited = made;
    Subscription in = subscription.get();
    if (in == null || !in.id().equals(made.id().subscription())) {
      subscriptions.items().stream()
          .filter(each -> each.id().equals(made.id().subscription()))
          .findFirst()
          .ifPresent(subscription::set);
    } else if (listing.stateProperty().get() != Listing.State.LOADING) {
      chooseAwaited();
    }
  }

  // A fresh identity may be missing in the list for a while.
  private void chooseAwaited() {
    ManagedIdentity made = awaited;
    if (made != null && listing.stateProperty().get() == Listing.State.READY) {
      awaited = null;
      listing.include(made);
      selected.set(made);
    }
  }

  private String regionAdvice() {
    return Optional.ofNullable(selected.get())
        .flatMap(identity -> IdentityCheck.check(identity, scope.region()))
        .map(Finding::message)
        .orElse("");
  }

  Listing<Subscription> subscriptions() {
    return subscriptions;
  }

  ObjectProperty<@Nullable Subscription> subscriptionProperty() {
    return subscription;
  }

  Listing<ManagedIdentity> listing() {
    return listing;
  }

  FilteredList<ManagedIdentity> shown() {
    return shown;
  }

  StringProperty filterProperty() {
    return filter;
  }

  ObjectProperty<@Nullable ManagedIdentity> selectedProperty() {
    return selected;
  }

  /** CMK-21 of the picked one, which is advice; empty for nothing. */
  StringExpression adviceProperty() {
    return advice;
  }

  /** What the picked one may do with the chosen key. */
  GrantCheck grants() {
    return grants;
  }

  /** True when an identity is picked. */
  public BooleanExpression readyProperty() {
    return ready;
  }

  /** Hands the picked identity over. */
  public void finish() {
    ManagedIdentity choice = selected.get();
    if (choice != null) {
      picked.accept(choice);
    }
  }

  private static java.util.function.Predicate<ManagedIdentity> matching(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return identity ->
        identity.name().toLowerCase(Locale.ROOT).contains(wanted)
            || identity.id().resourceGroup().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
