package dev.wrapkey.ui.identity;

import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Texts;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Screen of the identity pane. */
public final class IdentityView {

  private final IdentityViewModel viewModel;
  private final Runnable done;

  @FXML private Label subscription;
  @FXML private TextField filter;
  @FXML private ListView<ManagedIdentity> list;
  @FXML private Node progress;
  @FXML private Node failure;
  @FXML private Label failureText;

  /**
   * @param viewModel what is shown
   * @param done called after an identity was added by keyboard or double click
   */
  public IdentityView(IdentityViewModel viewModel, Runnable done) {
    this.viewModel = viewModel;
    this.done = done;
  }

  @FXML
  private void initialize() {
    subscription.setText(viewModel.subscription().name());
    filter.textProperty().bindBidirectional(viewModel.filterProperty());
    list.setItems(viewModel.shown());
    list.setCellFactory(l -> new IdentityCell());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> viewModel.selectedProperty().set(is));
    var state = viewModel.listing().stateProperty();
    Shown.when(progress, state.isEqualTo(Listing.State.LOADING));
    Shown.when(failure, state.isEqualTo(Listing.State.FAILED));
    failureText
        .textProperty()
        .bind(viewModel.listing().failureProperty().map(f -> f == null ? "" : f.details()));
    Label nothing = new Label();
    nothing
        .textProperty()
        .bind(
            Bindings.when(state.isEqualTo(Listing.State.READY))
                .then(Texts.text("identity.none"))
                .otherwise(""));
    list.setPlaceholder(nothing);
  }

  @FXML
  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && viewModel.selectedProperty().get() != null) {
      event.consume();
      finish();
    }
  }

  @FXML
  private void onRetry() {
    viewModel.listing().reload();
  }

  private void finish() {
    viewModel.finish();
    done.run();
  }

  private static final class IdentityCell extends ListCell<ManagedIdentity> {
    @Override
    protected void updateItem(ManagedIdentity item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(empty || item == null ? null : IdentityRow.of(item));
    }
  }
}
