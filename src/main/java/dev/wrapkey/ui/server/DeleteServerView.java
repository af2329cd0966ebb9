package dev.wrapkey.ui.server;

import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.view.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Asks for the server's name before it is deleted. */
public final class DeleteServerView {

  private final CommandsViewModel viewModel;

  @FXML private Label consequences;
  @FXML private Field nameField;
  @FXML private TextField name;

  public DeleteServerView(CommandsViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    consequences.setText(Texts.text("server.delete.text", viewModel.id().name()));
    name.textProperty().bindBidirectional(viewModel.typedNameProperty());
    nameField.validProperty().bind(viewModel.confirmedProperty());
  }
}
