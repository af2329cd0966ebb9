package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DeletedKey;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.rules.Loss;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** One store: its keys and its deleted keys. */
public final class StoreViewModel {

  private final Cloud cloud;
  private final Tasks tasks;
  private final Time time;
  private final KeyStore store;
  private final Consumer<KeyIdentifier> open;
  private final Listing<KeyRow> keys;
  private final Listing<DeletedKey> deleted;
  private final FilteredList<KeyRow> shown;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper deletedProblem = new ReadOnlyStringWrapper("");
  private Running lookup = new Running();
  private Consumer<Class<? extends Loss>> breaking = what -> {};

  /**
   * @param time the cloud's clock
   * @param open goes to a key, by its versionless identifier
   */
  public StoreViewModel(
      Cloud cloud, Tasks tasks, Time time, KeyStore store, Consumer<KeyIdentifier> open) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.time = time;
    this.store = store;
    this.open = open;
    keys = new Listing<>(tasks);
    deleted = new Listing<>(tasks);
    shown = new FilteredList<>(keys.items());
    filter.subscribe(words -> shown.setPredicate(row -> row.matches(words)));
    keys.stateProperty()
        .subscribe(state -> follow(state, problem, keys.failureProperty().get(), Need.READ));
    deleted
        .stateProperty()
        .subscribe(
            state -> follow(state, deletedProblem, deleted.failureProperty().get(), Need.DELETED));
  }

  /** What leads to the question what an act of a kind on this store breaks. */
  public void breakWith(Consumer<Class<? extends Loss>> leads) {
    breaking = leads;
  }

  void askAbout(Class<? extends Loss> what) {
    breaking.accept(what);
  }

  /** Reads both lists anew. */
  public void refresh() {
    lookup.cancel();
    keys.loadAll(
        () -> {
          Instant now = time.now();
          return cloud.keyStores().keys(store).stream().map(key -> new KeyRow(key, now)).toList();
        });
    deleted.loadAll(() -> cloud.keyLife().deleted(store));
  }

  private void follow(
      Listing.State state, ReadOnlyStringWrapper into, @Nullable CloudFailure why, Need need) {
    into.set(why == null ? "" : need.explain(store, why));
    if (state == Listing.State.READY && need == Need.READ) {
      lookUp();
    }
  }

  private void lookUp() {
    List<KeyRow> rows = List.copyOf(keys.items());
    Running mine = new Running();
    lookup = mine;
    tasks.run(
        mine,
        () -> {
          for (KeyRow row : rows) {
            mine.cancellation().check();
            Optional<Key> newest = unlessRefused(() -> cloud.keyStores().get(row.id()));
            tasks.onScreen(mine, () -> row.tellNewest(newest));
            Optional<Boolean> rotates =
                unlessRefused(() -> cloud.keyLife().policy(row.id()).rotate().isPresent());
            tasks.onScreen(mine, () -> row.tellRotation(rotates));
          }
          return Boolean.TRUE;
        },
        done -> {},
        failed -> {});
  }

  // What one key does not tell is said in its row.
  private static <T> Optional<T> unlessRefused(Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (CloudFailure refused) {
      return Optional.empty();
    }
  }

  void open(KeyIdentifier key) {
    open.accept(key);
  }

  public KeyStore store() {
    return store;
  }

  /** The keys that fit the filter. */
  public ObservableList<KeyRow> shown() {
    return shown;
  }

  boolean hasKeys() {
    return !keys.items().isEmpty();
  }

  public ObservableList<DeletedKey> deleted() {
    return deleted.items();
  }

  public StringProperty filterProperty() {
    return filter;
  }

  ReadOnlyObjectProperty<Listing.State> stateProperty() {
    return keys.stateProperty();
  }

  ReadOnlyObjectProperty<Listing.State> deletedStateProperty() {
    return deleted.stateProperty();
  }

  /** Why there are no keys, and which right is missing; empty if nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The same of the deleted keys. */
  public ReadOnlyStringProperty deletedProblemProperty() {
    return deletedProblem.getReadOnlyProperty();
  }
}
