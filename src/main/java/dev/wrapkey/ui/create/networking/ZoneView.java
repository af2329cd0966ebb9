package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.ResourceGroup;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.wizard.Bound;
import javafx.fxml.FXML;
import javafx.scene.control.TextField;

/** Screen of the form for a private DNS zone. */
public final class ZoneView {

  private final ZoneViewModel viewModel;

  @FXML private Field nameField;
  @FXML private TextField name;
  @FXML private Field groupField;
  @FXML private Picker<ResourceGroup> group;

  public ZoneView(ZoneViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    Bound.text(nameField, name, viewModel.name());
    GroupField.bind(groupField, group, viewModel.groups());
  }
}
