package dev.wrapkey.ui.identity;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.form.PlaceView;
import dev.wrapkey.ui.view.Views;
import dev.wrapkey.ui.wizard.Bound;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;

/** Screen of the form for a new identity. */
public final class NewIdentityView {

  private final NewIdentityViewModel viewModel;

  @FXML private Pane root;
  @FXML private Field nameField;
  @FXML private TextField name;
  @FXML private Callout advice;

  public NewIdentityView(NewIdentityViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    Bound.text(nameField, name, viewModel.name());
    advice.textProperty().bind(viewModel.adviceProperty());
    root.getChildren()
        .addFirst(Views.<Node>load("place", new PlaceView(viewModel.place(), "new-identity-")));
    root.disableProperty().bind(viewModel.making().busyProperty());
  }
}
