package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** All key vaults and managed HSMs of all subscriptions. */
public final class VaultsViewModel {

  private static final Comparator<StoreRow> BY_NAME =
      Comparator.comparing(StoreRow::name, String.CASE_INSENSITIVE_ORDER);

  private final Cloud cloud;
  private final Listing<StoreRow> listing;
  private final Consumer<KeyStore> open;
  private final Freshness freshness;
  private final ObservableList<StoreRow> rows = FXCollections.observableArrayList();
  private final FilteredList<StoreRow> filtered = new FilteredList<>(rows);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final GoneViewModel gone;
  private Runnable breaking = () -> {};

  /**
   * @param watch how old the list is, is measured on it
   * @param time the cloud's clock
   * @param open goes to a store
   */
  public VaultsViewModel(Cloud cloud, Tasks tasks, Time watch, Time time, Consumer<KeyStore> open) {
    this.cloud = cloud;
    this.open = open;
    freshness = new Freshness(watch);
    listing = new Listing<>(tasks);
    gone = new GoneViewModel(cloud, tasks, time, this::refresh);
    listing.stateProperty().subscribe(this::follow);
    filter.subscribe(words -> filtered.setPredicate(row -> row.matches(words)));
  }

  /** Reads everything anew. Rows that are there stay until the new ones have come. */
  public void refresh() {
    listing.load(this::fetch);
    gone.refresh();
  }

  /** What leads to the question what breaks what. */
  public void breakWith(Runnable leads) {
    breaking = leads;
  }

  void askWhatBreaks() {
    breaking.run();
  }

  GoneViewModel gone() {
    return gone;
  }

  private void fetch(Cancellation cancellation, Consumer<List<StoreRow>> page) {
    CloudFailure failure = null;
    for (Subscription each : cloud.directory().subscriptions()) {
      for (KeyStore.Kind kind : KeyStore.Kind.values()) {
        try {
          cloud
              .keyStores()
              .list(
                  kind,
                  each.id(),
                  cancellation,
                  stores ->
                      page.accept(stores.stream().map(s -> new StoreRow(s, each.name())).toList()));
        } catch (CloudFailure unreadable) {
          failure = unreadable;
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void follow(Listing.State state) {
    boolean partial = state == Listing.State.FAILED && !listing.items().isEmpty();
    switch (state) {
      case LOADING -> freshness.reading();
      case READY -> freshness.read();
      case FAILED, IDLE -> freshness.failed();
    }
    if (state == Listing.State.READY || partial) {
      rows.setAll(listing.items().sorted(BY_NAME));
    }
    CloudFailure failure = listing.failureProperty().get();
    problem.set(
        failure == null
            ? ""
            : Texts.text(
                rows.isEmpty() ? "vault.problem.all" : "vault.problem.part", failure.details()));
  }

  void open(StoreRow row) {
    open.accept(row.store());
  }

  /** The stores that fit the filter. */
  public ObservableList<StoreRow> shown() {
    return filtered;
  }

  ObservableList<StoreRow> all() {
    return rows;
  }

  public StringProperty filterProperty() {
    return filter;
  }

  public ReadOnlyObjectProperty<Listing.State> stateProperty() {
    return listing.stateProperty();
  }

  /** What could not be read; empty if all could. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public Freshness freshness() {
    return freshness;
  }
}
