package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.deployment.DeploymentViewModel.Phase;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;

/** Screen of a deployment. */
public final class DeploymentView {

  private final DeploymentViewModel viewModel;

  @FXML private Label title;
  @FXML private Button cancel;
  @FXML private StatusLabel headline;
  @FXML private Callout failure;
  @FXML private Callout leftovers;
  @FXML private Node ways;
  @FXML private Label subscription;
  @FXML private Label group;
  @FXML private Label started;
  @FXML private Identifier name;
  @FXML private ProgressBar bar;
  @FXML private GridPane steps;
  @FXML private Button goTo;

  public DeploymentView(DeploymentViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    Plan.Basics basics = viewModel.plan().basics();
    Ledger.Entry entry = viewModel.entry();
    title.setText(Texts.text("deployment.title", entry.deployment()));
    name.setText(entry.deployment());
    subscription.setText(basics.subscription().name());
    group.setText(basics.group());
    started.setText(Moments.moment(entry.started()));
    viewModel.steps().forEach(this::addStep);
    viewModel.phaseProperty().subscribe(this::show);
    viewModel.failureProperty().subscribe(why -> Failures.show(failure, why));
  }

  @FXML
  private void onCancel() {
    viewModel.cancel();
  }

  @FXML
  private void onResume() {
    viewModel.start();
  }

  @FXML
  private void onKeep() {
    viewModel.keep();
  }

  @FXML
  private void onRemove() {
    viewModel.remove();
  }

  @FXML
  private void onGoTo() {
    viewModel.goToResource();
  }

  private void addStep(StepRow row) {
    StepLine line = new StepLine(row);
    steps.addRow(steps.getRowCount(), line.what(), line.state(), line.elapsed());
    row.newsProperty().subscribe(news -> bar.setProgress(progress()));
  }

  private double progress() {
    long done =
        viewModel.steps().stream()
            .filter(r -> r.newsProperty().get().filter(DeploymentView::isOver).isPresent())
            .count();
    return (double) done / viewModel.steps().size();
  }

  private void show(Phase phase) {
    headline.setKind(
        switch (phase) {
          case RUNNING, CANCELLING, REMOVING -> StatusLabel.Kind.BUSY;
          case SUCCEEDED -> StatusLabel.Kind.OK;
          case FAILED -> StatusLabel.Kind.ERROR;
          case CANCELLED -> StatusLabel.Kind.WARNING;
          case REMOVED, KEPT -> StatusLabel.Kind.INFO;
        });
    headline.setText(Texts.text("deployment.phase." + phase));
    cancel.setDisable(phase != Phase.RUNNING);
    boolean ended = Set.of(Phase.FAILED, Phase.CANCELLED).contains(phase);
    Shown.now(ways, ended);
    Shown.now(leftovers, ended);
    leftovers.setText(leftovers());
    Shown.now(goTo, phase == Phase.SUCCEEDED);
    if (phase == Phase.SUCCEEDED) {
      goTo.requestFocus();
    }
  }

  private String leftovers() {
    Ledger.Entry entry = viewModel.entry();
    return Texts.text(
        "deployment.left",
        Texts.text(viewModel.groupWords(), viewModel.plan().basics().group()),
        Texts.text("deployment.left.server." + entry.server(), viewModel.plan().basics().name()));
  }

  private static boolean isOver(Progress.Event event) {
    return Set.of(Progress.State.ENDED, Progress.State.SKIPPED).contains(event.state());
  }
}
