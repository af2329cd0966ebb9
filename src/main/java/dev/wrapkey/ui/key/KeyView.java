package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;

/** Screen of the key pane. */
public final class KeyView {

  private final KeyViewModel viewModel;

  @FXML private Label subscription;
  @FXML private RadioButton vaults;
  @FXML private RadioButton hsms;
  @FXML private Field storeField;
  @FXML private Picker<KeyStore> store;
  @FXML private TitledPane leftOut;
  @FXML private GridPane reasons;
  @FXML private Field keyField;
  @FXML private Picker<Key> key;
  @FXML private Field versionField;
  @FXML private Picker<Key> version;
  @FXML private Node followsNewest;
  @FXML private Node newKey;
  @FXML private Pane keyForm;

  public KeyView(KeyViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    subscription.setText(viewModel.scope().subscription().name());
    vaults.setSelected(true);
    storeField
        .labelProperty()
        .bind(
            Bindings.when(hsms.selectedProperty())
                .then(Texts.text("key.hsm"))
                .otherwise(Texts.text("key.vault")));
    store.setListing(viewModel.stores());
    store.setItems(viewModel.usable());
    store.setText(KeyStore::name);
    store.valueProperty().bindBidirectional(viewModel.storeProperty());
    key.setListing(viewModel.keys());
    key.setText(k -> k.id().key());
    key.setRefusal(viewModel::refusal);
    key.valueProperty().bindBidirectional(viewModel.keyProperty());
    key.disableProperty().bind(viewModel.storeProperty().isNull());
    keyField.problemProperty().bind(viewModel.keyProblemProperty());
    keyField
        .hintProperty()
        .bind(
            Bindings.when(viewModel.keys().stateProperty().isEqualTo(Listing.State.FAILED))
                .then(Texts.text("key.hidden"))
                .otherwise(""));
    version.setListing(viewModel.versions());
    version.setText(this::versionText);
    version.setRefusal(viewModel::refusal);
    version.valueProperty().bindBidirectional(viewModel.versionProperty());
    version.disableProperty().bind(viewModel.keyProperty().isNull());
    var free = viewModel.importing().openProperty().not();
    Shown.when(keyField, free);
    Shown.when(versionField, free.map(f -> f && !viewModel.isAutomatic()));
    Shown.when(followsNewest, free.map(f -> f && viewModel.isAutomatic()));
    viewModel.importing().openProperty().addListener((o, was, is) -> backToKey(is));
    newKey.disableProperty().bind(viewModel.storeProperty().isNull());
    keyForm.getChildren().setAll(Views.<Node>load("import", new ImportView(viewModel.importing())));
    viewModel.stores().items().addListener((InvalidationListener) o -> fillReasons());
    viewModel.stores().stateProperty().subscribe(this::fillReasons);
  }

  @FXML
  private void onVaults() {
    viewModel.kindProperty().set(KeyStore.Kind.KEY_VAULT);
  }

  @FXML
  private void onHsms() {
    viewModel.kindProperty().set(KeyStore.Kind.MANAGED_HSM);
  }

  private void backToKey(boolean formOpen) {
    if (!formOpen) {
      key.requestFocus();
    }
  }

  @FXML
  private void onNewKey() {
    viewModel.importing().open();
  }

  private void fillReasons() {
    var left = viewModel.leftOut();
    boolean ready = viewModel.stores().stateProperty().get() == Listing.State.READY;
    Shown.now(leftOut, ready && !left.isEmpty());
    int all = viewModel.stores().items().size();
    leftOut.setText(Texts.text("key.leftout", all - left.size(), all));
    reasons.getChildren().clear();
    for (LeftOut one : left) {
      Label name = new Label(one.store());
      name.getStyleClass().add("strong");
      Label reason = new Label(one.reason());
      reason.setWrapText(true);
      reasons.addRow(reasons.getRowCount(), name, reason);
    }
  }

  private String versionText(Key one) {
    String id = one.id().version().orElse("");
    boolean newest =
        viewModel.versions().items().stream().findFirst().filter(one::equals).isPresent();
    String day = Moments.day(one.life().created());
    return Texts.text(newest ? "key.version.newest" : "key.version.older", id, day);
  }
}
