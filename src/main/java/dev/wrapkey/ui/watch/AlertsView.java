package dev.wrapkey.ui.watch;

import dev.wrapkey.provisioning.ActionGroup;
import dev.wrapkey.provisioning.AlertRule;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.CommandBox;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Texts;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Screen of whom Azure tells of a server. */
public final class AlertsView {

  private final AlertsViewModel viewModel;

  @FXML private Callout failure;
  @FXML private Callout rulesFailure;
  @FXML private StatusLabel loading;
  @FXML private VBox present;
  @FXML private Callout practice;
  @FXML private Node form;
  @FXML private Label groupLabel;
  @FXML private Picker<ActionGroup> group;
  @FXML private Label emailLabel;
  @FXML private TextField email;
  @FXML private VBox commands;
  @FXML private Button make;
  @FXML private StatusLabel making;
  @FXML private CommandBox grid;

  public AlertsView(AlertsViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    groupLabel.setLabelFor(group);
    emailLabel.setLabelFor(email);
    group.setText(ActionGroup::name);
    group.setDetail(AlertsView::told);
    group.setListing(viewModel.groups());
    group.valueProperty().bindBidirectional(viewModel.groupProperty());
    email.textProperty().bindBidirectional(viewModel.emailProperty());
    Shown.when(loading, viewModel.rules().stateProperty().isEqualTo(Listing.State.LOADING));
    Shown.when(making, viewModel.makingProperty());
    viewModel.failureProperty().subscribe(why -> Failures.show(failure, why));
    viewModel.rules().failureProperty().subscribe(why -> Failures.show(rulesFailure, why));
    viewModel.rules().items().addListener((ListChangeListener<AlertRule>) c -> show());
    viewModel.rules().stateProperty().subscribe(this::show);
    viewModel.groups().stateProperty().subscribe(this::show);
    viewModel.planProperty().subscribe(plan -> list(plan));
    viewModel.makingProperty().subscribe(this::show);
    practice.setText(viewModel.isPractice() ? Texts.text("watch.practice") : "");
    grid.show(
        "az eventgrid event-subscription create --name key-near-expiry --source-resource-id"
            + " <key-vault-resource-id> --included-event-types Microsoft.KeyVault.KeyNearExpiry"
            + " Microsoft.KeyVault.KeyExpired --endpoint <webhook-address>");
  }

  private void list(AlertPlan plan) {
    commands.getChildren().setAll(plan.commands().stream().map(CommandBox::new).toList());
    show();
  }

  private void show() {
    present.getChildren().setAll(viewModel.rules().items().stream().map(this::line).toList());
    boolean read = viewModel.rules().stateProperty().get() == Listing.State.READY;
    if (read && viewModel.rules().items().isEmpty()) {
      present
          .getChildren()
          .setAll(new StatusLabel(StatusLabel.Kind.WARNING, Texts.text("watch.rules.none")));
    }
    Shown.now(form, read && !viewModel.missing().isEmpty());
    make.setDisable(
        viewModel.planProperty().get().rules().isEmpty() || viewModel.makingProperty().get());
  }

  private StatusLabel line(AlertRule rule) {
    String kinds =
        java.util.Arrays.stream(AlertRule.Kind.values())
            .filter(kind -> rule.watches(viewModel.id(), kind))
            .map(kind -> Texts.text("watch.kind." + kind))
            .collect(Collectors.joining(", "));
    String told = rule.groups().stream().map(this::name).collect(Collectors.joining(", "));
    return new StatusLabel(
        told.isEmpty() ? StatusLabel.Kind.WARNING : StatusLabel.Kind.OK,
        Texts.text(
            told.isEmpty() ? "watch.rules.nobody" : "watch.rules.line", rule.name(), kinds, told));
  }

  private String name(ResourceId id) {
    return viewModel.groups().items().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(one -> Texts.text("watch.group", one.name(), told(one)))
        .orElse(id.name());
  }

  private static String told(ActionGroup group) {
    return group.others() == 0
        ? String.join(", ", group.emails())
        : Texts.text("watch.group.more", String.join(", ", group.emails()), group.others());
  }

  @FXML
  private void onRefresh() {
    viewModel.refresh();
  }

  @FXML
  private void onNew() {
    viewModel.groupProperty().set(null);
  }

  @FXML
  private void onMake() {
    viewModel.make();
  }
}
