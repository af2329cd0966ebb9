package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.Plan.FirewallRule;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.FirewallRuleCheck;
import dev.wrapkey.ui.wizard.GrowingRows;
import dev.wrapkey.ui.wizard.Input;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.Observable;
import javafx.beans.binding.BooleanExpression;

/** One line of the firewall grid. */
final class FirewallRow implements GrowingRows.Row {

  private final Input name;
  private final Input start =
      new Input("", text -> FirewallRuleCheck.address(text).map(Finding::message));
  private final Input end =
      new Input(
          "",
          text ->
              FirewallRuleCheck.address(text)
                  .or(() -> FirewallRuleCheck.range(start.text(), text))
                  .map(Finding::message),
          start.valueProperty());
  private final BooleanExpression empty;
  private final BooleanExpression valid;

  /**
   * @param among what is wrong with a name in this row among the rows before it
   * @param rows changes when any row changes
   */
  FirewallRow(BiFunction<FirewallRow, String, Optional<Finding>> among, Observable rows) {
    name =
        new Input(
            "",
            text ->
                FirewallRuleCheck.name(text)
                    .or(() -> among.apply(this, text))
                    .map(Finding::message),
            rows);
    empty =
        name.valueProperty()
            .isEmpty()
            .and(start.valueProperty().isEmpty())
            .and(end.valueProperty().isEmpty());
    valid = name.validProperty().and(start.validProperty()).and(end.validProperty());
  }

  Input name() {
    return name;
  }

  Input start() {
    return start;
  }

  Input end() {
    return end;
  }

  FirewallRule rule() {
    return new FirewallRule(name.text(), start.text(), end.text());
  }

  void fill(FirewallRule rule) {
    start.set(rule.start());
    end.set(rule.end());
    name.set(rule.name());
  }

  @Override
  public BooleanExpression emptyProperty() {
    return empty;
  }

  @Override
  public BooleanExpression validProperty() {
    return valid;
  }

  @Override
  public void showProblems() {
    List.of(name, start, end).forEach(Input::ask);
  }
}
