package dev.wrapkey.ui.create.compute;

import dev.wrapkey.ui.availability.HighAvailabilityBox;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.WithAside;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Screen of the page "Compute + storage". */
public final class ComputeView {

  private final ComputeViewModel viewModel;
  private final WithAside.Aside cost;

  @FXML private WithAside middle;
  @FXML private Callout origin;
  @FXML private Callout resets;
  @FXML private SizeSection sizes;
  @FXML private StorageSection storage;
  @FXML private HighAvailabilityBox availability;
  @FXML private BackupSection backups;
  @FXML private Button save;

  /**
   * @param cost the card beside the form
   */
  public ComputeView(ComputeViewModel viewModel, WithAside.Aside cost) {
    this.viewModel = viewModel;
    this.cost = cost;
  }

  @FXML
  private void initialize() {
    middle.setAside(cost);
    origin.textProperty().bind(viewModel.originProperty());
    viewModel.resetsProperty().subscribe(all -> resets.setText(String.join("\n", all)));
    sizes.show(viewModel.sizes());
    storage.show(viewModel.storage());
    availability.show(viewModel.availability());
    backups.show(viewModel.backups());
    save.disableProperty().bind(viewModel.completeProperty().not());
  }

  @FXML
  private void onSave() {
    viewModel.save();
  }

  @FXML
  private void onBack() {
    viewModel.back();
  }
}
