package dev.wrapkey.ui.server;

import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.view.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Screen of a server: menu at the left, the chosen blade at the right. */
public final class ServerView {

  /**
   * A blade of the menu.
   *
   * @param section heading above it in the menu, empty for none
   * @param node its screen
   * @param entered called each time it is shown
   */
  public record Blade(String section, Node node, Runnable entered) {}

  private final ServerViewModel viewModel;
  private final SequencedMap<String, Blade> blades = new LinkedHashMap<>();
  private final ToggleGroup menuGroup = new ToggleGroup();

  @FXML private BorderPane page;
  @FXML private Label title;
  @FXML private VBox menu;
  @FXML private VBox overview;
  @FXML private Callout failure;
  @FXML private StatusLabel state;
  @FXML private GridPane essentials;
  @FXML private Identifier id;

  /**
   * @param viewModel the server
   * @param more the blades besides the overview, by id in the order of the menu
   */
  public ServerView(ServerViewModel viewModel, SequencedMap<String, Blade> more) {
    this.viewModel = viewModel;
    blades.putAll(more);
  }

  @FXML
  private void initialize() {
    blades.putFirst("overview", new Blade("", overview, viewModel::refresh));
    blades.forEach(this::addToMenu);
    viewModel.serverProperty().subscribe(this::show);
    viewModel.failureProperty().subscribe(why -> Failures.show(failure, why));
    id.setText(viewModel.id().toString());
    open("overview");
  }

  @FXML
  private void onRefresh() {
    viewModel.refresh();
  }

  private void addToMenu(String blade, Blade what) {
    if (!what.section().isEmpty()) {
      Label section = new Label(Texts.text("server.menu." + what.section()));
      section.getStyleClass().add("section-head");
      menu.getChildren().add(section);
    }
    ToggleButton item = new ToggleButton(Texts.text("server.menu." + blade));
    item.setId("menu-" + blade);
    item.getStyleClass().setAll("side-menu-item");
    item.setMaxWidth(Double.MAX_VALUE);
    item.setToggleGroup(menuGroup);
    item.setUserData(blade);
    item.setOnAction(e -> open(blade));
    menu.getChildren().add(item);
  }

  private void open(String blade) {
    menuGroup.getToggles().forEach(t -> t.setSelected(blade.equals(t.getUserData())));
    title.setText(
        Texts.text("server.title", viewModel.id().name(), Texts.text("server.menu." + blade)));
    Blade opened = Optional.ofNullable(blades.get(blade)).orElseThrow();
    page.setCenter(opened.node());
    opened.entered().run();
  }

  private void show(@Nullable Server server) {
    essentials.getChildren().clear();
    if (server == null) {
      state.setText(Texts.text("server.loading"));
      state.setKind(StatusLabel.Kind.BUSY);
      return;
    }
    state.setText(Texts.text("server.state", server.state()));
    state.setKind(kindOf(server.state()));
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("server.group", server.id().resourceGroup());
    facts.put("server.region", RegionNames.display(server.region()));
    facts.put("server.host", server.summary().host());
    facts.put("server.login", server.summary().login());
    facts.put("server.version", server.summary().version());
    facts.put("server.sku", server.summary().sku());
    facts.put("server.storage", Texts.text("server.storage.value", server.summary().storageGib()));
    facts.put("server.encryption", Texts.text("server.encryption." + server.encryption().mode()));
    facts.forEach(this::addFact);
  }

  private void addFact(String key, String value) {
    Label label = new Label(Texts.text(key));
    label.getStyleClass().add("review-label");
    Label text = new Label(value);
    text.getStyleClass().add("review-value");
    essentials.addRow(essentials.getRowCount(), label, text);
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
