package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.rules.KeyImpact.Dependent;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** The part of a key's page with the servers that need it. */
public final class UsesView {

  private final KeyPageViewModel viewModel;
  private final ObservableList<Dependent> rows = FXCollections.observableArrayList();

  @FXML private StatusLabel looking;
  @FXML private Callout summary;
  @FXML private Callout unread;
  @FXML private UsesTable table;
  @FXML private Label nobody;

  UsesView(KeyPageViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    table.show(rows, row -> table.fireEvent(new RotationEvent(row.user().id())));
    table.fit(4);
    viewModel.usersProperty().subscribe(users -> users.ifPresent(this::follow));
    Shown.now(table, false);
    Shown.now(nobody, false);
    Shown.now(looking, false);
  }

  private void follow(ImpactViewModel users) {
    users.findingsProperty().subscribe(this::show);
    users.failureProperty().subscribe(this::showFailure);
  }

  private void show(Optional<ImpactViewModel.Findings> found) {
    Shown.now(looking, found.isEmpty());
    found.ifPresent(this::show);
  }

  private void show(ImpactViewModel.Findings found) {
    rows.setAll(found.impact().dependents());
    Shown.now(table, !rows.isEmpty());
    Shown.now(nobody, rows.isEmpty());
    nobody.setText(Texts.text("impact.none.key", found.subscriptions()));
    boolean lives =
        viewModel.stateProperty().get().filter(KeyState.Living.class::isInstance).isPresent();
    summary.setKind(found.impact().act().isFinal() ? Callout.Kind.ERROR : Callout.Kind.WARNING);
    summary.setText(lives || rows.isEmpty() ? "" : ImpactWords.summary(found));
    unread.setText(
        found.isPartial()
            ? Texts.text("keypage.users.unread", String.join(", ", found.unread()))
            : "");
  }

  private void showFailure(@Nullable CloudFailure why) {
    if (why != null) {
      Shown.now(looking, false);
      unread.setText(Texts.text("keypage.users.failed", why.details()));
    }
  }
}
