package dev.wrapkey.ui.server;

import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.keyboard.Shortcut;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** Screen of a server's replicas. */
public final class ReplicationView {

  private final ReplicationViewModel viewModel;

  @FXML private Button create;
  @FXML private Callout failure;
  @FXML private Callout refusal;
  @FXML private Label role;
  @FXML private TableView<Server> replicas;
  @FXML private Button open;

  public ReplicationView(ReplicationViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    column("name", 180, Server::name);
    column("state", 110, Server::state);
    column("region", 140, replica -> RegionNames.display(replica.region()));
    column("key", 230, ReplicationViewModel::key);
    column("status", 90, replica -> ReplicationViewModel.keyStatus(replica).orElse("-"));
    replicas.setItems(viewModel.replicas().items());
    viewModel.replicas().stateProperty().subscribe(this::show);
    viewModel.replicas().failureProperty().subscribe(why -> Failures.show(failure, why));
    viewModel.server().serverProperty().subscribe(this::show);
    viewModel.refusalProperty().subscribe(why -> show(why));
    open.disableProperty().bind(replicas.getSelectionModel().selectedItemProperty().isNull());
    replicas.setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
            onOpen();
          }
        });
    replicas.setOnKeyPressed(
        key -> {
          if (Shortcut.OPEN.matches(key)) {
            onOpen();
          }
        });
  }

  private void column(String key, double width, Function<Server, String> text) {
    TableColumn<Server, String> column =
        new TableColumn<>(Texts.text("server.replication.column." + key));
    column.setPrefWidth(width);
    column.setCellValueFactory(each -> new ReadOnlyStringWrapper(text.apply(each.getValue())));
    replicas.getColumns().add(column);
  }

  private void show(Listing.State state) {
    replicas.setPlaceholder(
        new Label(
            Texts.text(
                state == Listing.State.LOADING
                    ? "server.network.loading"
                    : "server.replication.none")));
  }

  private void show(@Nullable Server now) {
    role.setText(now == null ? "" : viewModel.role(now));
  }

  private void show(String why) {
    refusal.setText(why);
    Shown.now(refusal, !why.isEmpty());
    create.setDisable(!why.isEmpty());
  }

  @FXML
  private void onCreate() {
    viewModel.create();
  }

  @FXML
  private void onRefresh() {
    viewModel.refresh();
  }

  @FXML
  private void onOpen() {
    Server chosen = replicas.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      viewModel.open(chosen);
    }
  }
}
