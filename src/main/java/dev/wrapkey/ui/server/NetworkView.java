package dev.wrapkey.ui.server;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Plan.FirewallRule;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Setup;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Screen of a server's networking. */
public final class NetworkView {

  private final NetworkViewModel viewModel;

  @FXML private GridPane facts;
  @FXML private VBox firewall;
  @FXML private TableView<FirewallRule> rules;
  @FXML private Callout failure;

  public NetworkView(NetworkViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    column("name", 320, FirewallRule::name);
    column("start", 160, FirewallRule::start);
    column("end", 160, FirewallRule::end);
    rules.setItems(viewModel.rules().items());
    rules.setPlaceholder(new Label(Texts.text("server.network.none")));
    viewModel.server().serverProperty().subscribe(this::show);
    viewModel.rules().failureProperty().subscribe(this::tell);
    viewModel
        .rules()
        .stateProperty()
        .subscribe(
            state ->
                rules.setPlaceholder(
                    new Label(
                        Texts.text(
                            state == Listing.State.LOADING
                                ? "server.network.loading"
                                : "server.network.none"))));
  }

  @FXML
  private void onRefresh() {
    viewModel.refresh();
  }

  private void tell(@Nullable CloudFailure why) {
    Failures.show(failure, why);
  }

  private void column(String key, double width, Function<FirewallRule, String> text) {
    TableColumn<FirewallRule, String> column =
        new TableColumn<>(Texts.text("server.network.rule." + key));
    column.setPrefWidth(width);
    column.setCellValueFactory(each -> new ReadOnlyStringWrapper(text.apply(each.getValue())));
    rules.getColumns().add(column);
  }

  private void show(@Nullable Server server) {
    facts.getChildren().clear();
    if (server == null) {
      return;
    }
    Setup.Network network = server.setup().network();
    fact(
        "server.network.method",
        network.isPrivate() ? "server.network.private" : "server.network.public");
    if (network.isPrivate()) {
      value("server.network.subnet", network.subnet().map(ResourceId::name).orElse(""));
      value("server.network.zone", network.zone().map(ResourceId::name).orElse(""));
    } else {
      fact("server.network.internet", network.publicAccess() ? "server.yes" : "server.no");
    }
    Shown.now(firewall, !network.isPrivate());
  }

  private void fact(String label, String key) {
    value(label, Texts.text(key));
  }

  private void value(String label, String words) {
    Label name = new Label(Texts.text(label));
    name.getStyleClass().add("review-label");
    name.setWrapText(true);
    Label value = new Label(words);
    value.getStyleClass().add("review-value");
    facts.addRow(facts.getRowCount(), name, value);
  }
}
