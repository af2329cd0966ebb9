package dev.wrapkey.ui.server;

import dev.wrapkey.provisioning.ServerLifecycle.Act;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.SidePane;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The command bar of a server. */
public final class CommandsView {

  private final CommandsViewModel viewModel;

  @FXML private VBox root;
  @FXML private Button start;
  @FXML private Button stop;
  @FXML private Button restart;
  @FXML private Button restore;
  @FXML private Button delete;
  @FXML private StatusLabel busy;
  @FXML private Callout failure;

  public CommandsView(CommandsViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    start.disableProperty().bind(viewModel.possible(Act.START).not());
    stop.disableProperty().bind(viewModel.possible(Act.STOP).not());
    restart.disableProperty().bind(viewModel.possible(Act.RESTART).not());
    delete.disableProperty().bind(viewModel.possible(Act.DELETE).not());
    restore.disableProperty().bind(viewModel.server().serverProperty().isNull());
    busy.setKind(StatusLabel.Kind.BUSY);
    viewModel.runningProperty().subscribe(this::tell);
    viewModel.failureProperty().subscribe(why -> Failures.show(failure, why));
  }

  private void tell(@Nullable Act act) {
    Shown.now(busy, act != null);
    busy.setText(act == null ? "" : Texts.text("server.doing." + act, viewModel.id().name()));
  }

  @FXML
  private void onStart() {
    viewModel.act(Act.START);
  }

  @FXML
  private void onStop() {
    viewModel.act(Act.STOP);
  }

  @FXML
  private void onRestart() {
    viewModel.act(Act.RESTART);
  }

  @FXML
  private void onRestore() {
    viewModel.restore();
  }

  @FXML
  private void onRefresh() {
    viewModel.server().refresh();
  }

  @FXML
  private void onDelete() {
    viewModel.typedNameProperty().set("");
    SidePane pane = new SidePane();
    pane.setTitle(Texts.text("server.delete.title", viewModel.id().name()));
    pane.setBody(Views.load("deleteserver", new DeleteServerView(viewModel)));
    pane.addAction(
        "delete-finish",
        Texts.text("server.delete"),
        viewModel.confirmedProperty(),
        () -> viewModel.act(Act.DELETE));
    PaneHost.around(root).ifPresent(host -> host.show(pane));
  }

  @FXML
  private void onJson() {
    SidePane pane = new SidePane();
    pane.setTitle(Texts.text("server.json.title"));
    pane.setSubtitle(viewModel.id().name());
    pane.setBody(Views.load("serverjson", new ServerJsonView(viewModel.server())));
    viewModel.server().readJson();
    PaneHost.around(root).ifPresent(host -> host.show(pane));
  }
}
