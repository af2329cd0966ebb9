package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.ResourceGroup;
import dev.wrapkey.provisioning.VirtualNetwork;
import dev.wrapkey.provisioning.VirtualNetwork.Subnet;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.wizard.Bound;
import javafx.fxml.FXML;
import javafx.scene.control.TextField;

/** Screen of the form for a private endpoint. */
public final class EndpointView {

  private final EndpointViewModel viewModel;

  @FXML private Field nameField;
  @FXML private TextField name;
  @FXML private Field groupField;
  @FXML private Picker<ResourceGroup> group;
  @FXML private Field networkField;
  @FXML private Picker<VirtualNetwork> network;
  @FXML private Field subnetField;
  @FXML private Picker<Subnet> subnet;

  public EndpointView(EndpointViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    Bound.text(nameField, name, viewModel.name());
    GroupField.bind(groupField, group, viewModel.groups());
    network.setListing(viewModel.networks());
    network.setText(VirtualNetwork::name);
    network.setDetail(n -> RegionNames.display(n.region()));
    network.valueProperty().bindBidirectional(viewModel.networkProperty());
    GroupField.required(networkField, viewModel.networkProperty(), viewModel.askedProperty());
    subnet.setItems(viewModel.subnets());
    subnet.setText(Subnet::name);
    subnet.setDetail(Subnet::prefix);
    subnet.setRefusal(viewModel::refusal);
    subnet.valueProperty().bindBidirectional(viewModel.subnetProperty());
    subnet.disableProperty().bind(viewModel.networkProperty().isNull());
    GroupField.required(subnetField, viewModel.subnetProperty(), viewModel.askedProperty());
  }
}
