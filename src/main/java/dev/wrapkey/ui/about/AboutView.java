package dev.wrapkey.ui.about;

import dev.wrapkey.ui.control.CopyButton;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The page that says what this program is. */
public final class AboutView {

  private final AboutViewModel viewModel;

  @FXML private GridPane facts;
  @FXML private CopyButton copy;
  @FXML private LicenceTable licences;
  @FXML private StatusLabel reading;
  @FXML private Label about;
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
    facts.addRow(facts.getRowCount(), name, value(fact));
  }

  private static Node value(AboutViewModel.Fact fact) {
    Label words = new Label(fact.value());
    words.setWrapText(true);
    return fact.isIdentifier() ? new Identifier(fact.value()) : words;
  }

  private void show(AboutViewModel.State state) {
    Shown.now(reading, state == AboutViewModel.State.READING);
    Shown.now(missing, state == AboutViewModel.State.MISSING);
    Shown.now(about, state == AboutViewModel.State.THERE);
    Shown.now(licences, state == AboutViewModel.State.THERE);
  }
}
