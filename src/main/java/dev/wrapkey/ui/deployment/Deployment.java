package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.provisioning.Refusal;
import dev.wrapkey.provisioning.Remnant;
import dev.wrapkey.provisioning.Remnants;
import dev.wrapkey.provisioning.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One deployment: runs it, knows where it stands, and after a failure, a cancel or a crash goes on,
 * keeps or removes. It outlives every page that shows it. Lives on the screen's thread.
 */
public final class Deployment {

  private final Means means;
  private final Ledger ledger;
  private final Optional<Plan> kept;
  private final DeploymentNews news;
  private final StepRows rows;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.RUNNING);
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private final ObservableList<Remnant> remnants = FXCollections.observableArrayList();
  private Secret password;
  private Cancellation cancellation = new Cancellation();

  /**
   * @param watched whether somebody can see the bell
   * @param open opens its page
   */
  Deployment(
      Means means,
      Ledger ledger,
      Optional<Plan> plan,
      BooleanSupplier watched,
      Consumer<Deployment> open) {
    this.means = means;
    this.ledger = ledger;
    this.kept = plan.map(Plan::withoutSecrets);
    this.password = plan.map(p -> p.basics().authentication().password()).orElse(Secret.EMPTY);
    this.news = new DeploymentNews(means.notifications(), ledger, watched, () -> open.accept(this));
    this.rows = new StepRows(ledger.entry(), plan);
  }

  /** What is to be made, without its password; empty if an older version began it. */
  public Optional<Plan> plan() {
    return kept;
  }

  public Ledger.Entry entry() {
    return ledger.entry();
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** Why it failed, or why it could not be removed; null otherwise. */
  public ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** What exists because of it, or may. */
  ObservableList<Remnant> remnants() {
    return remnants;
  }

  /** Whether the cloud is being asked what there is. */
  ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  List<StepRow> steps() {
    return rows.all();
  }

  double progress() {
    return rows.progress();
  }

  /** Whether going on needs the password, which nobody has kept. */
  boolean needsPassword() {
    return kept.filter(p -> p.withPassword(password).lacksPassword()).isPresent();
  }

  /** Starts, or goes on where an earlier run ended. */
  void start() {
    kept.ifPresent(plan -> run(plan.withPassword(password), "deployment.news.running"));
  }

  /** Goes on with a password that was typed again. */
  void start(Secret typed) {
    password = typed;
    start();
  }

  /** Goes on at the start of the program, without a password. */
  void takeUp() {
    kept.ifPresent(plan -> run(plan, "deployment.news.again"));
  }

  private void run(Plan plan, String words) {
    failure.set(null);
    remnants.clear();
    phase.set(Phase.RUNNING);
    news.begun(words);
    Cancellation mine = new Cancellation();
    cancellation = mine; // not the task's own: the answer after a cancel is wanted too
    means
        .tasks()
        .run(
            () -> means.provisioning().run(plan, ledger, progressed(), mine),
            this::ended,
            this::failed);
  }

  /** Stops after the call that is under way; what Azure has begun goes on there. */
  void cancel() {
    if (phase.get() == Phase.RUNNING) {
      phase.set(Phase.CANCELLING);
      cancellation.cancel();
    }
  }

  /** Leaves everything as it is. */
  void keep() {
    ledger.settle();
    end(Phase.KEPT);
  }

  /** Deletes the server that it has made. */
  void remove() {
    failure.set(null);
    Phase before = phase.get();
    phase.set(Phase.REMOVING);
    news.removing();
    means
        .tasks()
        .run(
            () -> {
              means.provisioning().remove(ledger, progressed(), new Cancellation());
              return Phase.REMOVED;
            },
            this::end,
            why -> {
              failure.set(why);
              end(before == Phase.REMOVAL_INTERRUPTED ? before : Phase.FAILED);
            });
  }

  /** Asks the cloud what there is of it now. */
  void look() {
    remnants.setAll(Remnants.recorded(entry()));
    looking.set(true);
    means
        .tasks()
        .run(
            () -> means.remnants().look(entry()),
            found -> {
              remnants.setAll(found);
              looking.set(false);
            },
            why -> looking.set(false));
  }

  /** Shows what an earlier run of the program has left. */
  void found(Phase how) {
    failure.set(entry().notes().refusal().map(Refusal::failure).orElse(null));
    phase.set(how);
    look();
  }

  /** Told in the bell, and nowhere else: it is over. */
  void tellEnd() {
    news.ended(phase.get());
  }

  private Progress progressed() {
    return new Progress() {
      @Override
      public void on(Event event) {
        means.tasks().onScreen(() -> tell(event));
      }

      @Override
      public void accepted(String step, Receipt receipt) {
        means.tasks().onScreen(() -> rows.accepted(step, receipt));
      }
    };
  }

  private void tell(Progress.Event event) {
    rows.tell(means.time().now(), event);
    news.step(event);
  }

  private void ended(Outcome outcome) {
    switch (outcome) {
      case Outcome.Succeeded _ -> end(Phase.SUCCEEDED);
      case Outcome.Cancelled _ -> end(Phase.CANCELLED);
      case Outcome.Failed(_, CloudFailure why) -> failed(why);
    }
  }

  private void failed(CloudFailure why) {
    if (why.code().equals(Provisioning.PASSWORD_NEEDED)) {
      end(Phase.INTERRUPTED);
    } else {
      failure.set(why);
      end(Phase.FAILED);
    }
  }

  private void end(Phase how) {
    if (how == Phase.SUCCEEDED) {
      password = Secret.EMPTY; // no longer than needed
    }
    phase.set(how);
    look();
    if (news.ended(how)) {
      ledger.told();
    }
  }

  /** Forgets it; what it has made stays. */
  void forget() {
    ledger.delete();
  }
}
