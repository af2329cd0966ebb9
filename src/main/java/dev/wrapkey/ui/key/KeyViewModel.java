package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.KeyCheck;
import dev.wrapkey.rules.StoreCheck;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/**
 * Store, key and version, each listed when the one before is chosen. Stores that cannot serve are
 * left out with their reason; keys that cannot serve are refused with theirs.
 */
public final class KeyViewModel {

  private final Cloud cloud;
  private final Tasks tasks;
  private final Time time;
  private final Scope scope;
  private final boolean automatic;
  private final Consumer<KeyIdentifier> picked;
  private final Listing<KeyStore> stores;
  private final FilteredList<KeyStore> usable;
  private final FilteredList<KeyStore> unusable;
  private final Listing<Key> keys;
  private final Listing<Key> versions;
  private final ObjectProperty<KeyStore.Kind> kind =
      new SimpleObjectProperty<>(KeyStore.Kind.KEY_VAULT);
  private final ObjectProperty<@Nullable KeyStore> store = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Key> key = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Key> version = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper keyProblem = new ReadOnlyStringWrapper("");
  private final BooleanExpression complete;
  private final ImportViewModel importing;
  private @Nullable KeyIdentifier awaited;
  private Running examining = new Running();

  /**
   * @param scope where the key must live
   * @param automatic true if versions are followed automatically, so that none is chosen
   * @param picked is told the choice; versionless if automatic
   */
  public KeyViewModel(
      Cloud cloud,
      Tasks tasks,
      Time time,
      Scope scope,
      boolean automatic,
      Consumer<KeyIdentifier> picked) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.time = time;
    this.scope = scope;
    this.automatic = automatic;
    this.picked = picked;
    stores = new Listing<>(tasks);
    keys = new Listing<>(tasks);
    versions = new Listing<>(tasks);
    usable = new FilteredList<>(stores.items(), s -> reasonAgainst(s).isEmpty());
    unusable = new FilteredList<>(stores.items(), s -> reasonAgainst(s).isPresent());
    importing = new ImportViewModel(cloud.keyStores(), tasks, store, keys.items(), this::choose);
    BooleanExpression keyChosen =
        store
            .isNotNull()
            .and(key.isNotNull())
            .and(keyProblem.isEmpty())
            .and(importing.openProperty().not());
    complete = automatic ? keyChosen : keyChosen.and(version.isNotNull());
    kind.subscribe(this::onKind);
    store.subscribe(this::onStore);
    key.subscribe(this::onKey);
    keys.items().subscribe(this::chooseAwaited);
    versions.items().subscribe(this::preferNewest);
  }

  Scope scope() {
    return scope;
  }

  boolean isAutomatic() {
    return automatic;
  }

  Listing<KeyStore> stores() {
    return stores;
  }

  FilteredList<KeyStore> usable() {
    return usable;
  }

  /** The stores that are not offered, with reasons. */
  List<LeftOut> leftOut() {
    return unusable.stream().map(s -> new LeftOut(s.name(), reasonAgainst(s).orElse(""))).toList();
  }

  Listing<Key> keys() {
    return keys;
  }

  /** The form for a new key. */
  ImportViewModel importing() {
    return importing;
  }

  Listing<Key> versions() {
    return versions;
  }

  ObjectProperty<KeyStore.Kind> kindProperty() {
    return kind;
  }

  ObjectProperty<@Nullable KeyStore> storeProperty() {
    return store;
  }

  ObjectProperty<@Nullable Key> keyProperty() {
    return key;
  }

  ObjectProperty<@Nullable Key> versionProperty() {
    return version;
  }

  /** What is wrong with the chosen key, empty for nothing. */
  ReadOnlyStringProperty keyProblemProperty() {
    return keyProblem.getReadOnlyProperty();
  }

  /** True when a key, and a version where one is needed, is chosen. */
  public BooleanExpression completeProperty() {
    return complete;
  }

  /** Why a key or version cannot be chosen. */
  Optional<String> refusal(Key candidate) {
    return firstObstacle(KeyCheck.check(candidate, time.now()));
  }

  /** Hands the choice over. */
  public void select() {
    Key chosenKey = key.get();
    Key chosenVersion = version.get();
    if (chosenKey != null && automatic) {
      picked.accept(chosenKey.id().versionless());
    } else if (chosenVersion != null) {
      picked.accept(chosenVersion.id());
    }
  }

  private void onKind(KeyStore.Kind wanted) {
    store.set(null);
    String subscription = scope.subscription().id();
    stores.load(
        (cancellation, page) -> cloud.keyStores().list(wanted, subscription, cancellation, page));
  }

  private void onStore(@Nullable KeyStore chosen) {
    key.set(null);
    awaited = null;
    if (chosen == null) {
      keys.clear();
    } else {
      keys.loadAll(() -> cloud.keyStores().keys(chosen));
    }
  }

  /** Chooses a key that has just come into the store, once the store lists it. */
  private void choose(Key fresh) {
    KeyStore in = store.get();
    if (in != null) {
      key.set(null);
      awaited = fresh.id().versionless();
      keys.loadAll(() -> cloud.keyStores().keys(in));
    }
  }

  private void chooseAwaited() {
    keys.items().stream()
        .filter(k -> k.id().equals(awaited))
        .findFirst()
        .ifPresent(
            found -> {
              awaited = null;
              key.set(found);
            });
  }

  private void onKey(@Nullable Key chosen) {
    examining.cancel();
    keyProblem.set("");
    version.set(null);
    versions.clear();
    KeyStore in = store.get();
    if (chosen == null || in == null) {
      return;
    }
    versions.loadAll(() -> cloud.keyStores().versions(in, chosen.id().key()));
    examining =
        tasks.run(
            () -> cloud.keyStores().get(chosen.id().versionless()),
            whole -> keyProblem.set(refusal(whole).orElse("")),
            (CloudFailure unknown) -> keyProblem.set(unknown.details()));
  }

  private void preferNewest() {
    if (version.get() == null) {
      versions.items().stream()
          .filter(v -> refusal(v).isEmpty())
          .findFirst()
          .ifPresent(version::set);
    }
  }

  private Optional<String> reasonAgainst(KeyStore candidate) {
    return firstObstacle(StoreCheck.check(candidate, scope.region(), scope.subscription().id()));
  }

  private static Optional<String> firstObstacle(List<Finding> findings) {
    return findings.stream().filter(Finding::blocks).map(Finding::message).findFirst();
  }
}
