package dev.wrapkey.ui.create.security;

import dev.wrapkey.ui.choice.ChoiceView;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Views;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.VBox;

/** Screen of the Security tab. */
public final class SecurityView {

  private final SecurityViewModel viewModel;

  @FXML private RadioButton serviceManaged;
  @FXML private RadioButton customerManaged;
  @FXML private Node unlocated;
  @FXML private VBox choice;
  @FXML private Callout missing;

  public SecurityView(SecurityViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    serviceManaged.setSelected(!viewModel.customerManagedProperty().get());
    customerManaged.selectedProperty().bindBidirectional(viewModel.customerManagedProperty());
    choice.getChildren().setAll(Views.<Node>load("choice", new ChoiceView(viewModel.choice())));
    missing.textProperty().bind(viewModel.missingProperty());
    Shown.when(missing, viewModel.missingProperty().isNotEmpty());
    Shown.when(choice, viewModel.customerManagedProperty().and(viewModel.locatedProperty()));
    Shown.when(
        unlocated, viewModel.customerManagedProperty().and(viewModel.locatedProperty().not()));
  }
}
