package dev.wrapkey.ui.about;

import dev.wrapkey.ui.control.CopyButton;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The page that says what this program is. */
public final class AboutView {

  private final AboutViewModel viewModel;

  @FXML private GridPane facts;
  @FXML private CopyButton copy;
  @FXML private LicenceTable licences;
  @FXML private StatusLabel reading;
  @FXML private Label missing;

  public AboutView(AboutViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    viewModel.buildProperty().subscribe(build -> fill());
    licences.setItems(viewModel.licences());
    viewModel.stateProperty().subscribe(this::show);
  }

  private void fill() {
    facts.getChildren().clear();
    viewModel.facts().forEach(this::add);
    copy.setContent(viewModel.text());
  }

  private void add(AboutViewModel.Fact fact) {
    Label name = new Label(fact.name());
    name.getStyleClass().add("review-label");
    facts.addRow(facts.getRowCount(), name, new Identifier(fact.value()));
  }

  private void show(AboutViewModel.State state) {
    Shown.now(reading, state == AboutViewModel.State.READING);
    Shown.now(missing, state == AboutViewModel.State.MISSING);
    Shown.now(licences, state == AboutViewModel.State.THERE);
  }
}
