package dev.wrapkey.ui.key;

import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Views;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** Screen of the key pane: one part for stores, one for keys, one for versions. */
public final class KeyView {

  private final KeyViewModel viewModel;
  private final Runnable close;

  @FXML private Label subscription;
  @FXML private Pane stores;
  @FXML private Pane keys;
  @FXML private Pane keyForm;
  @FXML private Pane versions;

  /**
   * @param close takes the pane away
   */
  public KeyView(KeyViewModel viewModel, Runnable close) {
    this.viewModel = viewModel;
    this.close = close;
  }

  @FXML
  private void initialize() {
    subscription.setText(viewModel.scope().subscription().name());
    stores.getChildren().setAll(Views.<Node>load("keystores", new KeyStoresView(viewModel)));
    keys.getChildren().setAll(Views.<Node>load("keychoice", new KeyChoiceView(viewModel, close)));
    keyForm.getChildren().setAll(Views.<Node>load("import", new ImportView(viewModel.importing())));
    versions
        .getChildren()
        .setAll(Views.<Node>load("versionchoice", new VersionChoiceView(viewModel, close)));
    var free = viewModel.importing().openProperty().not();
    Shown.when(keys, free);
    Shown.when(versions, free);
    Shown.when(keyForm, viewModel.importing().openProperty());
  }
}
