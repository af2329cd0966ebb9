package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.RotationPolicy;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Screen of one key. */
public final class KeyPageView {

  private final KeyPageViewModel viewModel;

  @FXML private Node root;
  @FXML private Label title;
  @FXML private Label subtitle;
  @FXML private Button rotate;
  @FXML private Button policy;
  @FXML private Button backup;
  @FXML private Button delete;
  @FXML private Button recover;
  @FXML private Button purge;
  @FXML private Button refresh;
  @FXML private StatusLabel busy;
  @FXML private Callout failure;
  @FXML private Callout news;
  @FXML private Callout ended;
  @FXML private Node facts;
  @FXML private Identifier identifier;
  @FXML private Label rotation;
  @FXML private VBox parts;

  public KeyPageView(KeyPageViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /** The page; every time it comes to the front the key is read anew. */
  public Page page() {
    return new Page(viewModel.id().key(), Views.load("keypage", this), viewModel::refresh);
  }

  @FXML
  private void initialize() {
    KeyStore store = viewModel.store();
    title.setText(viewModel.id().key());
    subtitle.setText(Texts.text("keypage.subtitle", store.name()));
    identifier.setText(viewModel.id().toString());
    failure.textProperty().bind(viewModel.failureProperty());
    parts.getChildren().add(Views.<Node>load("versions", new VersionsView(viewModel)));
    parts.getChildren().add(Views.<Node>load("uses", new UsesView(viewModel)));
    viewModel.stateProperty().subscribe(this::show);
    viewModel.deeds().newsProperty().subscribe(this::tell);
    viewModel.deeds().busyProperty().subscribe(() -> show(viewModel.stateProperty().get()));
  }

  private void show(Optional<KeyState> state) {
    String doing = viewModel.deeds().busyProperty().get();
    Shown.now(busy, state.isEmpty() && failure.getText().isEmpty() || !doing.isEmpty());
    busy.setText(doing.isEmpty() ? Texts.text("keypage.loading") : doing);
    boolean lives = state.filter(KeyState.Living.class::isInstance).isPresent();
    boolean deleted = state.filter(KeyState.Deleted.class::isInstance).isPresent();
    List.of(rotate, policy, backup, delete).forEach(button -> Shown.now(button, lives));
    Shown.now(recover, deleted || state.filter(KeyState.Hidden.class::isInstance).isPresent());
    Shown.now(purge, deleted);
    List.of(rotate, policy, backup, delete, recover).forEach(b -> b.setDisable(!doing.isEmpty()));
    boolean guarded = viewModel.store().protection().purge();
    purge.setDisable(guarded || !doing.isEmpty());
    Shown.now(facts, lives);
    ended.setText(state.map(now -> Ending.words(now, viewModel.store())).orElse(""));
    state.ifPresent(this::describe);
  }

  private void describe(KeyState state) {
    ended.setKind(state instanceof KeyState.Gone ? Callout.Kind.ERROR : Callout.Kind.WARNING);
    if (state instanceof KeyState.Living living) {
      subtitle.setText(
          Texts.text(
              "keypage.subtitle.type",
              viewModel.store().name(),
              VersionState.type(living.newest())));
      rotation.setText(PolicyWords.of(living));
      policy.setDisable(policy.isDisabled() || living.policy().isEmpty());
    }
  }

  private void tell(Deeds.News now) {
    news.setText(now.words());
    if (!now.words().isEmpty()) {
      refresh.requestFocus(); // the button that was pressed may have gone
    }
    news.setKind(now.mood() == Deeds.Mood.GOOD ? Callout.Kind.SUCCESS : Callout.Kind.ERROR);
  }

  @FXML
  private void onRefresh() {
    viewModel.refresh();
  }

  @FXML
  private void onRotate() {
    viewModel.rotate();
  }

  @FXML
  private void onPolicy() {
    if (viewModel.stateProperty().get().orElse(null) instanceof KeyState.Living living) {
      RotationPolicy now = living.policy().orElse(RotationPolicy.NONE);
      host()
          .ifPresent(
              host ->
                  PolicyView.open(
                      host,
                      new PolicyViewModel(living.newest(), now, viewModel::keepPolicy),
                      viewModel.id().key()));
    }
  }

  @FXML
  private void onBackup() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.text("keypage.backup"));
    chooser.setInitialFileName(viewModel.id().key() + ".backup");
    Optional.ofNullable(chooser.showSaveDialog(root.getScene().getWindow()))
        .ifPresent(file -> viewModel.backup(file.toPath()));
  }

  @FXML
  private void onDelete() {
    host().ifPresent(host -> ImpactPane.open(host, viewModel.askDelete()));
  }

  @FXML
  private void onRecover() {
    viewModel.recover();
  }

  @FXML
  private void onPurge() {
    host().ifPresent(host -> ImpactPane.open(host, viewModel.askPurge()));
  }

  private Optional<PaneHost> host() {
    return PaneHost.around(root);
  }
}
