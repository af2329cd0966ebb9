package dev.wrapkey.ui.vault;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.control.Ticking;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/** Screen of all stores. */
public final class VaultsView {

  private final VaultsViewModel viewModel;

  @FXML private VBox root;
  @FXML private Callout problem;
  @FXML private CustomTextField filter;
  @FXML private Label updated;
  @FXML private Button refresh;
  @FXML private StoreTable table;
  @FXML private VBox gone;

  public VaultsView(VaultsViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /** The page; every time it comes to the front the stores are read anew. */
  public Page page() {
    return new Page(Texts.text("vault.crumb"), Views.load("vaults", this), viewModel::refresh);
  }

  @FXML
  private void initialize() {
    filter.setLeft(new Icon("search"));
    filter.textProperty().bindBidirectional(viewModel.filterProperty());
    problem.textProperty().bind(viewModel.problemProperty());
    updated.textProperty().bind(viewModel.freshness().textProperty());
    table.show(viewModel.shown(), viewModel::open);
    table.getItems().addListener((InvalidationListener) changed -> explain());
    viewModel.stateProperty().subscribe(state -> explain());
    gone.getChildren().setAll(Views.<Node>load("gone", new GoneView(viewModel.gone())));
    Ticking.on(root, viewModel.freshness()::tick);
  }

  private void explain() {
    Listing.State state = viewModel.stateProperty().get();
    refresh.setDisable(state == Listing.State.LOADING);
    table.setPlaceholder(
        Placeholders.of(state, !viewModel.all().isEmpty(), word -> "vault.list." + word));
  }

  @FXML
  private void onRefresh() {
    viewModel.refresh();
  }

  @FXML
  private void onBreaking() {
    viewModel.askWhatBreaks();
  }
}
