package dev.wrapkey.ui.server;

import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.CopyButton;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.server.Essentials.Fact;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The overview of a server: commands, essentials, tags. */
public final class OverviewView {

  private final CommandsViewModel commands;
  private final ServerViewModel viewModel;
  private final Runnable recover;

  @FXML private VBox commandBar;
  @FXML private Callout failure;
  @FXML private Callout origin;
  @FXML private Callout lost;
  @FXML private Link recovery;
  @FXML private StatusLabel state;
  @FXML private GridPane left;
  @FXML private GridPane right;
  @FXML private FlowPane tags;
  @FXML private Identifier id;

  /**
   * @param recover opens the blade on which a lost server comes back
   */
  public OverviewView(CommandsViewModel commands, Runnable recover) {
    this.commands = commands;
    this.recover = recover;
    this.viewModel = commands.server();
  }

  @FXML
  private void initialize() {
    commandBar.getChildren().add(Views.load("servercommands", new CommandsView(commands)));
    viewModel.serverProperty().subscribe(server -> show(server));
    viewModel
        .subscriptionProperty()
        .addListener((o, was, is) -> show(viewModel.serverProperty().get()));
    viewModel.failureProperty().subscribe(why -> Failures.show(failure, why));
    viewModel.originProperty().subscribe(from -> origin.setText(words(from)));
    id.setText(viewModel.id().toString());
    recovery.setOnAction(e -> recover.run());
  }

  private static String words(Optional<Origin> origin) {
    return origin
        .filter(from -> !from.isReplica())
        .map(
            from ->
                from.key()
                    .map(key -> Texts.text("server.origin.key", from.source().name(), key))
                    .orElseGet(() -> Texts.text("server.origin", from.source().name())))
        .orElse("");
  }

  private void show(@Nullable Server server) {
    left.getChildren().clear();
    right.getChildren().clear();
    tags.getChildren().clear();
    if (server == null) {
      state.setText(Texts.text("server.loading"));
      state.setKind(StatusLabel.Kind.BUSY);
      return;
    }
    state.setText(Texts.text("server.state", server.state()));
    state.setKind(kindOf(server.state()));
    lost.setText(
        server.state().equals("Inaccessible") ? Texts.text("server.lost", server.name()) : "");
    fill(left, Essentials.left(server, viewModel.subscriptionProperty().get()));
    fill(right, Essentials.right(server));
    showTags(server.setup().tags());
  }

  private static void fill(GridPane grid, List<Fact> facts) {
    for (Fact fact : facts) {
      Label label = new Label(Texts.text(fact.label()));
      label.getStyleClass().add("review-label");
      grid.addRow(grid.getRowCount(), label, value(fact));
    }
  }

  private static HBox value(Fact fact) {
    Label text = new Label(fact.value());
    text.getStyleClass().add("review-value");
    text.setTooltip(new Tooltip(fact.value()));
    HBox value = new HBox(4, text);
    value.setAlignment(Pos.CENTER_LEFT);
    if (fact.copied() && !fact.value().isEmpty()) {
      CopyButton copy = new CopyButton();
      copy.setContent(fact.value());
      value.getChildren().add(copy);
    }
    return value;
  }

  private void showTags(SortedMap<String, String> all) {
    if (all.isEmpty()) {
      tags.getChildren().add(tag(Texts.text("server.tags.none")));
    }
    all.forEach((name, value) -> tags.getChildren().add(tag(name + " : " + value)));
  }

  private static Label tag(String words) {
    Label tag = new Label(words);
    tag.getStyleClass().add("tag-chip");
    return tag;
  }

  private static StatusLabel.Kind kindOf(String state) {
    return switch (state) {
      case "Ready" -> StatusLabel.Kind.OK;
      case "Inaccessible", "Disabled" -> StatusLabel.Kind.ERROR;
      case "Stopped" -> StatusLabel.Kind.WARNING;
      default -> StatusLabel.Kind.BUSY;
    };
  }
}
