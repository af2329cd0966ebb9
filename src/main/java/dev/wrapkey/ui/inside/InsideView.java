package dev.wrapkey.ui.inside;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Screen of the Look inside blade. */
public final class InsideView {

  private final InsideViewModel viewModel;

  @FXML private Node content;
  @FXML private Node nothing;
  @FXML private Identifier file;
  @FXML private Identifier digest;
  @FXML private Identifier keyVersion;
  @FXML private Identifier wrapped;
  @FXML private Label algorithm;
  @FXML private Label pages;
  @FXML private Label rotations;
  @FXML private Label rewritten;
  @FXML private Spinner<Integer> page;
  @FXML private Label pageNote;
  @FXML private ListView<String> plain;
  @FXML private ListView<String> stored;
  @FXML private TableView<Inspector.Call> calls;

  public InsideView(InsideViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    addColumn("inside.call.at", 150, call -> Moments.utc(call.at()));
    addColumn("inside.call.operation", 90, Inspector.Call::operation);
    addColumn("inside.call.status", 60, call -> String.valueOf(call.status()));
    addColumn("inside.call.caller", 160, Inspector.Call::caller);
    addColumn("inside.call.key", 420, Inspector.Call::keyVersion);
    viewModel.storageProperty().subscribe(this::showStorage);
    viewModel.shownProperty().subscribe(this::showPage);
  }

  @FXML
  private void onRefresh() {
    viewModel.refresh();
  }

  private void showStorage(Optional<Inspector.Storage> storage) {
    Shown.now(content, storage.isPresent());
    Shown.now(nothing, storage.isEmpty());
    storage.ifPresent(this::fill);
  }

  private void fill(Inspector.Storage storage) {
    file.setText(storage.file());
    digest.setText(storage.digest());
    keyVersion.setText(storage.wrapped().keyVersion());
    wrapped.setText(InsideViewModel.hex(storage.wrapped()));
    algorithm.setText(storage.wrapped().algorithm());
    pages.setText(Texts.text("inside.pages.value", storage.pages()));
    rotations.setText(Texts.text("inside.rotations.value", storage.rotations()));
    rewritten.setText(Texts.text("inside.rewritten.value", storage.pagesRewritten()));
    calls.getItems().setAll(storage.calls());
    if (page.getValueFactory() == null && storage.pages() > 0) {
      var numbers =
          new SpinnerValueFactory.IntegerSpinnerValueFactory(
              0,
              (int) Math.min(Integer.MAX_VALUE, storage.pages() - 1),
              viewModel.pageProperty().get());
      page.setValueFactory(numbers);
      numbers.valueProperty().subscribe(number -> viewModel.pageProperty().set(number));
    }
  }

  private void showPage(Optional<Inspector.Page> shown) {
    plain.getItems().setAll(shown.map(p -> HexDump.lines(p.plain())).orElse(List.of()));
    stored.getItems().setAll(shown.map(p -> HexDump.lines(p.stored())).orElse(List.of()));
    shown.map(p -> HexDump.firstReadable(p.plain())).ifPresent(this::scrollTo);
    pageNote.setText(Texts.text(shown.isPresent() ? "inside.page.note" : "inside.page.none"));
  }

  /** Rows lie at the end of a page of PostgreSQL; what comes first would tell nobody anything. */
  private void scrollTo(int line) {
    plain.scrollTo(line);
    stored.scrollTo(line);
  }

  private void addColumn(String key, double width, Function<Inspector.Call, String> text) {
    TableColumn<Inspector.Call, String> column = new TableColumn<>(Texts.text(key));
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    calls.getColumns().add(column);
  }
}
