package dev.wrapkey.ui.waves;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.rotation.WaveLedger;
import dev.wrapkey.rotation.WaveOrder;
import dev.wrapkey.rotation.Waves;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.task.Tasks;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The waves of this program, and those that an earlier run has left. They belong to the program,
 * not to a page. Lives on the screen's thread.
 */
public final class WaveRuns {

  private final Waves engine;
  private final Tasks tasks;
  private final Executor frames;
  private final Notifications notifications;
  private final Path folder;
  private final Map<String, WaveCase> cases = new HashMap<>();
  private Consumer<String> opener = id -> {};

  /**
   * @param engine carries waves out
   * @param frames runs something on the screen's thread when its next frame is made
   * @param folder of the ledgers, that of {@code engine}
   */
  public WaveRuns(
      Waves engine, Tasks tasks, Executor frames, Notifications notifications, Path folder) {
    this.engine = engine;
    this.tasks = tasks;
    this.frames = frames;
    this.notifications = notifications;
    this.folder = folder;
  }

  /** How the page of waves is opened, by their id. */
  public void onOpen(Consumer<String> newOpener) {
    opener = newOpener;
  }

  /** Tells of the waves that can be gone on with. Nothing goes on by itself. */
  public void recover() {
    tasks.run(
        () -> WaveLedger.unfinished(folder),
        ledgers -> ledgers.forEach(ledger -> told().left(of(ledger))),
        (CloudFailure impossible) -> {});
  }

  /** All waves, the newest first. */
  void find(Consumer<List<WaveCase>> found) {
    tasks.run(
        () -> WaveLedger.all(folder).reversed(),
        ledgers -> found.accept(ledgers.stream().map(this::of).toList()),
        (CloudFailure impossible) -> {});
  }

  /** Writes waves down. */
  void begin(WaveOrder order, Consumer<WaveCase> begun, Consumer<CloudFailure> refused) {
    tasks.run(() -> engine.begin(order), ledger -> begun.accept(of(ledger)), refused);
  }

  private WaveCase of(WaveLedger ledger) {
    return cases.computeIfAbsent(
        ledger.id(), id -> new WaveCase(engine, tasks, frames, ledger, told()));
  }

  private WavesTold told() {
    return new WavesTold(notifications, waves -> opener.accept(waves.ledger().id()));
  }
}
