package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** The part of a key's page with its versions. */
public final class VersionsView {

  private final KeyPageViewModel viewModel;
  private final ObservableList<Key> rows = FXCollections.observableArrayList();
  private boolean filling;

  @FXML private Node root;
  @FXML private VersionTable table;
  @FXML private Node chosen;
  @FXML private Identifier identifier;
  @FXML private Label operations;
  @FXML private Button enable;
  @FXML private Button disable;
  @FXML private Button edit;

  VersionsView(KeyPageViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    table.show(rows, version -> {});
    table.fit(5);
    table.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    viewModel.stateProperty().subscribe(state -> state.ifPresent(this::show));
    viewModel.chosenProperty().subscribe(this::describe);
    viewModel.deeds().busyProperty().subscribe(this::allow);
  }

  private void show(KeyState state) {
    Shown.now(root, state instanceof KeyState.Living);
    if (state instanceof KeyState.Living living) {
      filling = true;
      table.at(viewModel.now());
      rows.setAll(living.versions());
      filling = false;
    }
  }

  private void choose() {
    Key selected = table.getSelectionModel().getSelectedItem();
    if (!filling && selected != null) {
      viewModel.choose(Optional.of(selected));
    }
  }

  private void describe(Optional<Key> version) {
    Shown.now(chosen, version.isPresent());
    version.ifPresent(this::describe);
    allow();
  }

  private void describe(Key version) {
    filling = true;
    rows.stream()
        .filter(row -> row.id().equals(version.id()))
        .findFirst()
        .ifPresent(table.getSelectionModel()::select);
    filling = false;
    identifier.setText(version.id().toString());
    List<String> permitted = version.operations();
    operations.setText(
        permitted.isEmpty()
            ? Texts.text("keypage.operations.reading")
            : String.join(
                ", ",
                permitted.stream()
                    .map(
                        each ->
                            EditViewModel.OPERATIONS.contains(each)
                                ? Texts.text("keypage.operation." + each)
                                : each)
                    .toList()));
  }

  // What is permitted is known only when the version has been read in full.
  private void allow() {
    Optional<Key> version = viewModel.chosenProperty().get();
    boolean known = version.filter(v -> !v.operations().isEmpty()).isPresent();
    boolean free = known && viewModel.deeds().busyProperty().get().isEmpty();
    boolean on = version.filter(v -> v.life().enabled()).isPresent();
    Shown.now(enable, !on);
    Shown.now(disable, on);
    List.of(enable, disable, edit).forEach(button -> button.setDisable(!free));
  }

  @FXML
  private void onEnable() {
    version().ifPresent(v -> viewModel.edit(v.id(), KeyEdit.enabled(true)));
  }

  @FXML
  private void onDisable() {
    version().ifPresent(v -> change(v, KeyEdit.enabled(false)));
  }

  @FXML
  private void onEdit() {
    version()
        .ifPresent(
            v ->
                PaneHost.around(root)
                    .ifPresent(
                        host ->
                            EditView.open(
                                host,
                                new EditViewModel(v, wanted -> change(v, wanted)),
                                v.id().toString())));
  }

  private Optional<Key> version() {
    return viewModel.chosenProperty().get();
  }

  private void change(Key version, KeyEdit wanted) {
    Optional<ImpactViewModel> question = viewModel.askEdit(version, wanted);
    if (question.isEmpty()) {
      viewModel.edit(version.id(), wanted);
    }
    question.ifPresent(
        asked -> PaneHost.around(root).ifPresent(host -> ImpactPane.open(host, asked)));
  }
}
