package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.VirtualNetwork;
import dev.wrapkey.provisioning.VirtualNetwork.Subnet;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** Screen of private access: virtual network, subnet, private DNS zone. */
public final class PrivateAccessView {

  private final PrivateAccessViewModel viewModel;

  @FXML private Node located;
  @FXML private Node unlocated;
  @FXML private Label subscription;
  @FXML private Label zoneSubscription;
  @FXML private Field networkField;
  @FXML private Picker<VirtualNetwork> network;
  @FXML private TitledPane leftOut;
  @FXML private GridPane reasons;
  @FXML private Field subnetField;
  @FXML private Picker<Subnet> subnet;
  @FXML private Link newSubnet;
  @FXML private Field zoneField;
  @FXML private Picker<ResourceId> zone;
  @FXML private CheckBox link;

  public PrivateAccessView(PrivateAccessViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    viewModel.placeProperty().subscribe(place -> locate(place));
    network.setListing(viewModel.networks());
    network.setItems(viewModel.usable());
    network.setText(VirtualNetwork::name);
    network.setDetail(n -> n.id().resourceGroup());
    network.valueProperty().bindBidirectional(viewModel.networkProperty());
    GroupField.required(networkField, viewModel.networkProperty(), viewModel.askedProperty());
    subnet.setItems(viewModel.subnets());
    subnet.setText(Subnet::name);
    subnet.setDetail(Subnet::prefix);
    subnet.setRefusal(viewModel::refusal);
    subnet.valueProperty().bindBidirectional(viewModel.subnetProperty());
    subnet.disableProperty().bind(viewModel.networkProperty().isNull());
    newSubnet.disableProperty().bind(viewModel.networkProperty().isNull());
    GroupField.required(subnetField, viewModel.subnetProperty(), viewModel.askedProperty());
    zone.setListing(viewModel.zones());
    zone.setText(ResourceId::name);
    zone.setDetail(ResourceId::resourceGroup);
    zone.setRefusal(viewModel::refusal);
    zone.valueProperty().bindBidirectional(viewModel.zoneProperty());
    zoneField
        .problemProperty()
        .bind(
            Bindings.createStringBinding(
                this::zoneProblem,
                viewModel.zoneProperty(),
                viewModel.askedProperty(),
                viewModel.placeProperty()));
    link.selectedProperty().bindBidirectional(viewModel.linkProperty());
    viewModel.networks().items().addListener((InvalidationListener) o -> fillReasons());
  }

  private String zoneProblem() {
    boolean missing = viewModel.askedProperty().get() && viewModel.zoneProperty().get() == null;
    return missing ? Texts.text("create.empty") : viewModel.zoneProblem();
  }

  private void locate(@Nullable Place place) {
    boolean known = place != null && place.isKnown();
    Shown.now(located, known);
    Shown.now(unlocated, !known);
    String name = place == null ? "" : place.basics().subscription().name();
    subscription.setText(name);
    zoneSubscription.setText(name);
    fillReasons();
  }

  private void fillReasons() {
    var left = viewModel.leftOut();
    Shown.now(leftOut, !left.isEmpty());
    int all = viewModel.networks().items().size();
    leftOut.setText(Texts.text("networking.network.leftout", all - left.size(), all));
    reasons.getChildren().clear();
    for (LeftOut one : left) {
      Label name = new Label(one.network());
      name.getStyleClass().add("strong");
      Label reason = new Label(one.reason());
      reason.setWrapText(true);
      reasons.addRow(reasons.getRowCount(), name, reason);
    }
  }

  @FXML
  private void onNewNetwork() {
    viewModel.networkForm().ifPresent(form -> FormPanes.network(network, form));
  }

  @FXML
  private void onNewSubnet() {
    viewModel.subnetForm().ifPresent(form -> FormPanes.subnet(network, form));
  }

  @FXML
  private void onNewZone() {
    viewModel.zoneForm().ifPresent(form -> FormPanes.zone(network, form));
  }
}
