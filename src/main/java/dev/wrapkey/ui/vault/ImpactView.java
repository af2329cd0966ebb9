package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.rules.KeyImpact;
import dev.wrapkey.rules.KeyImpact.Dependent;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Screen of what an act on a key does. */
public final class ImpactView {

  private final ImpactViewModel viewModel;
  private final ObservableList<Dependent> rows = FXCollections.observableArrayList();

  @FXML private StatusLabel looking;
  @FXML private Callout failure;
  @FXML private Callout summary;
  @FXML private Callout unread;
  @FXML private DependentTable table;
  @FXML private Node details;
  @FXML private Label when;
  @FXML private VBox beside;
  @FXML private Label back;
  @FXML private Field nameField;
  @FXML private TextField name;

  ImpactView(ImpactViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    table.show(rows, row -> {});
    table.fit(5);
    name.textProperty().bindBidirectional(viewModel.typedProperty());
    nameField.setLabel(Texts.text("impact.type", viewModel.question().target().key()));
    viewModel.findingsProperty().subscribe(this::show);
    viewModel.failureProperty().subscribe(this::showFailure);
  }

  private void show(Optional<ImpactViewModel.Findings> found) {
    Shown.now(looking, found.isEmpty());
    Shown.now(details, found.isPresent());
    Shown.now(nameField, found.isPresent() && viewModel.isNameDemanded());
    found.ifPresent(this::show);
  }

  private void show(ImpactViewModel.Findings found) {
    KeyImpact impact = found.impact();
    rows.setAll(impact.dependents());
    Shown.now(table, !rows.isEmpty());
    summary.setKind(kind(impact));
    summary.setText(ImpactWords.summary(found));
    unread.setText(
        found.isPartial() ? Texts.text("impact.unread", String.join(", ", found.unread())) : "");
    when.setText(ImpactWords.when(impact));
    back.setText(ImpactWords.wayBack(viewModel.question()));
    beside.getChildren().clear();
    for (String sentence : ImpactWords.beside(impact)) {
      Label label = new Label(sentence);
      label.setWrapText(true);
      beside.getChildren().add(label);
    }
  }

  private static Callout.Kind kind(KeyImpact impact) {
    if (impact.dependents().isEmpty()) {
      return Callout.Kind.INFO;
    }
    return impact.breaksSomething() ? Callout.Kind.ERROR : Callout.Kind.WARNING;
  }

  private void showFailure(@Nullable CloudFailure why) {
    if (why != null) {
      Shown.now(looking, false);
      Shown.now(nameField, true);
    }
    failure.setText(why == null ? "" : Texts.text("impact.unknown", why.details()));
  }

  @FXML
  private void onLookAgain() {
    viewModel.look();
  }
}
