package dev.wrapkey.ui.rotation;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.rotation.PlannedStep;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.preflight.PreflightView;
import dev.wrapkey.ui.rotation.RotationViewModel.State;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Screen of a guided rotation. */
public final class RotationView {

  private final RotationViewModel viewModel;
  private final Set<String> unfolded = new HashSet<>();
  private Subscription watching = Subscription.EMPTY;

  @FXML private Node root;
  @FXML private Label title;
  @FXML private Button start;
  @FXML private Button goOn;
  @FXML private Button stop;
  @FXML private Button back;
  @FXML private Button settle;
  @FXML private Button another;
  @FXML private StatusLabel loading;
  @FXML private Callout standing;
  @FXML private Callout failure;
  @FXML private VBox checks;
  @FXML private VBox choosing;
  @FXML private VBox gate;
  @FXML private Label stepsHead;
  @FXML private StepsBox steps;
  @FXML private Label historyHead;
  @FXML private VBox history;

  public RotationView(RotationViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /** The page. */
  public Page page() {
    return new Page(Texts.text("rotation.crumb"), Views.load("rotation", this), viewModel::enter);
  }

  @FXML
  private void initialize() {
    title.setText(Texts.text("rotation.title", viewModel.id().name()));
    choosing
        .getChildren()
        .setAll(Views.<Node>load("rotationchoice", new ChoosingView(viewModel.choice())));
    checks
        .getChildren()
        .setAll(Views.<Node>load("preflight", PreflightView.beforeSaving(viewModel.checks())));
    Shown.when(checks, viewModel.checkedProperty());
    start.disableProperty().bind(viewModel.startableProperty().not());
    viewModel.shownProperty().subscribe(this::place);
    root.sceneProperty().subscribe(this::watch);
    viewModel.stateProperty().subscribe(this::show);
    viewModel.failureProperty().subscribe(this::show);
    viewModel.choice().orderProperty().subscribe(this::show);
    viewModel.historyProperty().subscribe(this::show);
  }

  private void place(Optional<RotationCase> shown) {
    Shown.now(gate, shown.isPresent());
    gate.getChildren().clear();
    shown
        .map(one -> Views.<Node>load("rotationgate", new GateView(viewModel, one)))
        .ifPresent(gate.getChildren()::add);
    watch();
    show();
  }

  // A rotation outlives the page: listened to only while the page is seen.
  private void watch() {
    watching.unsubscribe();
    watching =
        viewModel
            .shownProperty()
            .get()
            .filter(one -> root.getScene() != null)
            .map(one -> one.listen(this::show, this::failed))
            .orElse(Subscription.EMPTY);
  }

  private void failed(@Nullable CloudFailure why) {
    if (RotationViewModel.isChecked(why)) {
      viewModel.check();
    }
    show();
  }

  private void show() {
    State state = viewModel.stateProperty().get();
    Optional<RotationCase> shown = viewModel.shownProperty().get();
    Shown.now(loading, state == State.LOADING);
    Shown.now(choosing, state == State.CHOOSING);
    Shown.now(start, state == State.CHOOSING);
    Commands.of(shown).show(goOn, stop, back, settle, another);
    Failures.show(failure, viewModel.unexplained());
    Standing.show(standing, state, shown);
    List<PlannedStep> planned = viewModel.steps();
    Shown.now(stepsHead, !planned.isEmpty());
    steps.show(planned.stream().map(step -> card(step, shown)).toList());
    HistoryRows.show(historyHead, history, viewModel);
  }

  private StepCard card(PlannedStep step, Optional<RotationCase> shown) {
    return new StepCard(
        step,
        shown.map(one -> StepStanding.of(step, one)).orElse(StepStanding.PLANNED),
        shown.map(one -> DeedWords.did(step.step(), one)).orElse(List.of()),
        unfolded);
  }

  @FXML
  private void onStart() {
    viewModel.start();
  }

  @FXML
  private void onGoOn() {
    viewModel.shownProperty().get().ifPresent(RotationCase::goOn);
  }

  @FXML
  private void onStop() {
    viewModel.shownProperty().get().ifPresent(RotationCase::stop);
  }

  @FXML
  private void onBack() {
    viewModel.shownProperty().get().ifPresent(one -> BackPane.open(root, one));
  }

  @FXML
  private void onSettle() {
    viewModel.abandon();
  }

  @FXML
  private void onAnother() {
    viewModel.another();
  }
}
