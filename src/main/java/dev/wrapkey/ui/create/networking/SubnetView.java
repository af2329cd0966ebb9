package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.ResourceGroup;
import dev.wrapkey.provisioning.VirtualNetwork;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Bound;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;

/** Screen of the form for a subnet, alone or with its network. */
public final class SubnetView {

  private final SubnetViewModel viewModel;

  @FXML private Pane networkPart;
  @FXML private Pane existing;
  @FXML private Label existingName;
  @FXML private Label region;
  @FXML private Field networkField;
  @FXML private TextField network;
  @FXML private Field groupField;
  @FXML private Picker<ResourceGroup> group;
  @FXML private Field networkRangeField;
  @FXML private TextField networkRange;
  @FXML private Field nameField;
  @FXML private TextField name;
  @FXML private Field rangeField;
  @FXML private TextField range;

  public SubnetView(SubnetViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    Shown.now(networkPart, viewModel.in().isEmpty());
    Shown.now(existing, viewModel.in().isPresent());
    existingName.setText(viewModel.in().map(SubnetView::describe).orElse(""));
    region.setText(RegionNames.display(viewModel.region()));
    Bound.text(networkField, network, viewModel.network());
    GroupField.bind(groupField, group, viewModel.groups());
    Bound.text(networkRangeField, networkRange, viewModel.networkRange());
    Bound.text(nameField, name, viewModel.name());
    Bound.text(rangeField, range, viewModel.range());
  }

  private static String describe(VirtualNetwork network) {
    return Texts.text(
        "networking.subnet.in", network.name(), String.join(", ", network.prefixes()));
  }
}
