package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.preflight.Causes;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.Optional;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Screen of the Data encryption blade. */
public final class EncryptionView {

  private final EncryptionViewModel viewModel;
  private final IdentityCreation creation;
  private final Elsewhere elsewhere;

  @FXML private ScrollPane scroll;
  @FXML private Button save;
  @FXML private Button discard;
  @FXML private Button rotate;
  @FXML private Button refresh;
  @FXML private StatusLabel progress;
  @FXML private Node saving;
  @FXML private Label elapsed;
  @FXML private Callout waiting;
  @FXML private Callout failure;
  @FXML private Callout saved;
  @FXML private VBox overtaken;
  @FXML private VBox body;
  @FXML private VBox causes;
  @FXML private ProofBox proof;
  @FXML private Callout obstacle;

  /**
   * @param creation opens the pane that makes identities
   * @param elsewhere where the page leads
   */
  public EncryptionView(
      EncryptionViewModel viewModel, IdentityCreation creation, Elsewhere elsewhere) {
    this.elsewhere = elsewhere;
    this.viewModel = viewModel;
    this.creation = creation;
  }

  @FXML
  private void initialize() {
    body.getChildren()
        .setAll(
            Views.<Node>load(
                "encryptionbody", new EncryptionBodyView(viewModel, creation, elsewhere)));
    var underWay = viewModel.stateProperty().isEqualTo(State.SAVING);
    save.disableProperty().bind(viewModel.savableProperty().not());
    proof.show(viewModel.checks());
    discard.disableProperty().bind(viewModel.dirtyProperty().not().or(underWay));
    refresh.disableProperty().bind(underWay);
    Shown.when(rotate, viewModel.stateProperty().isEqualTo(State.CUSTOMER_MANAGED).or(underWay));
    progress.setKind(StatusLabel.Kind.BUSY);
    Shown.when(saving, underWay);
    viewModel.stateProperty().subscribe(this::showProgress);
    viewModel.readingProperty().subscribe(this::showProgress);
    elapsed.textProperty().bind(viewModel.progress().elapsedText());
    viewModel.progress().waitProperty().subscribe(this::showWait);
    viewModel.stateProperty().subscribe(this::showWait);
    viewModel.failureProperty().subscribe(this::explain);
    viewModel.savedProperty().subscribe(this::showSaved);
    viewModel.dirtyProperty().subscribe(this::showSaved);
    viewModel.overtakenProperty().subscribe(this::show);
    viewModel.troubles().forbidsProperty().subscribe(this::showObstacle);
    viewModel.dirtyProperty().subscribe(this::showObstacle);
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
  private void onRotate() {
    viewModel.rotate();
  }

  @FXML
  private void onStopWaiting() {
    viewModel.stopWaiting();
  }

  @FXML
  private void onRefresh() {
    viewModel.reload();
  }

  private void explain(@Nullable CloudFailure why) {
    Failures.show(failure, why);
    causes.getChildren().clear();
    if (why != null && Causes.isFor(why)) {
      causes.getChildren().setAll(new Causes(viewModel.checks().panel(), why));
    }
  }

  private void showObstacle() {
    obstacle.setText(
        viewModel
            .troubles()
            .obstacle()
            .filter(cause -> viewModel.dirtyProperty().get())
            .map(BladeWords::obstacle)
            .orElse(""));
  }

  private void showProgress() {
    State state = viewModel.stateProperty().get();
    boolean saves = state == State.SAVING;
    Shown.now(progress, saves || viewModel.readingProperty().get());
    progress.setText(Texts.text(saves ? "encryption.saving" : "encryption.loading"));
    Shown.now(body, !Set.of(State.LOADING, State.FAILED).contains(state));
  }

  private void showWait() {
    boolean saves = viewModel.stateProperty().get() == State.SAVING;
    Optional<Progress.Wait> wait = viewModel.progress().waitProperty().get();
    waiting.setText(wait.filter(w -> saves).map(BladeWords::waiting).orElse(""));
  }

  private void showSaved() {
    Present now = viewModel.presentProperty().get();
    boolean shown =
        now != null
            && viewModel.savedProperty().get().isPresent()
            && !viewModel.dirtyProperty().get();
    saved.setText(shown && now != null ? BladeWords.saved(now) : "");
  }

  private void show(Optional<Overtaking> news) {
    Shown.now(overtaken, news.isPresent());
    scroll.setVvalue(news.isPresent() ? 0 : scroll.getVvalue());
    overtaken.getChildren().clear();
    news.ifPresent(
        n ->
            overtaken
                .getChildren()
                .setAll(OvertakenNodes.of(n, viewModel::takeTheirs, viewModel::keepMine)));
  }
}
