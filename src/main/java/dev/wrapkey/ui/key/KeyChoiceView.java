package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.CopyButton;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** The part of the key pane that chooses a key. */
public final class KeyChoiceView {

  private final KeyViewModel viewModel;
  private final Runnable close;

  @FXML private Field keyField;
  @FXML private TextField search;
  @FXML private Picker<Key> key;
  @FXML private ListingNote note;
  @FXML private Node newKey;
  @FXML private Callout denied;
  @FXML private CopyButton words;
  @FXML private AccessBox access;

  /**
   * @param close takes the pane away
   */
  public KeyChoiceView(KeyViewModel viewModel, Runnable close) {
    this.viewModel = viewModel;
    this.close = close;
  }

  @FXML
  private void initialize() {
    KeyList list = viewModel.keyList();
    key.setListing(list.listing());
    key.setItems(list.shown());
    key.setText(k -> k.id().key());
    key.setRefusal(viewModel::reason);
    key.setDetail(k -> KeyWords.detail(k, viewModel.facts().of(k.id())));
    key.setOnRow(row -> viewModel.facts().want(row.id()));
    viewModel.facts().answersProperty().subscribe(key::refresh);
    key.valueProperty().bindBidirectional(viewModel.keyProperty());
    key.disableProperty().bind(viewModel.storeProperty().isNull());
    Narrowing.tie(search, key, list.filterProperty(), list.listing().items());
    note.follow(list.listing(), list.listing().items());
    var failure = list.listing().failureProperty();
    keyField
        .problemProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    failure.get() == null
                        ? viewModel.keyProblemProperty().get()
                        : Texts.text("key.denied." + Denial.of(failure.get())),
                failure,
                viewModel.keyProblemProperty()));
    keyField
        .hintProperty()
        .bind(
            Bindings.createStringBinding(
                this::hint, viewModel.keyProperty(), viewModel.facts().answersProperty()));
    newKey.disableProperty().bind(viewModel.storeProperty().isNull());
    failure.subscribe(this::deny);
    access.follow(viewModel.access(), "key", viewModel::grantSelf);
    viewModel.importing().openProperty().addListener((o, was, is) -> backToKey(is));
  }

  private String hint() {
    return Optional.ofNullable(viewModel.keyProperty().get())
        .map(chosen -> KeyWords.hint(chosen, viewModel.facts().of(chosen.id())))
        .orElse("");
  }

  private void deny(@Nullable CloudFailure why) {
    denied.setText(why == null ? "" : Texts.text("key.denied.about." + Denial.of(why)));
    words.setContent(why == null ? "" : why.details());
  }

  @FXML
  private void onRetry() {
    viewModel.keys().reload();
  }

  @FXML
  private void onNewKey() {
    viewModel.importing().open();
  }

  @FXML
  private void onTypeInstead() {
    KeyStore in = viewModel.storeProperty().get();
    close.run();
    viewModel.exits().type(in == null ? "" : "https://" + in.host() + "/keys/");
  }

  private void backToKey(boolean formOpen) {
    if (!formOpen) {
      key.requestFocus();
    }
  }
}
