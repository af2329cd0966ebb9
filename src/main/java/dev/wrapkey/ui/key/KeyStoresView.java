package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Texts;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;

/** The part of the key pane that chooses a vault or managed HSM. */
public final class KeyStoresView {

  private static final double REASON = 28;
  private static final int MOST_REASONS = 6;

  private final KeyViewModel viewModel;
  private final StoreList list;

  @FXML private Node root;
  @FXML private RadioButton vaults;
  @FXML private RadioButton hsms;
  @FXML private Field storeField;
  @FXML private TextField search;
  @FXML private Picker<KeyStore> store;
  @FXML private ListingNote note;
  @FXML private Node newVault;
  @FXML private Callout noHsm;
  @FXML private HsmSteps hsmSteps;
  @FXML private TitledPane leftOut;
  @FXML private ListView<LeftOut> reasons;

  public KeyStoresView(KeyViewModel viewModel) {
    this.viewModel = viewModel;
    this.list = viewModel.storeList();
  }

  @FXML
  private void initialize() {
    hsmSteps.show(viewModel.scope());
    viewModel.kindProperty().subscribe(this::show);
    store.setListing(viewModel.stores());
    store.setItems(list.shown());
    store.setText(KeyStore::name);
    store.setDetail(each -> each.id().resourceGroup());
    store.valueProperty().bindBidirectional(viewModel.storeProperty());
    Narrowing.tie(search, store, list.filterProperty(), list.fitting());
    note.follow(list.listing(), list.fitting());
    reasons.setItems(viewModel.storeList().leftOut());
    reasons.setFixedCellSize(REASON);
    reasons.setCellFactory(l -> new LeftOutCell());
    InvalidationListener refill = o -> countReasons();
    list.listing().items().addListener(refill);
    list.listing().stateProperty().addListener(refill);
    countReasons();
  }

  private void show(KeyStore.Kind kind) {
    boolean hsm = kind == KeyStore.Kind.MANAGED_HSM;
    (hsm ? hsms : vaults).setSelected(true);
    storeField.setLabel(Texts.text(hsm ? "key.hsm" : "key.vault"));
    Shown.now(newVault, !hsm);
    Shown.now(hsmSteps, hsm);
    noHsm.setText(hsm ? Texts.text("key.hsm.notmade") : "");
  }

  @FXML
  private void onKind() {
    viewModel
        .kindProperty()
        .set(hsms.isSelected() ? KeyStore.Kind.MANAGED_HSM : KeyStore.Kind.KEY_VAULT);
  }

  @FXML
  private void onNewVault() {
    PaneHost.around(root).ifPresent(host -> NewVaultPane.open(host, viewModel.creatingVault()));
  }

  private void countReasons() {
    int left = list.leftOut().size();
    int all = list.listing().items().size();
    boolean known = list.listing().stateProperty().get() != Listing.State.FAILED;
    Shown.now(leftOut, known && left > 0);
    leftOut.setText(Texts.text("key.leftout", all - left, all));
    reasons.setPrefHeight(Math.min(left, MOST_REASONS) * REASON + 2);
  }
}
