package dev.wrapkey.ui.wizard;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;

/** The tabs before the review, together. */
public final class Forms {

  private final List<Step> steps;
  private final BooleanExpression complete;
  private final BooleanExpression waiting;

  /**
   * @param steps in the order in which they read what the others have written
   */
  public Forms(List<Step> steps) {
    this.steps = List.copyOf(steps);
    complete =
        Bindings.createBooleanBinding(
            () -> steps.stream().allMatch(s -> s.completeProperty().get()),
            all(Step::completeProperty));
    waiting =
        Bindings.createBooleanBinding(
            () -> steps.stream().anyMatch(s -> s.waitingProperty().get()),
            all(Step::waitingProperty));
  }

  private BooleanExpression[] all(Function<Step, BooleanExpression> each) {
    return steps.stream().map(each).toArray(BooleanExpression[]::new);
  }

  /** True while every one of them is legal. */
  public BooleanExpression completeProperty() {
    return complete;
  }

  /** True while one of them waits for the cloud. */
  public BooleanExpression waitingProperty() {
    return waiting;
  }

  /** Has each of them write its part into the plan. */
  public void write() {
    steps.forEach(Step::leave);
  }
}
