package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.Plan.FirewallRule;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.FirewallRuleCheck;
import dev.wrapkey.ui.wizard.GrowingRows;
import dev.wrapkey.ui.wizard.Input;
import java.util.List;
import javafx.beans.binding.BooleanExpression;

/** One line of the firewall grid. */
final class FirewallRow implements GrowingRows.Row {

  private final Input name =
      new Input("", text -> FirewallRuleCheck.name(text).map(Finding::message));
  private final Input start =
      new Input("", text -> FirewallRuleCheck.address(text).map(Finding::message));
  private final Input end =
      new Input(
          "",
          text -> FirewallRuleCheck.range(start.text(), text).map(Finding::message),
          start.valueProperty());
  private final BooleanExpression empty =
      name.valueProperty()
          .isEmpty()
          .and(start.valueProperty().isEmpty())
          .and(end.valueProperty().isEmpty());
  private final BooleanExpression valid =
      name.validProperty().and(start.validProperty()).and(end.validProperty());

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
