package dev.wrapkey.ui.rehearsal;

import dev.wrapkey.rehearsal.Attempt;
import dev.wrapkey.rehearsal.Attempt.Phase;
import dev.wrapkey.rehearsal.Scenario;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.rehearsal.RehearsalsViewModel.Doing;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Screen of the rehearsals. */
public final class RehearsalsView {

  private final RehearsalsViewModel viewModel;

  @FXML private ListView<Attempt> list;
  @FXML private Node detail;
  @FXML private Label title;
  @FXML private Label story;
  @FXML private Label goal;
  @FXML private Label props;
  @FXML private Button begin;
  @FXML private Button check;
  @FXML private Button hint;
  @FXML private Button server;
  @FXML private Button giveUp;
  @FXML private StatusLabel busy;
  @FXML private Callout failure;
  @FXML private VBox hints;
  @FXML private VBox points;
  @FXML private Callout result;
  @FXML private Callout detours;
  @FXML private VBox debriefing;
  @FXML private Label debrief;
  @FXML private HBox rules;

  public RehearsalsView(RehearsalsViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /** The page; every time it comes to the front it is looked how far the person is. */
  public Page page() {
    return new Page(Texts.text("rehearsal.crumb"), Views.load("rehearsals", this), viewModel::look);
  }

  @FXML
  private void initialize() {
    list.setCellFactory(each -> new AttemptCell());
    list.setPlaceholder(new Label(Texts.text("rehearsal.doing.looking")));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            attempt -> {
              if (attempt != null) {
                viewModel.chosenProperty().set(attempt.scenario());
              }
            });
    viewModel.attemptsProperty().subscribe(this::fill);
    viewModel.chosenProperty().subscribe(() -> show());
    viewModel.doingProperty().subscribe(doing -> tell(doing));
    viewModel.verdictProperty().subscribe(said -> Parts.judge(points, said));
    viewModel.failureProperty().subscribe(why -> Failures.show(failure, why.orElse(null)));
  }

  private void fill(List<Attempt> attempts) {
    Scenario chosen = viewModel.chosenProperty().get();
    list.getItems().setAll(attempts);
    attempts.stream()
        .filter(each -> each.scenario() == chosen)
        .findFirst()
        .ifPresent(list.getSelectionModel()::select);
    show();
  }

  private void show() {
    Optional<Attempt> attempt = viewModel.attempt();
    Shown.now(detail, attempt.isPresent());
    attempt.ifPresent(this::show);
  }

  private void show(Attempt attempt) {
    Scenario scenario = attempt.scenario();
    boolean idle = viewModel.doingProperty().get() == Doing.NOTHING;
    boolean playing = attempt.phase() == Phase.PLAYING;
    boolean standing = playing || attempt.phase() == Phase.PASSED;
    title.setText(RehearsalWords.title(scenario));
    story.setText(RehearsalWords.story(scenario));
    goal.setText(RehearsalWords.goal(scenario));
    Shown.now(props, standing);
    attempt.props().ifPresent(p -> props.setText(RehearsalWords.props(scenario, p)));
    Shown.now(begin, !playing);
    begin.setText(Texts.text(attempt.wasPassed() ? "rehearsal.again" : "rehearsal.begin"));
    Shown.now(check, playing);
    Shown.now(hint, playing);
    Shown.now(server, standing);
    Shown.now(giveUp, attempt.phase() != Phase.IDLE);
    giveUp.setText(Texts.text(playing ? "rehearsal.giveup" : "rehearsal.clear"));
    List.of(begin, check, server, giveUp).forEach(each -> each.setDisable(!idle));
    hint.setDisable(!idle || attempt.hints() == scenario.hints());
    Parts.fill(hints, playing ? RehearsalWords.hints(attempt) : List.of());
    brief(attempt);
  }

  private void tell(Doing what) {
    Shown.now(busy, what != Doing.NOTHING);
    busy.setText(Parts.words(what));
    show();
  }

  private void brief(Attempt attempt) {
    boolean passed = attempt.phase() == Phase.PASSED;
    result.setText(passed ? RehearsalWords.pass(attempt.passes().getLast()) : "");
    detours.setText(RehearsalWords.detours(attempt.detours()));
    Shown.now(debriefing, passed);
    debrief.setText(RehearsalWords.debrief(attempt.scenario()));
    Parts.rules(rules, attempt.scenario(), viewModel::visitRule);
  }

  @FXML
  private void onBegin() {
    viewModel.begin();
  }

  @FXML
  private void onCheck() {
    viewModel.check();
  }

  @FXML
  private void onHint() {
    viewModel.hint();
  }

  @FXML
  private void onServer() {
    viewModel.visit();
  }

  @FXML
  private void onGiveUp() {
    viewModel.giveUp();
  }
}
