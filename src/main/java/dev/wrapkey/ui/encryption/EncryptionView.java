package dev.wrapkey.ui.encryption;

import dev.wrapkey.ui.choice.ChoiceView;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.encryption.EncryptionViewModel.State;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.Optional;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Screen of the Data encryption blade. */
public final class EncryptionView {

  private final EncryptionViewModel viewModel;

  @FXML private Button save;
  @FXML private Button discard;
  @FXML private StatusLabel progress;
  @FXML private Node stop;
  @FXML private Callout failure;
  @FXML private Callout saved;
  @FXML private Node serviceManaged;
  @FXML private Node customerManaged;
  @FXML private StatusLabel keyStatus;
  @FXML private Label elapsed;
  @FXML private Label mode;
  @FXML private VBox choice;

  public EncryptionView(EncryptionViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    choice.getChildren().setAll(Views.<Node>load("choice", new ChoiceView(viewModel.choice())));
    save.disableProperty().bind(viewModel.savableProperty().not());
    discard
        .disableProperty()
        .bind(
            viewModel.dirtyProperty().not().or(viewModel.stateProperty().isEqualTo(State.SAVING)));
    choice.disableProperty().bind(viewModel.stateProperty().isEqualTo(State.SAVING));
    viewModel.stateProperty().subscribe(this::show);
    viewModel
        .elapsedProperty()
        .subscribe(
            time ->
                elapsed.setText(
                    Texts.text("deployment.elapsed", time.toMinutes(), time.toSecondsPart())));
    Shown.when(elapsed, viewModel.stateProperty().isEqualTo(State.SAVING));
    viewModel.presentProperty().subscribe(this::showPresent);
    viewModel.failureProperty().subscribe(why -> Failures.show(failure, why));
    viewModel.savedProperty().subscribe(key -> Shown.now(saved, key.isPresent()));
    viewModel
        .dirtyProperty()
        .subscribe(
            dirty -> Shown.now(saved, !dirty && viewModel.savedProperty().get().isPresent()));
  }

  @FXML
  private void onSave() {
    viewModel.save();
  }

  @FXML
  private void onDiscard() {
    viewModel.discard();
  }

  @FXML
  private void onStopWaiting() {
    viewModel.stopWaiting();
  }

  @FXML
  private void onRefresh() {
    viewModel.reload();
  }

  private void show(State state) {
    Shown.now(progress, Set.of(State.LOADING, State.SAVING).contains(state));
    progress.setKind(StatusLabel.Kind.BUSY);
    progress.setText(
        Texts.text(state == State.SAVING ? "encryption.saving" : "encryption.loading"));
    Shown.now(stop, state == State.SAVING);
    Shown.now(serviceManaged, state == State.SERVICE_MANAGED);
    Shown.now(customerManaged, Set.of(State.CUSTOMER_MANAGED, State.SAVING).contains(state));
  }

  private void showPresent(EncryptionViewModel.@Nullable Present present) {
    if (present == null) {
      return;
    }
    var encryption = present.server().encryption();
    mode.setText(Texts.text("server.encryption." + encryption.mode()));
    Optional<String> status = encryption.status();
    keyStatus.setKind(
        status.filter("Valid"::equals).isPresent() ? StatusLabel.Kind.OK : StatusLabel.Kind.ERROR);
    keyStatus.setText(
        Texts.text("encryption.status", status.orElse(Texts.text("encryption.status.none"))));
    saved.setText(
        Texts.text(
            "encryption.saved",
            encryption
                .key()
                .map(
                    k ->
                        k.version().isPresent() ? k.toString() : Texts.text("encryption.newest", k))
                .orElse("")));
  }
}
