package dev.wrapkey.ui.preflight;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.Remedy;
import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.Subject;
import dev.wrapkey.preflight.Verdict;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The proof that a server can be encrypted as it is meant to be. To be embedded wherever something
 * is about to be made or changed: {@link #run()} when the page comes to the front, {@link
 * #runBefore} before the deed, {@link #clearProperty()} for what may go on.
 */
public final class PreflightViewModel {

  /** Where the checks stand. */
  public enum State {
    /** There is nothing to check yet. */
    IDLE,
    /** They are under way. */
    RUNNING,
    /** All have been made. */
    DONE,
    /** A person did not want to wait for all of them. */
    STOPPED
  }

  private static final List<Verdict> ORDER =
      List.of(Verdict.FAILED, Verdict.UNKNOWN, Verdict.ADVICE, Verdict.PASSED);

  private final Examiner examiner;
  private final Tasks tasks;
  private final Time watch;
  private final Supplier<Optional<Subject>> subject;
  private final Consumer<String> openRule;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyObjectWrapper<@Nullable Report> report = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Duration> took = new ReadOnlyObjectWrapper<>(Duration.ZERO);
  private final ReadOnlyObjectWrapper<Repairing> repairing =
      new ReadOnlyObjectWrapper<>(new Repairing.None());
  private final ObservableList<Check> checks = FXCollections.observableArrayList();
  private final BooleanExpression checked = state.isNotEqualTo(State.IDLE);
  private final BooleanExpression clear;
  private Running checking = new Running();
  private Running mending = new Running();

  /**
   * @param watch how long the checks take, is measured on it
   * @param subject what is to be checked; empty as long as that is not known
   * @param openRule shows a rule, by its id
   */
  public PreflightViewModel(
      Examiner examiner,
      Tasks tasks,
      Time watch,
      Supplier<Optional<Subject>> subject,
      Consumer<String> openRule) {
    this.examiner = examiner;
    this.tasks = tasks;
    this.watch = watch;
    this.subject = subject;
    this.openRule = openRule;
    clear =
        Bindings.createBooleanBinding(
            () -> state.get() != State.RUNNING && count(Verdict.FAILED) == 0, state, checks);
  }

  /** Checks everything anew. */
  public void run() {
    runBefore(() -> {});
  }

  /**
   * Checks everything anew and, if nothing has failed, goes on.
   *
   * @param deed what is to be done if Azure would not refuse it
   */
  public void runBefore(Runnable deed) {
    checking.cancel();
    checks.clear();
    report.set(null);
    Optional<Subject> now = subject.get();
    state.set(now.isPresent() ? State.RUNNING : State.IDLE);
    now.ifPresent(known -> examine(known, deed));
  }

  private void examine(Subject known, Runnable deed) {
    Instant began = watch.now();
    Running mine = new Running();
    checking = mine;
    tasks.run(
        mine,
        () ->
            examiner.examine(
                known, check -> tasks.onScreen(mine, () -> checks.add(check)), mine.cancellation()),
        all -> {
          took.set(Duration.between(began, watch.now()));
          checks.setAll(all.checks());
          report.set(all);
          state.set(State.DONE);
          if (!all.obstructs()) {
            deed.run();
          }
        },
        why -> stop());
  }

  /** Waits for no more checks; what is known stays. */
  public void stop() {
    if (state.get() == State.RUNNING) {
      checking.cancel();
      state.set(State.STOPPED);
    }
  }

  /** Drops what was found out: it is about something else now. */
  public void forget() {
    checking.cancel();
    checks.clear();
    report.set(null);
    state.set(State.IDLE);
    if (!(repairing.get() instanceof Repairing.Running)) {
      repairing.set(new Repairing.None());
    }
  }

  void ask(Check check) {
    boolean free = !(repairing.get() instanceof Repairing.Running);
    check
        .remedy()
        .filter(_ -> free)
        .ifPresent(remedy -> repairing.set(new Repairing.Asked(check, remedy)));
  }

  void keep() {
    repairing.set(new Repairing.None());
  }

  /** Applies what was asked for, and looks until it has taken effect. */
  void mend() {
    Optional<Subject> known = subject.get();
    if (repairing.get() instanceof Repairing.Asked(Check check, Remedy remedy)
        && known.isPresent()) {
      Running mine = new Running();
      mending = mine;
      repairing.set(new Repairing.Running(check, remedy, Optional.empty()));
      tasks.run(
          mine,
          () ->
              examiner.repair(
                  remedy,
                  known.get(),
                  probe ->
                      tasks.onScreen(
                          mine,
                          () ->
                              repairing.set(
                                  new Repairing.Running(check, remedy, Optional.of(probe)))),
                  mine.cancellation()),
          after -> mended(new Repairing.Applied(check, after)),
          why -> mended(new Repairing.Refused(check, why)));
    }
  }

  private void mended(Repairing end) {
    repairing.set(end);
    if (end instanceof Repairing.Applied) {
      run();
    }
  }

  /** Waits no longer for a repair to take effect. */
  void leave() {
    if (repairing.get() instanceof Repairing.Running(Check check, _, _)) {
      mending.cancel();
      repairing.set(new Repairing.Left(check));
    }
  }

  void openRule(Check check) {
    openRule.accept(check.rule());
  }

  /** The checks of a purpose so far, the failed ones first. */
  List<Check> of(Purpose purpose) {
    return checks.stream()
        .filter(check -> check.purpose() == purpose)
        .sorted(Comparator.comparing(check -> ORDER.indexOf(check.verdict())))
        .toList();
  }

  /** How many checks have ended so. */
  public int count(Verdict verdict) {
    return (int) checks.stream().filter(check -> check.verdict() == verdict).count();
  }

  /** The checks that have been made. */
  public ObservableList<Check> checks() {
    return checks;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The evidence; null until all checks have been made. */
  public ReadOnlyObjectProperty<@Nullable Report> reportProperty() {
    return report.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Duration> tookProperty() {
    return took.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Repairing> repairingProperty() {
    return repairing.getReadOnlyProperty();
  }

  /** True once there is something to check. */
  public BooleanExpression checkedProperty() {
    return checked;
  }

  /** True while they are under way. */
  public BooleanExpression runningProperty() {
    return state.isEqualTo(State.RUNNING);
  }

  /** True while nothing is being checked and nothing has failed. */
  public BooleanExpression clearProperty() {
    return clear;
  }
}
