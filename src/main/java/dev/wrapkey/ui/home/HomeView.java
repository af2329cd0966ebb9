package dev.wrapkey.ui.home;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.CommandBar;
import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.control.Spinner;
import dev.wrapkey.ui.control.Ticking;
import dev.wrapkey.ui.control.Whole;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/** The first page. */
public final class HomeView {

  private final HomeViewModel viewModel;

  @FXML private VBox root;
  @FXML private Callout problem;
  @FXML private Tile servers;
  @FXML private Tile customerManaged;
  @FXML private Tile attention;
  @FXML private Tile changing;
  @FXML private CustomTextField filter;
  @FXML private Label updated;
  @FXML private Button refresh;
  @FXML private MenuButton columns;
  @FXML private CommandBar commands;
  @FXML private ServerTable table;

  public HomeView(HomeViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /** The page; every time it comes to the front the servers are read anew. */
  public Page page() {
    return new Page(Texts.text("home.crumb"), load(), viewModel::refresh);
  }

  Parent load() {
    return Views.load("home", this);
  }

  @FXML
  private void initialize() {
    filter.setLeft(new Icon("search"));
    Whole.keep(commands);
    filter.textProperty().bindBidirectional(viewModel.filterProperty());
    problem.textProperty().bind(viewModel.problemProperty());
    updated.textProperty().bind(viewModel.updatedProperty());
    table.show(viewModel.shown(), viewModel::open);
    offerColumns();
    table.getItems().addListener((ListChangeListener<ServerRow>) change -> explain());
    viewModel.stateProperty().subscribe(state -> explain());
    Ticking.on(root, viewModel::tick);
  }

  private void offerColumns() {
    table.showColumns(viewModel.columns(ServerTable.USUAL));
    for (CheckMenuItem item : table.columnItems()) {
      item.selectedProperty().subscribe((was, is) -> viewModel.keepColumns(table.shownColumns()));
      columns.getItems().add(item);
    }
    MenuItem usual = new MenuItem(Texts.text("home.columns.usual"));
    usual.setId("usual-columns");
    usual.setOnAction(e -> table.showColumns(ServerTable.USUAL));
    columns.getItems().addAll(new SeparatorMenuItem(), usual);
  }

  private void explain() {
    Listing.State state = viewModel.stateProperty().get();
    refresh.setDisable(state == Listing.State.LOADING);
    if (state == Listing.State.READY || !viewModel.all().isEmpty()) {
      count();
    }
    if (state == Listing.State.LOADING || state == Listing.State.IDLE) {
      table.setPlaceholder(empty(new Spinner(), words("home.loading")));
    } else if (!viewModel.all().isEmpty()) {
      table.setPlaceholder(empty(new Icon("filter", 20), words("home.nothing")));
    } else if (state == Listing.State.FAILED) {
      table.setPlaceholder(empty(new Icon("error", 20), words("home.failed")));
    } else {
      Button first = new Button(Texts.text("home.create"), new Icon("plus"));
      first.getStyleClass().add("primary");
      first.setOnAction(e -> create());
      table.setPlaceholder(empty(new Icon("database", 20), words("home.empty"), first));
    }
  }

  private void count() {
    servers.show(viewModel.count(row -> true));
    customerManaged.show(viewModel.count(ServerRow::isCustomerManaged));
    attention.show(viewModel.count(ServerRow::needsAttention));
    changing.show(viewModel.count(ServerRow::isChanging));
  }

  private static VBox empty(Node... nodes) {
    VBox box = new VBox(nodes);
    box.getStyleClass().add("empty-state");
    return box;
  }

  private static HBox words(String key) {
    HBox box = new HBox(new Label(Texts.text(key)));
    box.getStyleClass().add("empty-words");
    return box;
  }

  @FXML
  private void create() {
    viewModel.create();
  }

  @FXML
  private void openPlan() {
    viewModel.openPlan();
  }

  @FXML
  private void rotateMany() {
    viewModel.rotateMany();
  }

  @FXML
  private void refresh() {
    viewModel.refresh();
  }
}
