package dev.wrapkey.ui.waves;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rotation.WaveControl;
import dev.wrapkey.rotation.WaveLedger;
import dev.wrapkey.rotation.WaveRow;
import dev.wrapkey.rotation.Waves;
import dev.wrapkey.ui.task.Tasks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Waves as pages show them. They go on whatever page is open, and a page that is opened later shows
 * the same ones. Lives on the screen's thread.
 */
final class WaveCase {

  /** What is being done with them. */
  enum Busy {
    NONE,
    RUNNING,
    /** No further server begins; those under way go on to their end. */
    PAUSING,
    /** Those under way end before their next request. */
    STOPPING
  }

  /**
   * Where they stand.
   *
   * @param phase as it is written down
   * @param busy what goes on at this moment
   * @param tally how many servers are how far
   */
  record Standing(WaveLedger.Phase phase, Busy busy, Tally tally) {

    boolean isIdle() {
      return busy == Busy.NONE;
    }

    /** Whether there are servers that have not failed and are not done. */
    boolean canGoOn() {
      return isIdle() && phase != WaveLedger.Phase.ENDED;
    }

    boolean canStop() {
      return busy == Busy.RUNNING || busy == Busy.PAUSING;
    }

    boolean canRetry() {
      return isIdle() && tally.failed() > 0 && tally.open() > 0;
    }

    boolean canSettle() {
      return canGoOn() || canRetry();
    }
  }

  private final Waves engine;
  private final Tasks tasks;
  private final Executor frames;
  private final WaveLedger ledger;
  private final WavesTold told;
  private final Map<ResourceId, WaveLine> lines = new LinkedHashMap<>();
  private final Gathered<ResourceId, WaveRow> news = new Gathered<>();
  private final ReadOnlyObjectWrapper<Standing> standing;
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private WaveControl control = new WaveControl();

  /**
   * @param frames runs something when the screen's next frame is made
   */
  WaveCase(Waves engine, Tasks tasks, Executor frames, WaveLedger ledger, WavesTold told) {
    this.engine = engine;
    this.tasks = tasks;
    this.frames = frames;
    this.ledger = ledger;
    this.told = told;
    List<WaveRow> rows = ledger.rows();
    rows.forEach(row -> lines.put(row.server(), new WaveLine(row)));
    standing = new ReadOnlyObjectWrapper<>(new Standing(ledger.phase(), Busy.NONE, Tally.of(rows)));
  }

  /** Begins, or goes on from where they were left; servers that have failed stay as they are. */
  void goOn() {
    if (standing.get().canGoOn()) {
      work(false);
    }
  }

  /** Goes on, also with the servers that have failed. */
  void retry() {
    if (standing.get().canRetry()) {
      work(true);
    }
  }

  private void work(boolean again) {
    control = new WaveControl();
    failure.set(null);
    stand(Busy.RUNNING);
    told.running(this);
    WaveControl mine = control;
    tasks.run(() -> engine.run(ledger, again, mine, this::changed), _ -> ended(), this::failed);
  }

  private void changed(WaveRow row) {
    if (news.isFirst(row.server(), row)) {
      frames.execute(this::take);
    }
  }

  private void take() {
    boolean live = !standing.get().isIdle();
    news.take()
        .forEach(
            (server, row) -> {
              WaveLine line = lines.get(server);
              if (line != null) {
                line.show(row, live);
              }
            });
    stand(standing.get().busy());
    if (live) {
      told.progress(this);
    }
  }

  private void stand(Busy busy) {
    standing.set(new Standing(ledger.phase(), busy, Tally.of(rows())));
  }

  /** No further server begins. */
  void pause() {
    if (standing.get().busy() == Busy.RUNNING) {
      control.pause();
      stand(Busy.PAUSING);
    }
  }

  /** Ends those under way too; what a service has accepted goes on. */
  void stop() {
    if (standing.get().canStop()) {
      control.stop();
      stand(Busy.STOPPING);
    }
  }

  private void ended() {
    idle();
    told.ended(this);
  }

  private void failed(CloudFailure why) {
    failure.set(why);
    idle();
    told.ended(this);
  }

  private void idle() {
    ledger.rows().forEach(row -> line(row).show(row, false));
    stand(Busy.NONE);
  }

  private WaveLine line(WaveRow row) {
    return lines.computeIfAbsent(row.server(), _ -> new WaveLine(row));
  }

  /** Leaves all as it is, for good. */
  void settle() {
    if (standing.get().canSettle()) {
      ledger.settle();
      idle();
    }
  }

  /** Every server, in the order of its waves. */
  List<WaveLine> lines() {
    return List.copyOf(lines.values());
  }

  List<WaveRow> rows() {
    return lines.values().stream().map(WaveLine::row).toList();
  }

  WaveLedger ledger() {
    return ledger;
  }

  ReadOnlyObjectProperty<Standing> standingProperty() {
    return standing.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
