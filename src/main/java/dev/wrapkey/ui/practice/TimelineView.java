package dev.wrapkey.ui.practice;

import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.control.Ticking;
import dev.wrapkey.ui.practice.PracticeSteering.Due;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;

/** The part of the practice page that shows what will happen by itself. */
public final class TimelineView {

  private static final Duration STEP = Duration.ofSeconds(30);

  private final TimelineViewModel viewModel;
  private final ObservableList<Due> rows = FXCollections.observableArrayList();
  private Instant drawn = Instant.MIN;

  @FXML private Node timeline;
  @FXML private ComboBox<String> kind;
  @FXML private Button jump;
  @FXML private StatusLabel looking;
  @FXML private TimelineAxis axis;
  @FXML private TimelineTable table;

  public TimelineView(TimelineViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    kind.setConverter(new Words());
    viewModel.kindsProperty().subscribe(kinds -> kind.getItems().setAll(kinds));
    kind.valueProperty().bindBidirectional(viewModel.kindProperty());
    table.follow(viewModel);
    table.setItems(rows);
    table.setPlaceholder(new Label(Texts.text("practice.next.none")));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(due -> viewModel.chosenProperty().set(Optional.ofNullable(due)));
    axis.onChoose(this::choose);
    jump.disableProperty().bind(viewModel.chosenProperty().map(Optional::isEmpty));
    Shown.when(looking, viewModel.knownProperty().not());
    viewModel.shownProperty().subscribe(this::show);
    viewModel.nowProperty().subscribe(this::draw);
    viewModel.chosenProperty().subscribe(() -> draw(Instant.MAX));
    Ticking.on(timeline, viewModel::tick);
    viewModel.look();
  }

  private void show(List<Due> due) {
    Optional<Due> chosen = viewModel.chosenProperty().get();
    rows.setAll(due);
    chosen.filter(rows::contains).ifPresent(table.getSelectionModel()::select);
    draw(Instant.MAX);
  }

  private void choose(Due due) {
    table.getSelectionModel().select(due);
    table.scrollTo(due);
  }

  // The dots of a clock that runs would be made anew every second for a step nobody sees.
  private void draw(Instant moment) {
    Instant now = viewModel.nowProperty().get();
    if (moment.equals(Instant.MAX) || Duration.between(drawn, now).compareTo(STEP) >= 0) {
      drawn = now;
      axis.show(viewModel.shownProperty().get(), now, viewModel.chosenProperty().get());
    }
  }

  @FXML
  private void onJump() {
    viewModel.jump();
  }

  private static final class Words extends StringConverter<String> {

    @Override
    public String toString(String kind) {
      return kind == null ? "" : TimelineViewModel.words(kind);
    }

    @Override
    public String fromString(String words) {
      return words;
    }
  }
}
