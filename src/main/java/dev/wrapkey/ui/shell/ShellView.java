package dev.wrapkey.ui.shell;

import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.Theme;
import dev.wrapkey.ui.notification.Bell;
import dev.wrapkey.ui.notification.Toasts;
import dev.wrapkey.ui.practice.PracticeBar;
import dev.wrapkey.ui.practice.PracticeBarViewModel;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The frame of the window. */
public final class ShellView {

  private final ShellViewModel viewModel;
  private final PageStack stack;

  @FXML private VBox root;
  @FXML private StackPane cloud;
  @FXML private MenuButton account;
  @FXML private Button theme;
  @FXML private MenuButton help;
  @FXML private Button settings;
  @FXML private StackPane bell;
  @FXML private HBox middle;
  @FXML private StackPane area;
  @FXML private PaneHost host;
  @FXML private StackPane connection;
  @FXML private Trail trail;
  @FXML private StackPane page;

  public ShellView(ShellViewModel viewModel, PageStack stack) {
    this.viewModel = viewModel;
    this.stack = stack;
  }

  /** The frame as nodes, to be the root of a scene. */
  public Parent load() {
    return Views.load("shell", this);
  }

  @FXML
  private void initialize() {
    cloud
        .getChildren()
        .setAll(viewModel.practice().<HBox>map(this::practiceBar).orElseGet(this::realBar));
    account.textProperty().bind(viewModel.accountProperty());
    viewModel.choices().subscribe(this::offer);
    offer();
    viewModel.darkProperty().subscribe(dark -> paint());
    root.sceneProperty().subscribe(scene -> paint());
    bell.getChildren().setAll(new Bell(viewModel.notifications(), () -> host));
    Toasts toasts = new Toasts(viewModel.notifications());
    StackPane.setAlignment(toasts, Pos.TOP_RIGHT);
    area.getChildren().add(toasts);
    Shown.now(help, viewModel.exits().isPresent());
    Shown.now(settings, viewModel.exits().isPresent());
    stack.pages().addListener((ListChangeListener<Object>) change -> show());
    show();
  }

  @FXML
  private void switchTheme() {
    viewModel.switchTheme();
  }

  private void offer() {
    account
        .getItems()
        .setAll(
            viewModel.choices().stream()
                .map(
                    choice -> {
                      MenuItem item = new MenuItem(choice.words());
                      item.setId(choice.id());
                      item.setOnAction(e -> choice.act().run());
                      return item;
                    })
                .toList());
  }

  /** Goes to the settings. */
  @FXML
  public void onSettings() {
    viewModel.exits().ifPresent(ShellViewModel.Exits::settings);
  }

  @FXML
  private void onAbout() {
    viewModel.exits().ifPresent(ShellViewModel.Exits::about);
  }

  private HBox practiceBar(PracticeBarViewModel practice) {
    return new PracticeBar(practice);
  }

  private HBox realBar() {
    Label name = new Label("", new Icon("warning"));
    name.textProperty().bind(viewModel.cloudNameProperty());
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.getStyleClass().add("strong");
    Label subscription = new Label();
    subscription.textProperty().bind(viewModel.realCloudProperty());
    HBox.setHgrow(subscription, Priority.ALWAYS);
    HBox bar = new HBox(name, subscription);
    bar.getStyleClass().add("cloud-bar");
    bar.pseudoClassStateChanged(PseudoClass.getPseudoClass("real"), true);
    return bar;
  }

  private void paint() {
    boolean dark = viewModel.darkProperty().get();
    theme.setGraphic(new Icon(dark ? "sun" : "moon"));
    theme.setAccessibleText(Texts.text(dark ? "shell.theme.light" : "shell.theme.dark"));
    theme.getTooltip().setText(theme.getAccessibleText());
    Scene scene = root.getScene();
    if (scene != null) {
      (dark ? Theme.DARK : Theme.LIGHT).apply(scene);
    }
  }

  private void show() {
    trail.show(stack);
    if (!stack.pages().isEmpty()) {
      page.getChildren().setAll(stack.pages().getLast().content());
      page.requestFocus();
    }
  }

  /** Puts something between the bars and the page. */
  public void mount(Node bar) {
    connection.getChildren().setAll(bar);
  }

  /** The row of the pages; what is added stands at their right. */
  public HBox row() {
    return middle;
  }

  /** The menu of help. */
  public MenuButton help() {
    return help;
  }

  /** What shows the present page. */
  public Parent present() {
    return page;
  }

  /** Where panes slide in. */
  public @Nullable PaneHost host() {
    return host;
  }
}
