package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.SideMenu;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.failure.Explanation;
import dev.wrapkey.ui.view.Texts;
import java.io.File;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Screen of a deployment. */
public final class DeploymentView {

  private final DeploymentViewModel viewModel;
  private final Supplier<Node> template;

  @FXML private BorderPane root;
  @FXML private Label title;
  @FXML private SideMenu menu;
  @FXML private Node overview;
  @FXML private Button delete;
  @FXML private Button cancel;
  @FXML private Button redeploy;
  @FXML private StatusLabel headline;
  @FXML private Label saved;
  @FXML private ProgressBar bar;
  @FXML private Callout failure;
  @FXML private Callout depends;
  @FXML private Facts facts;
  @FXML private LeftBehind leftBehind;
  @FXML private StepTable steps;
  @FXML private TitledPane next;
  @FXML private VBox nextSteps;
  @FXML private Button goTo;

  /**
   * @param template the plan as files for other programs
   */
  public DeploymentView(DeploymentViewModel viewModel, Supplier<Node> template) {
    this.viewModel = viewModel;
    this.template = template;
  }

  @FXML
  private void initialize() {
    new DeploymentParts(root, menu, title).fill(viewModel, overview, template);
    facts.show(viewModel);
    leftBehind.show(viewModel);
    steps.head(
        "deployment.column.resource",
        "deployment.column.type",
        "deployment.column.status",
        "deployment.operation");
    viewModel.steps().forEach(this::addStep);
    NextSteps.fill(nextSteps, viewModel::goToResource, viewModel::read);
    viewModel.phaseProperty().subscribe(this::show);
    viewModel.failureProperty().subscribe(() -> showFailure());
    showFailure();
    viewModel.savedProperty().subscribe(this::showSaved);
  }

  @FXML
  private void onDelete() {
    inPane(host -> DecisionPanes.delete(host, viewModel::delete));
  }

  @FXML
  private void onCancel() {
    viewModel.cancel();
  }

  @FXML
  private void onRedeploy() {
    viewModel
        .redeploy()
        .ifPresent(form -> inPane(host -> DecisionPanes.redeploy(host, form, viewModel::edit)));
  }

  @FXML
  private void onDownload() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.text("deployment.download"));
    chooser.setInitialFileName(viewModel.entry().deployment() + ".json");
    Optional.ofNullable(chooser.showSaveDialog(root.getScene().getWindow()))
        .map(File::toPath)
        .ifPresent(viewModel::save);
  }

  @FXML
  private void onRefresh() {
    viewModel.refresh();
  }

  @FXML
  private void onGoTo() {
    viewModel.goToResource();
  }

  private void inPane(Consumer<PaneHost> opening) {
    PaneHost.around(root).ifPresent(opening);
  }

  private void addStep(StepRow row) {
    steps.add(row, each -> inPane(host -> OperationPane.open(host, each)));
    row.newsProperty()
        .subscribe(
            news -> {
              bar.setProgress(viewModel.progress());
              facts.update(viewModel);
            });
  }

  private void show(Phase phase) {
    headline.setKind(Headline.kind(phase));
    headline.setText(Texts.text("deployment.phase." + phase));
    facts.update(viewModel);
    cancel.setDisable(phase != Phase.RUNNING);
    delete.setDisable(phase.isBusy());
    redeploy.setDisable(phase.isBusy() || !viewModel.isRepeatable());
    Shown.now(bar, phase == Phase.RUNNING || phase == Phase.CANCELLING);
    Shown.now(next, phase == Phase.SUCCEEDED);
    depends.setText(phase == Phase.SUCCEEDED ? viewModel.dependence() : "");
    Shown.now(goTo, phase == Phase.SUCCEEDED);
    if (phase == Phase.SUCCEEDED) {
      goTo.requestFocus();
    }
  }

  private void showFailure() {
    CloudFailure why = viewModel.failureProperty().get();
    failure.getActions().clear();
    failure.setText("");
    if (why != null) {
      failure.setKind(Callout.Kind.ERROR);
      failure.setText(
          Texts.text("deployment.failure.short", why.code(), Explanation.of(why).means()));
      Link details = new Link(Texts.text("deployment.failure.details"));
      details.setId("failure-details");
      details.setOnAction(e -> inPane(host -> FailurePane.open(host, why, viewModel.causes(why))));
      failure.getActions().add(details);
    }
  }

  private void showSaved(String key) {
    saved.setText(key.isEmpty() ? "" : Texts.text(key));
  }
}
