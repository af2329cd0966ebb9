package dev.wrapkey.ui.vault;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.failure.Failures;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/**
 * The part of the list of key stores with those that are deleted; not seen while there are none.
 */
public final class GoneView {

  private final GoneViewModel viewModel;

  @FXML private Label head;
  @FXML private GoneTable table;
  @FXML private StatusLabel busy;
  @FXML private Callout done;
  @FXML private Callout failure;

  GoneView(GoneViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    table.show(viewModel.stores(), viewModel::recover);
    table.fit(4);
    Shown.when(head, Bindings.isNotEmpty(viewModel.stores()));
    Shown.when(table, Bindings.isNotEmpty(viewModel.stores()));
    busy.textProperty().bind(viewModel.busyProperty());
    Shown.when(busy, viewModel.busyProperty().isNotEmpty());
    done.textProperty().bind(viewModel.doneProperty());
    viewModel.failureProperty().subscribe(why -> Failures.show(failure, why));
  }
}
