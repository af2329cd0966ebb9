package dev.wrapkey.ui.deployment;

import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a deployment left behind, and what can be done about it: retry, keep, remove. */
public final class LeftBehind extends VBox {

  private final Label text = new Label();
  private final StepTable table = new StepTable();
  private final Button retry = new Button(Texts.text("deployment.retry"));
  private final Button keep = new Button(Texts.text("deployment.keep"));
  private final Button remove = new Button(Texts.text("deployment.remove.ask"));
  private final HBox ways = new HBox(8, retry, keep, remove);

  public LeftBehind() {
    super(8);
    Label head = new Label(Texts.text("deployment.left"));
    head.getStyleClass().add("section-head");
    text.setWrapText(true);
    retry.setId("resume");
    retry.getStyleClass().add("primary");
    keep.setId("keep");
    remove.setId("remove");
    table.head(
        "deployment.column.resource",
        "deployment.column.type",
        "deployment.column.known",
        "deployment.column.now");
    getChildren().setAll(head, text, table, ways);
  }

  void show(DeploymentViewModel viewModel) {
    retry.setOnAction(
        e ->
            viewModel
                .retry()
                .ifPresent(form -> inPane(host -> DecisionPanes.complete(host, form))));
    keep.setOnAction(e -> viewModel.keep());
    remove.setOnAction(
        e ->
            inPane(
                host ->
                    DecisionPanes.remove(host, viewModel.entry().id().name(), viewModel::remove)));
    viewModel.remnants().addListener((ListChangeListener<Object>) change -> update(viewModel));
    viewModel.phaseProperty().subscribe(phase -> update(viewModel));
  }

  private void update(DeploymentViewModel viewModel) {
    Phase phase = viewModel.phaseProperty().get();
    boolean nothing = viewModel.remnants().isEmpty();
    Shown.now(this, phase.isOpen() || phase == Phase.REMOVED || phase == Phase.KEPT);
    Shown.now(ways, phase.isOpen());
    retry.setDisable(!viewModel.isRepeatable() || phase == Phase.REMOVAL_INTERRUPTED);
    remove.setDisable(!viewModel.entry().made().hasServer());
    Remains.fill(table, viewModel.remnants());
    Shown.now(table, !nothing);
    text.setText(Texts.text(nothing ? "deployment.left.none" : "deployment.left.some"));
  }

  private void inPane(Consumer<PaneHost> opening) {
    PaneHost.around(this).ifPresent(opening);
  }
}
