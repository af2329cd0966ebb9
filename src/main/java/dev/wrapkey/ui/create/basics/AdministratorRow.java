package dev.wrapkey.ui.create.basics;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.rules.EntraAdministrator;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.ui.wizard.GrowingRows;
import dev.wrapkey.ui.wizard.Input;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.BooleanExpression;

/** One administrator from Microsoft Entra ID. */
final class AdministratorRow implements GrowingRows.Row {

  private final Input name =
      new Input("", text -> EntraAdministrator.name(text).map(Finding::message));
  private final Input objectId;
  private final Input type = new Input("User", _ -> Optional.empty());
  private final BooleanExpression empty;
  private final BooleanExpression valid;

  /**
   * @param elsewhere whether another row has an object id already
   */
  AdministratorRow(Predicate<String> elsewhere) {
    objectId =
        new Input(
            "",
            text ->
                EntraAdministrator.objectId(text)
                    .or(
                        () ->
                            elsewhere.test(text)
                                ? EntraAdministrator.all(List.of(text, text))
                                : Optional.empty())
                    .map(Finding::message));
    empty = name.valueProperty().isEmpty().and(objectId.valueProperty().isEmpty());
    valid = name.validProperty().and(objectId.validProperty());
  }

  Input name() {
    return name;
  }

  Input objectId() {
    return objectId;
  }

  Input type() {
    return type;
  }

  Plan.Administrator administrator() {
    return new Plan.Administrator(objectId.text(), name.text(), type.text());
  }

  void fill(Plan.Administrator administrator) {
    type.set(administrator.type());
    objectId.set(administrator.objectId());
    name.set(administrator.name());
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
    List.of(name, objectId).forEach(Input::ask);
  }
}
