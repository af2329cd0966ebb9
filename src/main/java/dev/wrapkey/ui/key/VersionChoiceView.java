package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/** The part of the key pane that chooses a version, and shows what has been chosen. */
public final class VersionChoiceView {

  private final KeyViewModel viewModel;
  private final Runnable close;

  @FXML private Field versionField;
  @FXML private Picker<Key> version;
  @FXML private Node newVersion;
  @FXML private Node question;
  @FXML private Callout warning;
  @FXML private Callout refusal;
  @FXML private AccessBox access;
  @FXML private Button rotate;
  @FXML private Node progress;
  @FXML private Node followsNewest;
  @FXML private Node chosen;
  @FXML private Identifier identifier;
  @FXML private Node open;

  /**
   * @param close takes the pane away
   */
  public VersionChoiceView(KeyViewModel viewModel, Runnable close) {
    this.viewModel = viewModel;
    this.close = close;
  }

  @FXML
  private void initialize() {
    version.setListing(viewModel.versions());
    version.setText(this::name);
    version.setRefusal(viewModel::reason);
    version.setDetail(KeyWords::version);
    version.setOnRow(row -> viewModel.facts().want(row.id()));
    viewModel.facts().answersProperty().subscribe(version::refresh);
    version.valueProperty().bindBidirectional(viewModel.versionProperty());
    version.disableProperty().bind(viewModel.keyProperty().isNull());
    versionField.hintProperty().bind(viewModel.versionProperty().map(KeyWords::version).orElse(""));
    Shown.now(versionField, !viewModel.isAutomatic());
    Shown.now(followsNewest, viewModel.isAutomatic());
    VersionMaking making = viewModel.newVersion();
    newVersion.disableProperty().bind(viewModel.keyProperty().isNull());
    Shown.when(question, making.openProperty());
    Shown.when(newVersion, making.openProperty().not());
    Shown.when(progress, making.making().busyProperty());
    rotate.disableProperty().bind(making.making().busyProperty());
    making.making().failureProperty().subscribe(why -> Failures.show(refusal, why));
    access.follow(making.access(), "new-version", making::grantSelf);
    viewModel.keyProperty().subscribe(key -> warning.setText(warningOf(key)));
    identifier
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> chosenId().map(KeyIdentifier::toString).orElse(""),
                viewModel.keyProperty(),
                viewModel.versionProperty()));
    Shown.when(chosen, identifier.textProperty().isNotEmpty());
    Shown.now(open, viewModel.exits().pages().isPresent());
  }

  private static String warningOf(@Nullable Key key) {
    return key == null ? "" : Texts.text("key.newversion.warning", key.id().key());
  }

  private Optional<KeyIdentifier> chosenId() {
    Key pinned = viewModel.isAutomatic() ? null : viewModel.versionProperty().get();
    return Optional.ofNullable(pinned == null ? viewModel.keyProperty().get() : pinned)
        .map(Key::id);
  }

  private String name(Key one) {
    String id = KeyWords.shortId(one);
    boolean newest =
        viewModel.versions().items().stream().findFirst().filter(one::equals).isPresent();
    return newest ? Texts.text("key.version.newest", id) : id;
  }

  @FXML
  private void onNewVersion() {
    viewModel.newVersion().openProperty().set(true);
    rotate.requestFocus();
  }

  @FXML
  private void onRotate() {
    viewModel.newVersion().submit();
  }

  @FXML
  private void onKeep() {
    viewModel.newVersion().close();
    version.requestFocus();
  }

  @FXML
  private void onOpen() {
    KeyStore in = viewModel.storeProperty().get();
    Optional<KeyIdentifier> id = chosenId();
    if (in != null && id.isPresent()) {
      close.run();
      viewModel.exits().pages().ifPresent(way -> way.accept(in, id.get().versionless()));
    }
  }
}
