package dev.wrapkey.ui.rotation;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rotation.GuidedRotation;
import dev.wrapkey.rotation.PlannedStep;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.RotationOrder;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.task.Tasks;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The rotations of this program, and those that an earlier run has left. They belong to the
 * program, not to a page. Lives on the screen's thread.
 */
public final class Rotations {

  private final GuidedRotation engine;
  private final Tasks tasks;
  private final Notifications notifications;
  private final Path folder;
  private final Map<Path, RotationCase> cases = new HashMap<>();
  private Consumer<ResourceId> opener = server -> {};

  /**
   * @param engine carries rotations out
   * @param folder of the ledgers, that of {@code engine}
   */
  public Rotations(GuidedRotation engine, Tasks tasks, Notifications notifications, Path folder) {
    this.engine = engine;
    this.tasks = tasks;
    this.notifications = notifications;
    this.folder = folder;
  }

  /** How the page of a server's rotation is opened. */
  public void onOpen(Consumer<ResourceId> newOpener) {
    opener = newOpener;
  }

  /** Tells of the rotations that can be gone on with. Nothing goes on by itself. */
  public void recover() {
    tasks.run(
        () -> RotationLedger.unfinished(folder),
        ledgers -> ledgers.forEach(ledger -> told().left(ledger.entry())),
        (CloudFailure impossible) -> {});
  }

  /** The rotations of a server, the newest first. */
  void find(ResourceId server, Consumer<List<RotationCase>> found) {
    tasks.run(
        () -> engine.of(server),
        ledgers -> found.accept(ledgers.stream().map(this::of).toList()),
        (CloudFailure impossible) -> {});
  }

  /** Writes a rotation down. */
  void begin(RotationOrder order, Consumer<RotationCase> begun, Consumer<CloudFailure> refused) {
    tasks.run(() -> engine.begin(order), ledger -> begun.accept(of(ledger)), refused);
  }

  /** What the steps would do. */
  List<PlannedStep> plan(RotationOrder order) {
    return engine.plan(order);
  }

  private RotationCase of(RotationLedger ledger) {
    return cases.computeIfAbsent(
        ledger.path(), path -> new RotationCase(engine, tasks, ledger, told()));
  }

  private RotationTold told() {
    return new RotationTold(notifications, server -> opener.accept(server));
  }
}
