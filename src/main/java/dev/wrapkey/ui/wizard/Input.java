package dev.wrapkey.ui.wizard;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A text a person types, with its rule. The problem of an empty field is shown only after someone
 * asked for it, so that a fresh form does not shout.
 */
public final class Input {

  private final StringProperty initial;
  private final StringProperty value;
  private final BooleanProperty asked = new SimpleBooleanProperty();
  private final ObjectBinding<Optional<String>> finding;
  private final StringBinding problem;
  private final BooleanBinding valid;
  private final BooleanBinding accepted;
  private final BooleanBinding changed;

  /**
   * @param initial what the field starts with
   * @param check tells what is wrong with a value, if anything
   * @param others what else the check depends on
   */
  public Input(String initial, Function<String, Optional<String>> check, Observable... others) {
    this.initial = new SimpleStringProperty(initial);
    value = new SimpleStringProperty(initial);
    Observable[] all = new Observable[others.length + 1];
    System.arraycopy(others, 0, all, 1, others.length);
    all[0] = value;
    finding = Bindings.createObjectBinding(() -> check.apply(text()), all);
    problem =
        Bindings.createStringBinding(
            () -> text().isEmpty() && !asked.get() ? "" : finding.get().orElse(""),
            finding,
            value,
            asked);
    valid = Bindings.createBooleanBinding(() -> finding.get().isEmpty(), finding);
    accepted = valid.and(value.isNotEmpty());
    changed = value.isNotEqualTo(this.initial);
  }

  public StringProperty valueProperty() {
    return value;
  }

  /** What is typed now, never null. */
  public String text() {
    String text = value.get();
    return text == null ? "" : text;
  }

  public void set(String text) {
    value.set(text);
  }

  /** Takes a text for what the field starts with. */
  public void startWith(String text) {
    initial.set(text);
    value.set(text);
  }

  /** What to show under the field, empty for nothing. */
  public StringExpression problemProperty() {
    return problem;
  }

  public BooleanExpression validProperty() {
    return valid;
  }

  /** Valid and not empty: shown by a green tick. */
  public BooleanExpression acceptedProperty() {
    return accepted;
  }

  /** Different from its start: shown by a purple border. */
  public BooleanExpression changedProperty() {
    return changed;
  }

  /** Shows the problem even if the field was never touched. */
  public void ask() {
    asked.set(true);
  }
}
