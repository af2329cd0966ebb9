package dev.wrapkey.ui.health;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.health.HealthViewModel.Kind;
import dev.wrapkey.ui.health.HealthViewModel.Tally;
import dev.wrapkey.ui.home.Tile;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.table.Columns;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;

/** Screen of the keys of all servers. */
public final class HealthView {

  private final HealthViewModel viewModel;

  @FXML private Tile servers;
  @FXML private Tile trouble;
  @FXML private Tile warning;
  @FXML private Tile unknown;
  @FXML private Callout failure;
  @FXML private Callout unseen;
  @FXML private Callout saved;
  @FXML private Button refresh;
  @FXML private Button stop;
  @FXML private MenuButton export;
  @FXML private MenuButton columns;
  @FXML private ProgressBar bar;
  @FXML private Label standing;
  @FXML private FilterBar filters;
  @FXML private HealthTable table;

  public HealthView(HealthViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /** The page. */
  public Page page() {
    return new Page(Texts.text("health.crumb"), Views.load("health", this), viewModel::enter);
  }

  @FXML
  private void initialize() {
    filters.show(viewModel.filters());
    table.nowProperty().bind(viewModel.atProperty());
    table.show(
        viewModel.filters().shown(),
        line ->
            PaneHost.around(table)
                .ifPresent(host -> DetailPane.open(host, viewModel.detail(line))));
    table.getItems().addListener((ListChangeListener<Object>) change -> explain());
    offerColumns(new Columns<>(table, "server"));
    unseen.textProperty().bind(viewModel.unseenProperty());
    viewModel.tallyProperty().subscribe(this::count);
    viewModel.stateProperty().subscribe(state -> explain());
    viewModel.savedProperty().subscribe(this::tell);
  }

  private void offerColumns(Columns<?> choice) {
    choice.show(viewModel.columns(HealthTable.USUAL));
    for (CheckMenuItem item : choice.items()) {
      item.selectedProperty().subscribe((was, is) -> viewModel.keepColumns(choice.shown()));
      columns.getItems().add(item);
    }
    MenuItem usual = new MenuItem(Texts.text("health.columns.usual"));
    usual.setOnAction(e -> choice.show(HealthTable.USUAL));
    columns.getItems().addAll(new SeparatorMenuItem(), usual);
  }

  private void count(Tally tally) {
    servers.show(tally.seen());
    trouble.show(tally.trouble());
    warning.show(tally.warning());
    unknown.show(tally.unknown());
    explain();
  }

  private void explain() {
    Listing.State state = viewModel.stateProperty().get();
    Tally tally = viewModel.tallyProperty().get();
    boolean loading = state == Listing.State.LOADING;
    Shown.now(bar, loading);
    Shown.now(stop, loading);
    Shown.now(refresh, !loading);
    export.setDisable(viewModel.all().isEmpty());
    bar.setProgress(tally.of() == 0 ? 0 : (double) tally.seen() / tally.of());
    standing.setText(
        Texts.text(
            "health.standing." + state,
            tally.seen(),
            tally.of(),
            Moments.moment(viewModel.atProperty().get()),
            viewModel.filters().shown().size()));
    if (state == Listing.State.READY && table.getSelectionModel().isEmpty()) {
      table.getSelectionModel().selectFirst(); // whoever comes by keyboard begins with the worst
    }
    Failures.show(failure, viewModel.failureProperty().get());
    table.setPlaceholder(
        Nothing.toShow(state, viewModel.all().isEmpty(), viewModel.filters()::clear));
  }

  private void tell(java.util.Optional<HealthViewModel.Saved> outcome) {
    saved.setText(outcome.map(HealthViewModel.Saved::words).orElse(""));
    boolean failed = outcome.filter(HealthViewModel.Saved::failed).isPresent();
    saved.setKind(failed ? Callout.Kind.ERROR : Callout.Kind.SUCCESS);
  }

  @FXML
  private void onRefresh() {
    viewModel.refresh();
  }

  @FXML
  private void onStop() {
    viewModel.stop();
  }

  @FXML
  private void onCsv() {
    viewModel.save(Kind.CSV);
  }

  @FXML
  private void onHtml() {
    viewModel.save(Kind.HTML);
  }

  @FXML
  private void onJson() {
    viewModel.save(Kind.JSON);
  }
}
