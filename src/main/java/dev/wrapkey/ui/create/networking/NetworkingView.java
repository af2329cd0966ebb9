package dev.wrapkey.ui.create.networking;

import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.wizard.GridRows;
import dev.wrapkey.ui.wizard.GridRows.Column;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** Screen of the Networking tab. */
public final class NetworkingView {

  private final NetworkingViewModel viewModel;

  @FXML private CheckBox publicAccess;
  @FXML private CheckBox azureServices;
  @FXML private VBox firewall;
  @FXML private VBox grid;
  @FXML private Node openWarning;

  public NetworkingView(NetworkingViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    publicAccess.selectedProperty().bindBidirectional(viewModel.publicAccessProperty());
    azureServices.selectedProperty().bindBidirectional(viewModel.azureServicesProperty());
    Shown.when(firewall, viewModel.publicAccessProperty());
    Shown.now(openWarning, false);
    GridRows.show(
        grid,
        viewModel.rules(),
        List.of(
            new Column<>("rule-name", "networking.rule.name", 220, FirewallRow::name),
            new Column<>("rule-start", "networking.rule.start", 170, FirewallRow::start),
            new Column<>("rule-end", "networking.rule.end", 170, FirewallRow::end)));
  }

  @FXML
  private void onAllowAll() {
    viewModel.allowAll();
    Shown.now(openWarning, true);
  }
}
