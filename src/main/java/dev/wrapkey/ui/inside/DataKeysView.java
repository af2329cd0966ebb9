package dev.wrapkey.ui.inside;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.encryption.StoredKey;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Dressed;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.Whole;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;

/** The part of the Look inside blade with the data keys of the chosen volume. */
public final class DataKeysView {

  private static final long MOST_SEALS = 4_294_967_295L;

  private final DataKeysViewModel viewModel;

  @FXML private DataKeyTable keys;
  @FXML private SegmentMap map;
  @FXML private Callout inherited;
  @FXML private WorkBar inheriting;
  @FXML private Label keyName;
  @FXML private Identifier keyId;
  @FXML private Identifier keyVersion;
  @FXML private Identifier wrapped;
  @FXML private Label at;
  @FXML private Label seals;
  @FXML private Button rekey;
  @FXML private Label about;
  @FXML private Node progress;
  @FXML private Callout news;

  DataKeysView(DataKeysViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    keys.onChosen(viewModel::choose);
    map.onChosen(viewModel::choose);
    inheriting.show(viewModel.inheriting(), Texts.text("inside.inherited.busy"));
    viewModel.volumeProperty().subscribe(volume -> volume.ifPresent(this::fill));
    viewModel.chosenProperty().subscribe(key -> key.ifPresent(this::describe));
    viewModel.newsProperty().subscribe(this::tell);
    rekey
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> segment().isEmpty() || viewModel.busyProperty().get(),
                viewModel.chosenProperty(),
                viewModel.busyProperty()));
    Shown.when(progress, viewModel.busyProperty());
    Whole.keep(rekey);
  }

  private Optional<StoredKey> segment() {
    return viewModel.chosenProperty().get().filter(key -> key.segment().isPresent());
  }

  private void fill(Inspector.Content volume) {
    keys.fill(
        volume.facts().keys(),
        key -> viewModel.chosenProperty().get().filter(key::equals).isPresent());
    map.fill(volume.facts().keys());
    viewModel.chosenProperty().get().ifPresent(key -> map.choose(key.segment()));
    List<StoredKey> from = viewModel.inherited();
    inherited.setText(from.isEmpty() ? "" : Names.inherited(from));
  }

  @FXML
  private void onRekeyInherited() {
    viewModel.rekeyInherited();
  }

  private void describe(StoredKey key) {
    map.choose(key.segment());
    keys.mark(key);
    keyName.setText(Names.dataKey(key));
    keyId.setText(key.id());
    keyVersion.setText(key.wrapped().keyVersion());
    wrapped.setText(InsideViewModel.hex(key.wrapped()));
    at.setText(Names.wrappedAt(key));
    seals.setText(Texts.text("inside.data.seals.value", key.seals(), MOST_SEALS));
    about.setText(
        Texts.text(key.segment().isPresent() ? "inside.rekey.about" : "inside.rekey.choose"));
  }

  private void tell(Optional<DataKeysViewModel.News> newNews) {
    if (newNews.isPresent()) {
      rekey.requestFocus(); // it was disabled meanwhile, and the focus went elsewhere
    }
    news.setText(newNews.map(DataKeysViewModel.News::words).orElse(""));
    newNews.ifPresent(
        n ->
            news.setKind(
                n.mood() == DataKeysViewModel.Mood.GOOD
                    ? Callout.Kind.SUCCESS
                    : Callout.Kind.ERROR));
  }

  @FXML
  private void onRekey() {
    segment().ifPresent(this::ask);
  }

  private void ask(StoredKey key) {
    ButtonType yes = new ButtonType(Texts.text("inside.rekey.yes"), ButtonBar.ButtonData.OK_DONE);
    ButtonType no =
        new ButtonType(Texts.text("inside.rekey.no"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert question =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            Texts.text("inside.rekey.text", viewModel.pagesOf(key)),
            yes,
            no);
    question.setHeaderText(Texts.text("inside.rekey.title", key.segment().orElse(0), volumeName()));
    question
        .resultProperty()
        .subscribe(
            answer -> {
              if (yes.equals(answer)) {
                viewModel.rekey();
              }
            });
    Dressed.over(question).show();
  }

  private String volumeName() {
    return viewModel.volumeProperty().get().map(v -> Names.volume(v.kind())).orElse("");
  }
}
