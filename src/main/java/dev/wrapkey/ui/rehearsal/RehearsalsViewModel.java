package dev.wrapkey.ui.rehearsal;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rehearsal.Attempt;
import dev.wrapkey.rehearsal.Rehearsals;
import dev.wrapkey.rehearsal.Scenario;
import dev.wrapkey.rehearsal.Verdict;
import dev.wrapkey.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Lets a person begin, check, and give up rehearsals. One thing at a time. */
public final class RehearsalsViewModel {

  /** What is being done. */
  public enum Doing {
    NOTHING,
    LOOKING,
    BUILDING,
    CHECKING,
    CLEARING
  }

  /** Where links lead. */
  public interface Ways {

    void server(ResourceId server);

    /** The page of a rule, by its id. */
    void rule(String id);
  }

  private final Rehearsals rehearsals;
  private final Tasks tasks;
  private final Ways ways;
  private final ReadOnlyObjectWrapper<Doing> doing = new ReadOnlyObjectWrapper<>(Doing.NOTHING);
  private final ReadOnlyObjectWrapper<List<Attempt>> attempts =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<Scenario> chosen = new SimpleObjectProperty<>(Scenario.KEY_DISABLED);
  private final ReadOnlyObjectWrapper<Optional<Verdict>> verdict =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<CloudFailure>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public RehearsalsViewModel(Rehearsals rehearsals, Tasks tasks, Ways ways) {
    this.rehearsals = rehearsals;
    this.tasks = tasks;
    this.ways = ways;
    chosen.subscribe(this::forget);
  }

  private void forget() {
    verdict.set(Optional.empty());
    failure.set(Optional.empty());
  }

  /** Looks how far the person is with each; the page calls it when it comes to the front. */
  public void look() {
    run(Doing.LOOKING, rehearsals::all, attempts::set);
  }

  /** Begins the chosen one, from scratch if it has begun already. */
  public void begin() {
    Scenario scenario = chosen.get();
    change(Doing.BUILDING, () -> rehearsals.begin(scenario, new Cancellation()));
  }

  /** Takes the next hint of the chosen one. */
  public void hint() {
    Scenario scenario = chosen.get();
    Optional<Verdict> kept = verdict.get();
    run(
        Doing.LOOKING,
        () -> rehearsals.hint(scenario),
        attempt -> {
          take(attempt);
          verdict.set(kept);
        });
  }

  /** Looks whether the goal of the chosen one is reached. */
  public void check() {
    Scenario scenario = chosen.get();
    run(
        Doing.CHECKING,
        () -> rehearsals.check(scenario),
        checked -> {
          take(checked.attempt());
          verdict.set(Optional.of(checked.verdict()));
        });
  }

  /** Ends the chosen one and clears away what it was played with. */
  public void giveUp() {
    Scenario scenario = chosen.get();
    change(Doing.CLEARING, () -> rehearsals.giveUp(scenario));
  }

  private void change(Doing what, Callable<Attempt> work) {
    run(what, work, this::take);
  }

  private void take(Attempt attempt) {
    attempts.set(
        attempts.get().stream()
            .map(each -> each.scenario() == attempt.scenario() ? attempt : each)
            .toList());
  }

  private <T> void run(Doing what, Callable<T> work, Consumer<T> done) {
    if (doing.get() != Doing.NOTHING) {
      return;
    }
    doing.set(what);
    forget();
    tasks.run(
        work,
        result -> {
          doing.set(Doing.NOTHING);
          done.accept(result);
        },
        why -> {
          doing.set(Doing.NOTHING);
          failure.set(Optional.of(why));
          attempts.set(rehearsals.all());
        });
  }

  /** Goes to the page of the chosen one's server. */
  public void visit() {
    attempt().flatMap(Attempt::props).ifPresent(props -> ways.server(props.server()));
  }

  /** Goes to the page of a rule. */
  public void visitRule(String id) {
    ways.rule(id);
  }

  /** How far the person is with the chosen one; empty before the first look. */
  public Optional<Attempt> attempt() {
    return attempts.get().stream().filter(each -> each.scenario() == chosen.get()).findFirst();
  }

  /** What is being done now. */
  public ReadOnlyObjectProperty<Doing> doingProperty() {
    return doing.getReadOnlyProperty();
  }

  /** How far the person is with each; none before the first look. */
  public ReadOnlyObjectProperty<List<Attempt>> attemptsProperty() {
    return attempts.getReadOnlyProperty();
  }

  public ObjectProperty<Scenario> chosenProperty() {
    return chosen;
  }

  /** What the last check of the chosen one said. */
  public ReadOnlyObjectProperty<Optional<Verdict>> verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  /** Why the last thing was not possible. */
  public ReadOnlyObjectProperty<Optional<CloudFailure>> failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
