package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.task.Tasks;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Deployments that an earlier run of the program left unfinished, until somebody decides what
 * becomes of them.
 */
public final class UnfinishedViewModel {

  private final Provisioning provisioning;
  private final Tasks tasks;
  private final Consumer<ResourceId> goTo;
  private final ObservableList<Ledger> ledgers = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();

  /**
   * @param unfinished what was found at the start
   * @param goTo opens the page of a server
   */
  public UnfinishedViewModel(
      Provisioning provisioning, Tasks tasks, List<Ledger> unfinished, Consumer<ResourceId> goTo) {
    this.provisioning = provisioning;
    this.tasks = tasks;
    this.goTo = goTo;
    ledgers.setAll(unfinished);
  }

  ObservableList<Ledger> ledgers() {
    return ledgers;
  }

  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  void open(Ledger ledger) {
    goTo.accept(ledger.entry().id());
  }

  void keep(Ledger ledger) {
    ledger.settle();
    ledgers.remove(ledger);
  }

  /** Deletes the server that the deployment has made, and nothing else. */
  void remove(Ledger ledger) {
    failure.set(null);
    tasks.run(
        () -> {
          provisioning.remove(ledger, event -> {}, new Cancellation());
          return ledger;
        },
        ledgers::remove,
        failure::set);
  }
}
