package dev.wrapkey.ui.create.planfile;

import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import javafx.fxml.FXML;
import javafx.scene.control.Tooltip;

/** Buttons for plan files, and what became of the last one. */
public final class PlanFileView {

  private final PlanFileViewModel viewModel;

  @FXML private StatusLabel news;

  public PlanFileView(PlanFileViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(viewModel.newsProperty());
    news.setTooltip(whole);
    news.textProperty().bind(viewModel.newsProperty());
    viewModel.failedProperty().subscribe(this::show);
    Shown.when(news, viewModel.newsProperty().isNotEmpty());
  }

  @FXML
  private void onSave() {
    viewModel.save();
  }

  @FXML
  private void onOpen() {
    viewModel.open();
  }

  private void show(boolean failed) {
    news.setKind(failed ? StatusLabel.Kind.ERROR : StatusLabel.Kind.OK);
  }
}
