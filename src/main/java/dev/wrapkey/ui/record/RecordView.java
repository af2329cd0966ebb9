package dev.wrapkey.ui.record;

import dev.wrapkey.record.Entry;
import dev.wrapkey.record.Reading;
import dev.wrapkey.record.Verdict;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.CopyButton;
import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.record.RecordViewModel.Format;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/** Screen of the record of changes. */
public final class RecordView {

  private final RecordViewModel viewModel;

  @FXML private CustomTextField filter;
  @FXML private Picker<Optional<String>> act;
  @FXML private Picker<Optional<Entry.State>> state;
  @FXML private Picker<Since> since;
  @FXML private Label count;
  @FXML private StatusLabel verdict;
  @FXML private HBox proof;
  @FXML private Label fingerprint;
  @FXML private CopyButton copyFingerprint;
  @FXML private TextField kept;
  @FXML private Callout trouble;
  @FXML private Callout news;
  @FXML private EntryTable table;
  @FXML private EntryDetail detail;

  public RecordView(RecordViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /** The page. */
  public Page page() {
    return new Page(Texts.text("record.crumb"), Views.load("record", this), viewModel::load);
  }

  @FXML
  private void initialize() {
    filter.setLeft(new Icon("search"));
    filter.textProperty().bindBidirectional(viewModel.filterProperty());
    act.setText(each -> each.orElseGet(() -> Texts.text("record.act.any")));
    act.setItems(viewModel.acts());
    act.valueProperty().bindBidirectional(viewModel.actProperty());
    state.getItems().add(Optional.empty());
    state.getItems().addAll(Stream.of(Entry.State.values()).map(Optional::of).toList());
    state.setText(
        each -> each.map(EntryWords::state).orElseGet(() -> Texts.text("record.state.any")));
    state.valueProperty().bindBidirectional(viewModel.stateProperty());
    since.getItems().setAll(Since.values());
    since.setText(each -> Texts.text("record.since." + each.name()));
    since.valueProperty().bindBidirectional(viewModel.sinceProperty());
    count.textProperty().bind(viewModel.countProperty());
    trouble.textProperty().bind(viewModel.unreadableProperty());
    table.show(viewModel.rows());
    table.getSelectionModel().selectedItemProperty().subscribe(detail::show);
    viewModel.readingProperty().subscribe(this::show);
    viewModel.newsProperty().subscribe(this::tell);
  }

  private void show(Optional<Reading> reading) {
    Optional<Verdict> now = reading.map(Reading::verdict);
    boolean any = now.filter(each -> each.lines() > 0 || !each.isSound()).isPresent();
    Shown.now(proof, any);
    verdict.setKind(now.map(RecordView::kind).orElse(StatusLabel.Kind.BUSY));
    verdict.setText(now.map(Recount::words).orElseGet(() -> Texts.text("record.reading")));
    fingerprint.setText(now.map(Verdict::fingerprint).orElse(""));
    copyFingerprint.setContent(fingerprint.getText());
    table.setPlaceholder(nothing(any));
  }

  private static StatusLabel.Kind kind(Verdict verdict) {
    return verdict.isSound() ? StatusLabel.Kind.OK : StatusLabel.Kind.ERROR;
  }

  private VBox nothing(boolean any) {
    VBox box = new VBox(new Icon(any ? "filter" : "clock", 20));
    box.getChildren().add(new Label(Texts.text(any ? "record.nothing" : "record.empty")));
    if (any) {
      Link clear = new Link(Texts.text("record.clear"));
      clear.setId("record-clear");
      clear.setOnAction(e -> viewModel.clear());
      box.getChildren().add(clear);
    }
    box.getStyleClass().add("empty-state");
    return box;
  }

  private void tell(Optional<RecordViewModel.News> told) {
    news.setText(told.map(RecordViewModel.News::words).orElse(""));
    boolean good = told.filter(RecordViewModel.News::good).isPresent();
    news.setKind(good ? Callout.Kind.SUCCESS : Callout.Kind.ERROR);
  }

  @FXML
  private void onRefresh() {
    viewModel.load();
  }

  @FXML
  private void onCsv() {
    viewModel.save(Format.CSV);
  }

  @FXML
  private void onHtml() {
    viewModel.save(Format.HTML);
  }

  @FXML
  private void onWhole() {
    viewModel.save(Format.WHOLE);
  }

  @FXML
  private void onCompare() {
    viewModel.compare(kept.getText());
  }
}
