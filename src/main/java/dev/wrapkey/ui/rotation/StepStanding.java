package dev.wrapkey.ui.rotation;

import dev.wrapkey.preflight.Probe;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.rotation.PlannedStep;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.RotationStep;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.rotation.RotationCase.Busy;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a step is, for the eyes.
 *
 * @param kind the sign
 * @param words beside it
 * @param detail what it is doing at this moment
 */
record StepStanding(StatusLabel.Kind kind, String words, List<String> detail) {

  static final StepStanding PLANNED = of(StatusLabel.Kind.NONE, "planned");

  private static StepStanding of(StatusLabel.Kind kind, String key) {
    return new StepStanding(kind, Texts.text("rotation.state." + key), List.of());
  }

  /** The step of a rotation that has begun. */
  static StepStanding of(PlannedStep planned, RotationCase of) {
    RotationLedger.Entry entry = of.entryProperty().get();
    RotationStep step = planned.step();
    Optional<RotationLedger.Done> done = entry.done(step);
    boolean current = entry.stand().step().filter(step::equals).isPresent();
    if (done.flatMap(RotationLedger.Done::ended).isPresent()) {
      return planned.isNeeded()
          ? of(StatusLabel.Kind.OK, "done")
          : of(StatusLabel.Kind.INFO, "none");
    }
    if (!current) {
      return PLANNED;
    }
    Busy busy = of.busyProperty().get();
    if (busy == Busy.FORWARD || busy == Busy.BACK) {
      return new StepStanding(
          StatusLabel.Kind.BUSY,
          Texts.text("rotation.state.running"),
          detail(of.newsProperty().get()));
    }
    return switch (entry.phase()) {
      case FAILED -> of(StatusLabel.Kind.ERROR, "failed");
      case STOPPED -> of(StatusLabel.Kind.WARNING, "stopped");
      case RUNNING -> of(StatusLabel.Kind.WARNING, "broken");
      case SUCCEEDED, ROLLED_BACK -> of(StatusLabel.Kind.OK, "done");
    };
  }

  private static List<String> detail(RotationCase.News news) {
    List<String> lines = new ArrayList<>();
    news.event()
        .map(Progress.Event::elapsed)
        .filter(Duration::isPositive)
        .ifPresent(
            time ->
                lines.add(
                    Texts.text("deployment.elapsed", time.toMinutes(), time.toSecondsPart())));
    news.pause()
        .ifPresent(
            wait ->
                lines.add(
                    Texts.text(
                        "rotation.waiting",
                        wait.code(),
                        Moments.utc(wait.until()),
                        wait.attempts() + 1,
                        wait.most())));
    news.probe().map(StepStanding::look).ifPresent(lines::add);
    return lines;
  }

  private static String look(Probe probe) {
    return Texts.text("rotation.look", probe.looks(), probe.seen().message());
  }
}
