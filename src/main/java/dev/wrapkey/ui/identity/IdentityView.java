package dev.wrapkey.ui.identity;

import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.keyboard.Shortcut;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Texts;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Screen of the identity pane. */
public final class IdentityView {

  private static final double ROW = 48;

  private final IdentityViewModel viewModel;
  private final Runnable done;

  @FXML private Node root;
  @FXML private Picker<Subscription> subscription;
  @FXML private TextField filter;
  @FXML private ListView<ManagedIdentity> list;
  @FXML private Node progress;
  @FXML private Node failure;
  @FXML private Label failureText;
  @FXML private Callout advice;
  @FXML private Pane rights;

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
    subscription.setListing(viewModel.subscriptions());
    subscription.setText(Subscription::name);
    subscription.valueProperty().bindBidirectional(viewModel.subscriptionProperty());
    filter.textProperty().bindBidirectional(viewModel.filterProperty());
    list.setItems(viewModel.shown());
    list.setFixedCellSize(ROW);
    list.setCellFactory(l -> new IdentityCell());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> viewModel.selectedProperty().set(is));
    viewModel.selectedProperty().subscribe(this::select);
    var state = viewModel.listing().stateProperty();
    Shown.when(progress, state.isEqualTo(Listing.State.LOADING));
    Shown.when(failure, state.isEqualTo(Listing.State.FAILED));
    failureText
        .textProperty()
        .bind(viewModel.listing().failureProperty().map(f -> f == null ? "" : f.details()));
    Label nothing = new Label();
    nothing.setWrapText(true);
    nothing.getStyleClass().add("picker-placeholder");
    nothing
        .textProperty()
        .bind(
            Bindings.when(state.isEqualTo(Listing.State.READY))
                .then(Texts.text("identity.none"))
                .otherwise(""));
    list.setPlaceholder(nothing);
    advice.textProperty().bind(viewModel.adviceProperty());
    viewModel
        .grants()
        .answerProperty()
        .subscribe(answer -> rights.getChildren().setAll(GrantNodes.of(answer)));
  }

  private void select(@Nullable ManagedIdentity chosen) {
    if (chosen != list.getSelectionModel().getSelectedItem()) {
      list.getSelectionModel().clearSelection();
      if (chosen != null) {
        list.getSelectionModel().select(chosen);
        list.scrollTo(chosen);
      }
    }
  }

  @FXML
  private void onKey(KeyEvent event) {
    if (Shortcut.OPEN.matches(event)) {
      event.consume();
      finish();
    }
  }

  @FXML
  private void onClick(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      finish();
    }
  }

  @FXML
  private void onRetry() {
    viewModel.listing().reload();
  }

  @FXML
  private void onCreate() {
    PaneHost.around(root).ifPresent(host -> NewIdentityPane.open(host, viewModel.creating()));
  }

  private void finish() {
    if (viewModel.selectedProperty().get() != null) {
      viewModel.finish();
      done.run();
    }
  }

  private static final class IdentityCell extends ListCell<ManagedIdentity> {

    private @Nullable ManagedIdentity shown;

    private @Nullable Node row;

    // A row that is made anew has no style for one frame; being chosen must not make it anew, nor
    // being taken from its place and put back, as a list does when it is laid out.
    @Override
    protected void updateItem(@Nullable ManagedIdentity item, boolean empty) {
      super.updateItem(item, empty);
      ManagedIdentity next = empty ? null : item;
      if (next != null && !next.equals(shown)) {
        shown = next;
        row = IdentityRow.of(next);
      }
      setGraphic(next == null ? null : row);
    }
  }
}
