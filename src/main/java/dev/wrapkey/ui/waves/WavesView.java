package dev.wrapkey.ui.waves;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import dev.wrapkey.ui.waves.WavesViewModel.Report;
import dev.wrapkey.ui.waves.WavesViewModel.State;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Screen on which the keys of many servers are rotated. */
public final class WavesView {

  private final WavesViewModel viewModel;
  private Subscription watching = Subscription.EMPTY;

  @FXML private Button start;
  @FXML private Button refresh;
  @FXML private RunBar commands;
  @FXML private Button another;
  @FXML private Button csv;
  @FXML private Button html;
  @FXML private MenuButton history;
  @FXML private StatusLabel loading;
  @FXML private Callout failure;
  @FXML private Callout saved;
  @FXML private VBox choosing;
  @FXML private VBox running;

  public WavesView(WavesViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /** The page. */
  public Page page() {
    return new Page(Texts.text("waves.crumb"), Views.load("waves", this), viewModel::enter);
  }

  @FXML
  private void initialize() {
    place(choosing, Views.load("wavechoice", new ChooseView(viewModel.choice())));
    start.disableProperty().bind(viewModel.startableProperty().not());
    viewModel.shownProperty().subscribe(this::watch);
    choosing.sceneProperty().subscribe(() -> watch(viewModel.shownProperty().get()));
    viewModel.stateProperty().subscribe(this::show);
    viewModel.failureProperty().subscribe(this::show);
    viewModel.savedProperty().subscribe(this::show);
    viewModel.historyProperty().subscribe(this::list);
    history.setOnShowing(e -> list());
  }

  private static void place(VBox where, Node content) {
    VBox.setVgrow(content, Priority.ALWAYS);
    where.getChildren().setAll(content);
  }

  private void watch(Optional<WaveCase> shown) {
    watching.unsubscribe();
    running.getChildren().clear();
    // A run outlives the page: it is listened to only while the page is seen.
    shown
        .filter(one -> choosing.getScene() != null)
        .ifPresent(
            one -> {
              RunView view = new RunView(one);
              place(running, Views.load("waverun", view));
              watching =
                  Subscription.combine(
                      one.standingProperty().subscribe(now -> view.show()),
                      one.failureProperty().subscribe(now -> view.show()),
                      one.standingProperty().subscribe(this::show));
            });
    show();
  }

  private void show() {
    State state = viewModel.stateProperty().get();
    Optional<WaveCase.Standing> now =
        viewModel.shownProperty().get().map(one -> one.standingProperty().get());
    Shown.now(loading, state == State.LOADING);
    Shown.now(choosing, state == State.CHOOSING);
    Shown.now(running, state == State.SHOWING);
    Shown.now(start, state == State.CHOOSING);
    Shown.now(refresh, state == State.CHOOSING);
    commands.show(viewModel.shownProperty().get());
    Shown.now(another, now.filter(WaveCase.Standing::isIdle).isPresent());
    Shown.now(csv, now.isPresent());
    Shown.now(html, now.isPresent());
    Failures.show(failure, viewModel.failureProperty().get());
    saved.setText(viewModel.savedProperty().get().map(WavesViewModel.Saved::words).orElse(""));
    saved.setKind(
        viewModel.savedProperty().get().filter(WavesViewModel.Saved::failed).isPresent()
            ? Callout.Kind.ERROR
            : Callout.Kind.SUCCESS);
  }

  // Not with every frame: only when there are others, and when somebody looks.
  private void list() {
    history.getItems().setAll(viewModel.historyProperty().get().stream().map(this::item).toList());
    Shown.now(history, !history.getItems().isEmpty());
  }

  private MenuItem item(WaveCase one) {
    Tally tally = one.standingProperty().get().tally();
    MenuItem item =
        new MenuItem(
            Texts.text(
                "waves.history.one",
                Moments.moment(one.ledger().begun()),
                tally.total(),
                tally.done()));
    item.setOnAction(e -> viewModel.show(one));
    return item;
  }

  @FXML
  private void onStart() {
    viewModel.start();
  }

  @FXML
  private void onRefresh() {
    viewModel.refresh();
  }

  @FXML
  private void onAnother() {
    viewModel.choose();
  }

  @FXML
  private void onCsv() {
    viewModel.save(Report.CSV);
  }

  @FXML
  private void onHtml() {
    viewModel.save(Report.HTML);
  }
}
