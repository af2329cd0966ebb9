package dev.wrapkey.ui.server;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.CopyButton;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.failure.Failures;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.TextArea;

/** The server as the service describes it. */
public final class ServerJsonView {

  private final ServerViewModel viewModel;

  @FXML private TextArea json;
  @FXML private CopyButton copy;
  @FXML private Node loading;
  @FXML private Callout failure;

  public ServerJsonView(ServerViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    json.textProperty().bind(viewModel.jsonProperty());
    copy.contentProperty().bind(viewModel.jsonProperty());
    viewModel.jsonFailureProperty().subscribe(why -> Failures.show(failure, why));
    Shown.when(json, viewModel.jsonProperty().isNotEmpty());
    Shown.when(
        loading, viewModel.jsonProperty().isEmpty().and(viewModel.jsonFailureProperty().isNull()));
  }
}
