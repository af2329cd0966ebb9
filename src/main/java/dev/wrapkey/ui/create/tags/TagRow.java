package dev.wrapkey.ui.create.tags;

import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.TagCheck;
import dev.wrapkey.ui.wizard.GrowingRows;
import dev.wrapkey.ui.wizard.Input;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.Observable;
import javafx.beans.binding.BooleanExpression;

/** One tag. */
final class TagRow implements GrowingRows.Row {

  private final Input name;
  private final Input value = new Input("", text -> Optional.empty());
  private final BooleanExpression empty;
  private final BooleanExpression valid;

  /**
   * @param among what is wrong with a name in this row among the rows before it
   * @param names changes when any name changes
   */
  TagRow(BiFunction<TagRow, String, Optional<Finding>> among, Observable names) {
    name =
        new Input(
            "",
            text ->
                TagCheck.row(text, value.text())
                    .or(() -> among.apply(this, text))
                    .map(Finding::message),
            names,
            value.valueProperty());
    empty = name.valueProperty().isEmpty().and(value.valueProperty().isEmpty());
    valid = name.validProperty().and(value.validProperty());
    value.valueProperty().subscribe((was, is) -> name.ask());
  }

  Input name() {
    return name;
  }

  Input value() {
    return value;
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
    name.ask();
  }
}
