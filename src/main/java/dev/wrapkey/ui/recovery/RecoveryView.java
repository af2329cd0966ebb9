package dev.wrapkey.ui.recovery;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.control.Ticking;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Screen of a server that lost its key. */
public final class RecoveryView {

  /** What the boxes were made of. */
  private record Placed(
      Standing standing, Course course, @Nullable Deed deed, boolean isSearching) {}

  private final RecoveryViewModel viewModel;
  private @Nullable Placed placed;

  @FXML private VBox root;
  @FXML private Button look;
  @FXML private Button jump;
  @FXML private StatusLabel looking;
  @FXML private Callout standing;
  @FXML private Callout failure;
  @FXML private Node facts;
  @FXML private Label denied;
  @FXML private Label logged;
  @FXML private Label next;
  @FXML private Label head;
  @FXML private VBox ways;

  public RecoveryView(RecoveryViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    Shown.when(looking, viewModel.lookingProperty());
    look.disableProperty().bind(viewModel.lookingProperty());
    next.textProperty().bind(viewModel.nextProperty());
    Shown.when(next, viewModel.nextProperty().isNotEmpty());
    viewModel.failureProperty().subscribe(why -> Failures.show(failure, why));
    viewModel.findingsProperty().subscribe(this::show);
    viewModel.standingProperty().subscribe(this::place);
    viewModel.courseProperty().subscribe(this::place);
    viewModel.deedProperty().subscribe(this::place);
    viewModel.lookingProperty().subscribe(this::place);
    Ticking.on(root, viewModel::tick);
  }

  private void show(@Nullable Findings found) {
    Shown.now(facts, found != null && found.isLost());
    Shown.now(jump, found != null && found.isTroubled() && found.next().isPresent());
    if (found != null) {
      denied.setText(
          found
              .denied()
              .map(at -> Texts.text("recovery.moment", Moments.utc(at)))
              .orElseGet(() -> Texts.text("recovery.denied.none")));
      logged.setText(
          found
              .logged()
              .map(
                  entry ->
                      Texts.text(
                          "recovery.logged.entry",
                          Moments.utc(entry.at()),
                          entry.operation(),
                          entry.message()))
              .orElseGet(() -> Texts.text("recovery.logged.none")));
    }
    place();
  }

  // Boxes are made anew only when there is news: a person may be about to press one of their
  // buttons.
  private void place() {
    Standing now = viewModel.standingProperty().get();
    Course course = viewModel.courseProperty().get();
    boolean searching = course.ways().isEmpty() && viewModel.lookingProperty().get();
    Placed news = new Placed(now, course, viewModel.deedProperty().get(), searching);
    if (news.equals(placed)) {
      return;
    }
    placed = news;
    StandingWords.show(standing, viewModel, now, course);
    Shown.now(head, !course.ways().isEmpty());
    Optional<String> focused = Focus.within(ways);
    List<Node> boxes = new ArrayList<>();
    for (int place = 0; place < course.ways().size(); place++) {
      boxes.add(new WayBox(viewModel, course.ways().get(place), place));
    }
    ways.getChildren().setAll(boxes);
    focused.ifPresent(id -> Focus.restore(ways, id, look));
  }

  @FXML
  private void onLook() {
    viewModel.look();
  }

  @FXML
  private void onJump() {
    viewModel.jump();
  }
}
