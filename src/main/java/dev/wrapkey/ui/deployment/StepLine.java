package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Label;

/** The nodes of one step: what it does, where it stands, how long it has taken. */
final class StepLine {

  private final Label what;
  private final StatusLabel state = new StatusLabel();
  private final Label elapsed = new Label();

  StepLine(StepRow row) {
    what = new Label(Texts.text("deployment.step." + row.id()));
    what.setWrapText(true);
    elapsed.getStyleClass().add("secondary");
    row.newsProperty().subscribe(this::show);
  }

  Label what() {
    return what;
  }

  StatusLabel state() {
    return state;
  }

  Label elapsed() {
    return elapsed;
  }

  private void show(Optional<Progress.Event> news) {
    state.setKind(news.map(n -> kindOf(n.state())).orElse(StatusLabel.Kind.NONE));
    state.setText(
        Texts.text(news.map(n -> "deployment.state." + n.state()).orElse("deployment.state.none")));
    elapsed.setText(news.map(n -> duration(n.elapsed())).orElse(""));
  }

  private static StatusLabel.Kind kindOf(Progress.State state) {
    return switch (state) {
      case STARTED, RUNNING -> StatusLabel.Kind.BUSY;
      case RETRYING, CANCELLED -> StatusLabel.Kind.WARNING;
      case ENDED -> StatusLabel.Kind.OK;
      case SKIPPED -> StatusLabel.Kind.INFO;
      case FAILED -> StatusLabel.Kind.ERROR;
    };
  }

  private static String duration(Duration time) {
    return Texts.text("deployment.elapsed", time.toMinutes(), time.toSecondsPart());
  }
}
