package dev.wrapkey.ui.practice;

import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.control.Ticking;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** The part of the practice page that stops the clock and moves it. */
public final class ClockView {

  private final Steering steering;

  @FXML private Node clock;
  @FXML private Label next;
  @FXML private StatusLabel state;
  @FXML private Button pause;
  @FXML private TextField length;
  @FXML private StatusLabel problem;

  public ClockView(Steering steering) {
    this.steering = steering;
  }

  @FXML
  private void initialize() {
    next.textProperty().bind(steering.nextProperty());
    steering.speedProperty().subscribe(this::show);
    Ticking.on(clock, steering::tick);
    length.textProperty().subscribe(() -> tell(""));
    steering.look();
  }

  private void show(double speed) {
    boolean paused = speed == PracticeClock.PAUSED;
    state.setKind(paused ? StatusLabel.Kind.WARNING : StatusLabel.Kind.OK);
    state.setText(Texts.text("practice.runs", PracticeBarViewModel.words(speed)));
    pause.setText(Texts.text(paused ? "practice.resume" : "practice.pause"));
    pause.setGraphic(new Icon(paused ? "play" : "stop"));
  }

  @FXML
  private void onPause() {
    steering.pauseOrResume();
  }

  @FXML
  private void onNext() {
    steering.jumpToNext();
  }

  @FXML
  private void onHour() {
    steering.jump(Duration.ofHours(1));
  }

  @FXML
  private void onDay() {
    steering.jump(Duration.ofDays(1));
  }

  @FXML
  private void onLength() {
    Spell.parse(length.getText())
        .ifPresentOrElse(steering::jump, () -> tell(Texts.text("practice.length.problem")));
  }

  private void tell(String words) {
    problem.setKind(words.isEmpty() ? StatusLabel.Kind.NONE : StatusLabel.Kind.ERROR);
    problem.setText(words);
    length.setAccessibleHelp(words);
  }
}
