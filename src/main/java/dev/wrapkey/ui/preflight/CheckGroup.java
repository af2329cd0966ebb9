package dev.wrapkey.ui.preflight;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.Verdict;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The checks of one purpose: what did not pass, and below it the rest, folded. */
final class CheckGroup extends VBox {

  private final List<CheckRow> rows;
  private final BooleanProperty unfolded;

  CheckGroup(PreflightViewModel viewModel, Purpose purpose, boolean open) {
    getStyleClass().add("check-group");
    setId("checks-" + purpose.name().toLowerCase(Locale.ROOT));
    unfolded = new SimpleBooleanProperty(open);
    rows = viewModel.of(purpose).stream().map(check -> new CheckRow(viewModel, check)).toList();
    Label head = new Label(Texts.text("preflight.purpose." + purpose));
    head.getStyleClass().add("strong");
    getChildren().add(head);
    rows.stream().filter(row -> !isPassed(row)).forEach(getChildren()::add);
    List<CheckRow> passed = rows.stream().filter(CheckGroup::isPassed).toList();
    if (!passed.isEmpty()) {
      fold(passed);
    }
  }

  private void fold(List<CheckRow> passed) {
    Link fold = new Link();
    fold.setId(getId() + "-fold");
    fold.setOnAction(e -> unfolded.set(!unfolded.get()));
    VBox body = new VBox();
    body.getChildren().setAll(passed);
    body.managedProperty().bind(body.visibleProperty());
    body.visibleProperty().bind(unfolded);
    unfolded.subscribe(open -> fold.setText(Texts.text("preflight.fold." + open, passed.size())));
    getChildren().addAll(fold, body);
  }

  private static boolean isPassed(CheckRow row) {
    return row.check().verdict() == Verdict.PASSED;
  }

  boolean isFilled() {
    return !rows.isEmpty();
  }

  BooleanProperty unfoldedProperty() {
    return unfolded;
  }

  void show(Repairing repairing) {
    for (CheckRow row : rows) {
      Check check = row.check();
      row.show(repairing.isAbout(check) ? repairing : new Repairing.None());
    }
  }
}
