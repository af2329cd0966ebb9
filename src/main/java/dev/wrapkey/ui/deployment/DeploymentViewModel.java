package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Runs a deployment and shows what happens; after a failure or cancel offers to go on, keep or
 * remove.
 */
public final class DeploymentViewModel {

  /** Where the deployment stands. */
  enum Phase {
    RUNNING,
    CANCELLING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    REMOVING,
    REMOVED,
    KEPT
  }

  private final Provisioning provisioning;
  private final Tasks tasks;
  private final Plan plan;
  private final Ledger ledger;
  private final Consumer<ResourceId> goTo;
  private final List<StepRow> steps = Provisioning.stepIds().stream().map(StepRow::new).toList();
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.RUNNING);
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private Cancellation cancellation = new Cancellation();

  /**
   * @param ledger the deployment's own, just begun
   * @param goTo opens the page of the server
   */
  public DeploymentViewModel(
      Provisioning provisioning, Tasks tasks, Plan plan, Ledger ledger, Consumer<ResourceId> goTo) {
    this.provisioning = provisioning;
    this.tasks = tasks;
    this.plan = plan;
    this.ledger = ledger;
    this.goTo = goTo;
  }

  /** Starts, or goes on where an earlier run ended. */
  public void start() {
    failure.set(null);
    phase.set(Phase.RUNNING);
    Cancellation mine = new Cancellation();
    cancellation = mine; // not the task's own: the answer after a cancel is wanted too
    tasks.run(() -> provisioning.run(plan, ledger, this::tell, mine), this::ended, this::failed);
  }

  Plan plan() {
    return plan;
  }

  Ledger.Entry entry() {
    return ledger.entry();
  }

  /**
   * The key of what is to be said of the resource group: a new one that was not made is not an old
   * one.
   */
  String groupWords() {
    Ledger.Presence group = ledger.entry().group();
    return plan.basics().createGroup() && group == Ledger.Presence.NONE
        ? "deployment.left.group.new"
        : "deployment.left.group." + group;
  }

  List<StepRow> steps() {
    return steps;
  }

  ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Stops after the call that is under way; what Azure has begun goes on there. */
  void cancel() {
    phase.set(Phase.CANCELLING);
    cancellation.cancel();
  }

  void keep() {
    ledger.settle();
    phase.set(Phase.KEPT);
  }

  void remove() {
    failure.set(null);
    phase.set(Phase.REMOVING);
    tasks.run(
        () -> {
          provisioning.remove(ledger, this::tell, new Cancellation());
          return Phase.REMOVED;
        },
        phase::set,
        this::failed);
  }

  void goToResource() {
    goTo.accept(plan.serverId());
  }

  private void tell(Progress.Event event) {
    tasks.onScreen(
        () ->
            steps.stream()
                .filter(row -> row.id().equals(event.step()))
                .forEach(row -> row.newsProperty().set(Optional.of(event))));
  }

  private void ended(Outcome outcome) {
    switch (outcome) {
      case Outcome.Succeeded _ -> phase.set(Phase.SUCCEEDED);
      case Outcome.Cancelled _ -> phase.set(Phase.CANCELLED);
      case Outcome.Failed(_, CloudFailure why) -> failed(why);
    }
  }

  private void failed(CloudFailure why) {
    failure.set(why);
    phase.set(Phase.FAILED);
  }
}
