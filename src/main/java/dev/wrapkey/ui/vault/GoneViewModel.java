package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DeletedStore;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.StoreDeletion;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The key stores that are deleted and can be recovered. */
final class GoneViewModel {

  private final Cloud cloud;
  private final Tasks tasks;
  private final Time time;
  private final Runnable changed;
  private final Listing<DeletedStore> listing;
  private final ReadOnlyStringWrapper busy = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();

  /**
   * @param changed told when one has come back
   */
  GoneViewModel(Cloud cloud, Tasks tasks, Time time, Runnable changed) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.time = time;
    this.changed = changed;
    listing = new Listing<>(tasks);
    listing.failureProperty().subscribe(failure::set);
  }

  void refresh() {
    listing.load(this::fetch);
  }

  private void fetch(Cancellation cancellation, Consumer<List<DeletedStore>> page) {
    for (Subscription each : subscriptions()) {
      cancellation.check();
      page.accept(cloud.storeLife().deleted(each.id()));
    }
  }

  // The list above says it if there are none to read.
  private List<Subscription> subscriptions() {
    try {
      return cloud.directory().subscriptions();
    } catch (CloudFailure _) {
      return List.of();
    }
  }

  /** Brings one back; nothing is lost by it. */
  void recover(DeletedStore store) {
    if (!busy.get().isEmpty()) {
      return;
    }
    failure.set(null);
    done.set("");
    busy.set(Texts.text("vault.gone.recovering", store.name()));
    tasks.run(
        () -> {
          new StoreDeletion(cloud, time).recover(store, new Cancellation());
          return store;
        },
        this::recovered,
        this::refused);
  }

  private void recovered(DeletedStore store) {
    busy.set("");
    boolean hsm = store.kind() == KeyStore.Kind.MANAGED_HSM;
    done.set(Texts.text(hsm ? "vault.gone.recovered.hsm" : "vault.gone.recovered", store.name()));
    changed.run();
  }

  private void refused(CloudFailure why) {
    busy.set("");
    failure.set(why);
  }

  ObservableList<DeletedStore> stores() {
    return listing.items();
  }

  /** What goes on; empty for nothing. */
  ReadOnlyStringProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** What was brought back last; empty for nothing. */
  ReadOnlyStringProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
