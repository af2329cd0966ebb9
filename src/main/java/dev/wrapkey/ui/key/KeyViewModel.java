package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.KeyCheck;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Store, key and version, each listed when the one before is chosen. Stores that cannot serve are
 * left out with their reason; keys that cannot serve are refused with theirs, as far as is known.
 */
public final class KeyViewModel {

  private final Cloud cloud;
  private final Tasks tasks;
  private final Time time;
  private final Scope scope;
  private final boolean automatic;
  private final Exits exits;
  private final StoreList stores;
  private final KeyList keys;
  private final KeyFacts facts;
  private final VersionList versions;
  private final OwnAccess access;
  private final ObjectProperty<KeyStore.Kind> kind =
      new SimpleObjectProperty<>(KeyStore.Kind.KEY_VAULT);
  private final ObjectProperty<@Nullable KeyStore> store = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper keyProblem = new ReadOnlyStringWrapper("");
  private final BooleanExpression complete;
  private final ImportViewModel importing;
  private final VersionMaking newVersion;

  /**
   * @param scope where the key must live
   * @param automatic true if versions are followed automatically, so that none is chosen
   * @param exits is told the choice; versionless if automatic
   */
  public KeyViewModel(
      Cloud cloud, Tasks tasks, Time time, Scope scope, boolean automatic, Exits exits) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.time = time;
    this.scope = scope;
    this.automatic = automatic;
    this.exits = exits;
    stores = new StoreList(cloud, tasks, scope);
    keys = new KeyList(cloud.keyStores(), tasks);
    facts = new KeyFacts(cloud.keyStores(), tasks);
    versions = new VersionList(cloud.keyStores(), tasks, one -> refusal(one).isEmpty());
    access = new OwnAccess(cloud, tasks, time);
    importing = new ImportViewModel(cloud, tasks, time, store, keys().items(), this::choose);
    newVersion = new VersionMaking(cloud, tasks, time, store, keyProperty(), this::chooseVersion);
    BooleanExpression keyChosen =
        store
            .isNotNull()
            .and(keyProperty().isNotNull())
            .and(keyProblem.isEmpty())
            .and(importing.openProperty().not())
            .and(newVersion.openProperty().not());
    complete = automatic ? keyChosen : keyChosen.and(versionProperty().isNotNull());
    kind.subscribe(this::onKind);
    store.subscribe(this::onStore);
    keyProperty().subscribe(this::onKey);
    versionProperty().subscribe(this::judge);
    facts.answersProperty().subscribe(this::judge);
    keys().failureProperty().subscribe(this::onRefused);
  }

  /** Stops everything that is under way. */
  public void close() {
    stores.listing().stop();
    keys().stop();
    versions.listing().stop();
    facts.stop();
    access.forget();
    importing.cancel();
    newVersion.close();
  }

  /** A form for a new vault, which is chosen here when it is there. */
  NewVaultViewModel creatingVault() {
    return new NewVaultViewModel(cloud, tasks, time, new SystemTime(), scope, this::take);
  }

  private void take(KeyStore made) {
    stores.filterProperty().set("");
    kind.set(made.kind());
    stores.listing().include(made);
    if (stores.fitting().contains(made)) {
      store.set(made);
    }
  }

  /** Why a key or version cannot be chosen, as far as is known. */
  Optional<String> refusal(Key candidate) {
    return KeyCheck.obstacle(facts.best(candidate), time.now()).map(Finding::message);
  }

  /** The same in a few words, beside its name. */
  Optional<String> reason(Key candidate) {
    Key best = facts.best(candidate);
    return KeyCheck.obstacle(best, time.now()).map(why -> KeyWords.reason(best, why));
  }

  /** Hands the choice over. */
  public void select() {
    Key chosenKey = keyProperty().get();
    Key chosenVersion = versionProperty().get();
    if (chosenKey != null && automatic) {
      exits.picked(chosenKey.id().versionless());
    } else if (chosenVersion != null) {
      exits.picked(chosenVersion.id());
    }
  }

  private void onKind(KeyStore.Kind wanted) {
    store.set(null);
    stores.load(wanted);
  }

  private void onStore(@Nullable KeyStore chosen) {
    facts.forget();
    access.forget();
    if (chosen == null) {
      keys.clear();
    } else {
      keys.load(chosen);
    }
  }

  private void onRefused(@Nullable CloudFailure why) {
    KeyStore in = store.get();
    if (why != null && in != null) {
      access.follow(in, why);
    }
  }

  /** Gives the account the right to see and make keys in the chosen vault, and lists them then. */
  void grantSelf() {
    KeyStore in = store.get();
    if (in != null) {
      access.grant(in, () -> keys.load(in));
    }
  }

  /** Chooses a key that has just come into the store, once the store lists it. */
  private void choose(Key fresh) {
    KeyStore in = store.get();
    if (in != null) {
      facts.forget();
      keys.load(in, fresh.id().versionless());
    }
  }

  private void onKey(@Nullable Key chosen) {
    versions.clear();
    KeyStore in = store.get();
    if (chosen != null && in != null) {
      versions.load(in, chosen.id());
    }
    judge();
  }

  private void chooseVersion(KeyIdentifier fresh) {
    KeyStore in = store.get();
    if (in != null) {
      facts.forget();
      versions.load(in, fresh);
    }
  }

  // A pinned version is judged itself, a followed key by its newest version.
  private void judge() {
    Key pinned = automatic ? null : versionProperty().get();
    Key judged = pinned == null ? keyProperty().get() : pinned;
    if (judged != null) {
      facts.want(judged.id());
    }
    keyProblem.set(judged == null ? "" : refusal(judged).orElse(""));
  }

  Scope scope() {
    return scope;
  }

  Exits exits() {
    return exits;
  }

  boolean isAutomatic() {
    return automatic;
  }

  StoreList storeList() {
    return stores;
  }

  KeyList keyList() {
    return keys;
  }

  KeyFacts facts() {
    return facts;
  }

  OwnAccess access() {
    return access;
  }

  Listing<KeyStore> stores() {
    return stores.listing();
  }

  ObservableList<KeyStore> usable() {
    return stores.shown();
  }

  Listing<Key> keys() {
    return keys.listing();
  }

  /** The form for a new key. */
  ImportViewModel importing() {
    return importing;
  }

  VersionMaking newVersion() {
    return newVersion;
  }

  Listing<Key> versions() {
    return versions.listing();
  }

  ObjectProperty<KeyStore.Kind> kindProperty() {
    return kind;
  }

  ObjectProperty<@Nullable KeyStore> storeProperty() {
    return store;
  }

  ObjectProperty<@Nullable Key> keyProperty() {
    return keys.chosenProperty();
  }

  ObjectProperty<@Nullable Key> versionProperty() {
    return versions.chosenProperty();
  }

  /** What is wrong with the chosen key, empty for nothing. */
  ReadOnlyStringProperty keyProblemProperty() {
    return keyProblem.getReadOnlyProperty();
  }

  /** True when a key, and a version where one is needed, is chosen. */
  public BooleanExpression completeProperty() {
    return complete;
  }
}
