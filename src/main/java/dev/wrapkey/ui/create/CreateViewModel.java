package dev.wrapkey.ui.create;

import dev.wrapkey.ui.wizard.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlySetProperty;
import javafx.beans.property.ReadOnlySetWrapper;
import javafx.collections.FXCollections;

/** Which tab is open, and when the wizard may create. Knows steps only as steps. */
public final class CreateViewModel {

  private final List<Step> steps;
  private final Runnable create;
  private final Runnable close;
  private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(0);
  private final ReadOnlySetWrapper<String> troubled =
      new ReadOnlySetWrapper<>(FXCollections.observableSet());
  private final Set<String> seen = new HashSet<>();
  private final BooleanExpression complete;
  private boolean gathering;

  /**
   * @param steps in the portal's order, the review last
   * @param create starts the deployment of what the steps have written
   * @param close leaves the wizard
   */
  public CreateViewModel(List<Step> steps, Runnable create, Runnable close) {
    this.steps = List.copyOf(steps);
    this.create = create;
    this.close = close;
    complete =
        Bindings.createBooleanBinding(
            () -> steps.stream().allMatch(s -> s.completeProperty().get()),
            steps.stream().map(Step::completeProperty).toArray(BooleanExpression[]::new));
    for (Step step : steps) {
      step.completeProperty().addListener((o, was, is) -> settle(step));
      step.waitingProperty().addListener((o, was, is) -> settle(step));
    }
    steps
        .subList(0, steps.size() - 1)
        .forEach(s -> s.completeProperty().addListener((o, was, is) -> gather()));
  }

  public void start() {
    steps.getFirst().enter();
  }

  public List<String> stepIds() {
    return steps.stream().map(Step::id).toList();
  }

  public ReadOnlyIntegerProperty currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Ids of the tabs that carry a red dot: visited and not legal. */
  public ReadOnlySetProperty<String> troubledProperty() {
    return troubled.getReadOnlyProperty();
  }

  /** True when every step is legal. */
  public BooleanExpression completeProperty() {
    return complete;
  }

  /** Opens the tab with this id, if there is one. */
  public void open(String id) {
    Optional<Step> step = steps.stream().filter(s -> s.id().equals(id)).findFirst();
    step.ifPresent(s -> move(steps.indexOf(s)));
  }

  public void next() {
    move(Math.min(current.get() + 1, steps.size() - 1));
  }

  public void previous() {
    move(Math.max(current.get() - 1, 0));
  }

  /** Opens the last tab, where everything is checked. */
  public void review() {
    move(steps.size() - 1);
  }

  public boolean isLast() {
    return current.get() == steps.size() - 1;
  }

  /** Creates if every step is legal; otherwise shows what is missing. */
  public void create() {
    if (complete.get()) {
      create.run();
    } else {
      showAllProblems();
    }
  }

  public void close() {
    close.run();
  }

  private void move(int to) {
    int from = current.get();
    if (from == to) {
      return;
    }
    steps.get(from).leave();
    mark(steps.get(from));
    if (to == steps.size() - 1) {
      showAllProblems();
    }
    steps.get(to).enter();
    current.set(to);
  }

  /**
   * What came while the last tab was open is written down too, and what the others make of it:
   * nothing else may be created than what stands there.
   */
  private void gather() {
    if (gathering || !isLast()) {
      return;
    }
    gathering = true;
    List<Step> forms = steps.subList(0, steps.size() - 1);
    forms.forEach(Step::leave);
    showAllProblems();
    forms.forEach(Step::leave);
    steps.getLast().enter();
    gathering = false;
  }

  private void showAllProblems() {
    for (Step step : steps.subList(0, steps.size() - 1)) {
      step.showProblems();
      mark(step);
    }
  }

  private void mark(Step step) {
    seen.add(step.id());
    settle(step);
  }

  /** Findings also arrive after a tab was left. */
  private void settle(Step step) {
    if (step.completeProperty().get() || step.waitingProperty().get()) {
      troubled.remove(step.id());
    } else if (seen.contains(step.id())) {
      troubled.add(step.id());
    }
  }
}
