package dev.wrapkey.ui.wizard;

import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A tab whose state a test sets, and which tells what it is asked to do. */
public final class PlayedStep implements Step {

  private final String id;
  private final BooleanProperty complete;
  private final BooleanProperty waiting = new SimpleBooleanProperty();
  private final Consumer<String> told;

  public PlayedStep(String id, boolean complete, Consumer<String> told) {
    this.id = id;
    this.complete = new SimpleBooleanProperty(complete);
    this.told = told;
  }

  public void setComplete(boolean now) {
    complete.set(now);
  }

  public void setWaiting(boolean now) {
    waiting.set(now);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public BooleanExpression completeProperty() {
    return complete;
  }

  @Override
  public BooleanExpression waitingProperty() {
    return waiting;
  }

  @Override
  public void enter() {
    told.accept("enter " + id);
  }

  @Override
  public void leave() {
    told.accept("leave " + id);
  }

  @Override
  public void showProblems() {
    told.accept("problems " + id);
  }
}
