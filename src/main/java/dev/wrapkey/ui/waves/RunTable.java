package dev.wrapkey.ui.waves;

import dev.wrapkey.provisioning.Refusal;
import dev.wrapkey.rotation.WaveRow;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.table.Said;
import dev.wrapkey.ui.table.SaidTable;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The table of servers that are rotated, as they are at this moment. */
public final class RunTable extends SaidTable<WaveLine> {

  public RunTable() {
    words("waves.column.server", 140, now -> Said.plain(now.row().server().name()));
    words("waves.column.key", 220, now -> Said.plain(Keyed.brief(now.row().to())));
    words("waves.column.wave", 100, RunTable::wave);
    words("waves.column.state", 115, RunTable::state);
    words("waves.column.step", 160, RunTable::step);
    words("waves.column.started", 124, now -> moment(now.row().started()));
    words("waves.column.ended", 124, now -> moment(now.row().ended()));
    words("waves.column.failure", 170, now -> failure(now.row().refusal()));
  }

  private void words(String key, double width, Function<WaveLine.Now, Said> said) {
    column(key, width, line -> line.nowProperty().map(said));
  }

  private static Said wave(WaveLine.Now now) {
    int wave = now.row().wave();
    return Said.ranked(
        wave == 0 ? Texts.text("waves.canary") : Texts.text("waves.wave", wave),
        "%06d".formatted(wave));
  }

  private static Said state(WaveLine.Now now) {
    WaveRow.State state = now.row().state();
    boolean broken = state == WaveRow.State.RUNNING && !now.live();
    String text = Texts.text("waves.state." + (broken ? "BROKEN" : state.name()));
    return new Said(broken ? StatusLabel.Kind.WARNING : kind(state), text, text, text);
  }

  private static StatusLabel.Kind kind(WaveRow.State state) {
    return switch (state) {
      case WAITING -> StatusLabel.Kind.NONE;
      case RUNNING -> StatusLabel.Kind.BUSY;
      case SUCCEEDED -> StatusLabel.Kind.OK;
      case FAILED -> StatusLabel.Kind.ERROR;
      case STOPPED -> StatusLabel.Kind.WARNING;
      case ROLLED_BACK -> StatusLabel.Kind.INFO;
    };
  }

  private static Said step(WaveLine.Now now) {
    return now.row()
        .step()
        .map(
            step ->
                Said.ranked(
                    Texts.text("rotation.step." + step.id()), String.valueOf(step.ordinal())))
        .orElse(Said.plain(""));
  }

  private static Said moment(Optional<Instant> at) {
    return at.map(
            then ->
                new Said(
                    StatusLabel.Kind.NONE,
                    Moments.time(then),
                    Moments.moment(then),
                    then.toString()))
        .orElse(Said.plain(""));
  }

  private static Said failure(Optional<Refusal> why) {
    return why.map(
            refusal ->
                new Said(
                    StatusLabel.Kind.NONE,
                    refusal.code(),
                    Failures.text(refusal.failure()),
                    refusal.code()))
        .orElse(Said.plain(""));
  }
}
