package dev.wrapkey.ui.vault;

import dev.wrapkey.rules.Loss;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.controlsfx.control.textfield.CustomTextField;

/** Screen of one store. */
public final class StoreView {

  private final StoreViewModel viewModel;

  @FXML private Label title;
  @FXML private Label subtitle;
  @FXML private StatusLabel protection;
  @FXML private Label permissions;
  @FXML private StatusLabel network;
  @FXML private Callout problem;
  @FXML private Callout deletedProblem;
  @FXML private CustomTextField filter;
  @FXML private Button refresh;
  @FXML private KeyTable table;
  @FXML private DeletedTable deleted;

  public StoreView(StoreViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /** The page; every time it comes to the front the keys are read anew. */
  public Page page() {
    return new Page(viewModel.store().name(), Views.load("store", this), viewModel::refresh);
  }

  @FXML
  private void initialize() {
    StoreRow store = new StoreRow(viewModel.store(), "");
    title.setText(store.name());
    subtitle.setText(Texts.text("vault.store.subtitle", store.kind(), store.region()));
    show(protection, store.protection());
    permissions.setText(store.permissions());
    show(network, store.network());
    filter.setLeft(new Icon("search"));
    filter.textProperty().bindBidirectional(viewModel.filterProperty());
    problem.textProperty().bind(viewModel.problemProperty());
    deletedProblem.textProperty().bind(viewModel.deletedProblemProperty());
    table.show(viewModel.shown(), row -> viewModel.open(row.id()));
    deleted.show(viewModel.deleted(), key -> viewModel.open(key.id()));
    deleted.fit(4);
    table.getItems().addListener((InvalidationListener) changed -> explain());
    viewModel.stateProperty().subscribe(state -> explain());
    viewModel.deletedStateProperty().subscribe(this::explainDeleted);
  }

  private static void show(StatusLabel label, Said said) {
    label.setKind(said.kind());
    label.setText(said.text());
  }

  private void explain() {
    Listing.State state = viewModel.stateProperty().get();
    refresh.setDisable(state == Listing.State.LOADING);
    table.setPlaceholder(Placeholders.of(state, viewModel.hasKeys(), word -> "vault.keys." + word));
  }

  private void explainDeleted(Listing.State state) {
    String word =
        switch (state) {
          case IDLE, LOADING -> "loading";
          case FAILED -> "failed";
          case READY -> "empty";
        };
    Label words = new Label(Texts.text("vault.deleted." + word));
    words.getStyleClass().add("secondary");
    deleted.setPlaceholder(words);
  }

  @FXML
  private void onRefresh() {
    viewModel.refresh();
  }

  @FXML
  private void onNetworking() {
    viewModel.askAbout(Loss.OfNetwork.class);
  }

  @FXML
  private void onDelete() {
    viewModel.askAbout(Loss.OfStore.class);
  }
}
