package dev.wrapkey.ui.inside;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.encryption.VolumeFacts;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.Whole;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.VBox;

/** Screen of the Look inside blade. */
public final class InsideView {

  private static final InsideViewModel.State READY = InsideViewModel.State.READY;

  private final InsideViewModel viewModel;

  @FXML private Node content;
  @FXML private Node nothing;
  @FXML private Node loading;
  @FXML private Node reading;
  @FXML private Callout locked;
  @FXML private VolumeTable volumes;
  @FXML private Label volumeName;
  @FXML private Identifier file;
  @FXML private Identifier digest;
  @FXML private Label rotations;
  @FXML private Label lastRotation;
  @FXML private Label work;
  @FXML private Label rewritten;
  @FXML private Label rekeys;
  @FXML private VBox keys;
  @FXML private Button verify;
  @FXML private WorkBar checking;
  @FXML private Spinner<Integer> page;
  @FXML private Label pageNote;
  @FXML private ListView<String> plain;
  @FXML private Label why;
  @FXML private ListView<String> stored;
  @FXML private CallTable calls;

  public InsideView(InsideViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    keys.getChildren().setAll(Views.<Node>load("datakeys", new DataKeysView(viewModel.keys())));
    volumes.onChosen(viewModel::choose);
    viewModel.stateProperty().subscribe(this::showState);
    viewModel.storageProperty().subscribe(seen -> seen.ifPresent(this::fill));
    viewModel.volumeProperty().subscribe(seen -> seen.ifPresent(this::describe));
    viewModel.shownProperty().subscribe(this::showPage);
    viewModel.unopenedProperty().subscribe(page -> page.ifPresent(this::showUnopened));
    checking.show(viewModel.checking(), Texts.text("inside.verify.busy"));
    Whole.keep(verify);
    viewModel.lockedProperty().subscribe(this::showLock);
    Shown.when(reading, viewModel.busyProperty().and(viewModel.stateProperty().isEqualTo(READY)));
  }

  @FXML
  private void onRefresh() {
    viewModel.refresh();
  }

  @FXML
  private void onVerify() {
    viewModel.verify();
  }

  private void showState(InsideViewModel.State state) {
    Shown.now(content, state == READY);
    Shown.now(nothing, state == InsideViewModel.State.NOTHING);
    Shown.now(loading, state == InsideViewModel.State.LOADING);
  }

  private void showLock(boolean isLocked) {
    String last =
        viewModel
            .refusal()
            .map(
                c ->
                    Texts.text(
                        "inside.locked.last", c.operation(), c.status(), Moments.utc(c.at())))
            .orElse("");
    locked.setText(isLocked ? Texts.text("inside.locked", last) : "");
  }

  private void fill(Inspector.Storage storage) {
    lastRotation.setText(
        storage.rotation().map(Names::rotation).orElseGet(() -> Texts.text("inside.last.none")));
    viewModel.volumeProperty().get().ifPresent(this::describe);
  }

  private void describe(Inspector.Content volume) {
    VolumeFacts facts = volume.facts();
    volumes.fill(viewModel.volumes(), each -> each.kind().equals(volume.kind()));
    calls.fill(volume.calls(), call -> false);
    volumeName.setText(Names.volume(volume.kind()));
    file.setText(volume.file());
    digest.setText(facts.digest());
    rotations.setText(Texts.text("inside.rotations.value", facts.rotations()));
    work.setText(viewModel.work().map(KeyWork::words).orElseGet(KeyWork::none));
    rewritten.setText(
        Texts.text(
            "inside.rewritten.value",
            facts.pagesRewritten() * VolumeTable.PAGE,
            facts.pages() * VolumeTable.PAGE));
    rekeys.setText(Texts.text("inside.rekeys.value", facts.rekeys()));
    count(facts.pages());
  }

  private void count(long howMany) {
    int last = (int) Math.clamp(howMany - 1, 0, Integer.MAX_VALUE);
    var numbers = new IntegerSpinnerValueFactory(0, last, viewModel.pageProperty().get());
    page.setValueFactory(numbers);
    numbers.valueProperty().subscribe(number -> viewModel.pageProperty().set(number));
  }

  private void showPage(Optional<Inspector.Page> shown) {
    plain.getItems().setAll(shown.map(p -> HexDump.lines(p.plain())).orElse(List.of()));
    stored.getItems().setAll(shown.map(p -> HexDump.lines(p.stored())).orElse(List.of()));
    shown.map(p -> HexDump.firstReadable(p.plain())).ifPresent(this::scrollTo);
    pageNote.setText(shown.isPresent() ? Texts.text("inside.page.note") : "");
  }

  private void showUnopened(Inspector.Unopened unopened) {
    stored.getItems().setAll(HexDump.lines(unopened.stored()));
    why.setText(Texts.text("inside.page.why", unopened.why()));
    pageNote.setText(Texts.text("inside.page.none"));
  }

  /** Rows lie at the end of a page of PostgreSQL; what comes first would tell nobody anything. */
  private void scrollTo(int line) {
    plain.scrollTo(line);
    stored.scrollTo(line);
  }
}
