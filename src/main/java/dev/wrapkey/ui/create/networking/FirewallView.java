package dev.wrapkey.ui.create.networking;

import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.create.networking.FirewallViewModel.Client;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.GridRows;
import dev.wrapkey.ui.wizard.GridRows.Column;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Screen of public access and the firewall rules. */
public final class FirewallView {

  private final FirewallViewModel viewModel;

  @FXML private CheckBox allowed;
  @FXML private CheckBox azureServices;
  @FXML private Node azureWarning;
  @FXML private VBox firewall;
  @FXML private VBox grid;
  @FXML private Node spinner;
  @FXML private Link client;
  @FXML private Link every;
  @FXML private Node clientFailure;
  @FXML private Label clientFailureText;
  @FXML private Node everyWarning;

  public FirewallView(FirewallViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    allowed.selectedProperty().bindBidirectional(viewModel.allowedProperty());
    azureServices.selectedProperty().bindBidirectional(viewModel.azureServicesProperty());
    Shown.when(azureWarning, viewModel.azureServicesProperty());
    Shown.when(firewall, viewModel.allowedProperty());
    Shown.when(everyWarning, viewModel.everyAddressProperty());
    every.disableProperty().bind(viewModel.everyAddressProperty());
    showClient();
    GridRows.show(
        grid,
        viewModel.rules(),
        List.of(
            new Column<>("rule-name", "networking.rule.name", 260, FirewallRow::name),
            new Column<>("rule-start", "networking.rule.start", 170, FirewallRow::start),
            new Column<>("rule-end", "networking.rule.end", 170, FirewallRow::end)));
  }

  private void showClient() {
    var state = viewModel.clientProperty();
    client
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(state.get()), state, viewModel.addressProperty()));
    client
        .disableProperty()
        .bind(state.isNotEqualTo(Client.KNOWN).or(viewModel.clientAddedProperty()));
    Shown.when(spinner, state.isEqualTo(Client.ASKING));
    Shown.when(clientFailure, state.isEqualTo(Client.FAILED));
    clientFailureText
        .textProperty()
        .bind(viewModel.failureProperty().map(why -> Texts.text("networking.client.failed", why)));
  }

  private String words(Client state) {
    return switch (state) {
      case KNOWN -> Texts.text("networking.client", viewModel.addressProperty().get());
      case FAILED -> Texts.text("networking.client", Texts.text("networking.client.unknown"));
      case UNASKED, ASKING ->
          Texts.text("networking.client", Texts.text("networking.client.asking"));
    };
  }

  @FXML
  private void onClient() {
    viewModel.addClient();
  }

  @FXML
  private void onRetry() {
    viewModel.ask();
  }

  @FXML
  private void onEvery() {
    viewModel.addEveryAddress();
  }
}
