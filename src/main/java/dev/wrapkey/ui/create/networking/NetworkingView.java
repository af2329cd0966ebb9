package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.Plan.Networking.Method;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Views;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.Pane;

/** Screen of the Networking tab. */
public final class NetworkingView {

  private final NetworkingViewModel viewModel;

  @FXML private RadioButton publicMethod;
  @FXML private RadioButton privateMethod;
  @FXML private Callout inherited;
  @FXML private Pane publicParts;
  @FXML private Pane privateParts;

  public NetworkingView(NetworkingViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    viewModel.methodProperty().subscribe(this::show);
    publicMethod.disableProperty().bind(viewModel.inheritedProperty());
    privateMethod.disableProperty().bind(viewModel.inheritedProperty());
    Shown.when(inherited, viewModel.inheritedProperty());
    publicParts
        .getChildren()
        .setAll(
            Views.<Node>load("firewall", new FirewallView(viewModel.firewall())),
            Views.<Node>load("endpoints", new EndpointsView(viewModel.endpoints())));
    privateParts
        .getChildren()
        .setAll(
            Views.<Node>load("privateaccess", new PrivateAccessView(viewModel.privateAccess())));
  }

  private void show(Method method) {
    publicMethod.setSelected(method == Method.PUBLIC);
    privateMethod.setSelected(method == Method.PRIVATE);
    Shown.now(publicParts, method == Method.PUBLIC);
    Shown.now(privateParts, method == Method.PRIVATE);
  }

  @FXML
  private void onMethod() {
    viewModel.methodProperty().set(privateMethod.isSelected() ? Method.PRIVATE : Method.PUBLIC);
  }
}
