package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Patience;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.time.Time;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

/**
 * Rotates many servers: canaries first, then wave after wave. Each server is a guided rotation of
 * its own, so whatever holds for one holds for all: none is lost and none is done twice. Blocks.
 */
public final class Waves {

  private final GuidedRotation rotation;
  private final Cloud cloud;
  private final Time time;
  private final Executor executor;
  private final Path folder;
  private final VaultBudget budget = new VaultBudget();
  private final Map<KeyIdentifier, VaultLimits> limits = new ConcurrentHashMap<>();

  /**
   * @param rotation rotates one server
   * @param executor runs the servers of a wave, as many at once as it likes
   * @param folder of the ledgers, the same as that of single rotations
   */
  public Waves(GuidedRotation rotation, Cloud cloud, Time time, Executor executor, Path folder) {
    this.rotation = rotation;
    this.cloud = cloud;
    this.time = time;
    this.executor = executor;
    this.folder = folder;
  }

  /**
   * Writes waves down. Nothing is asked of the cloud.
   *
   * @throws CloudFailure {@link GuidedRotation#UNFINISHED} if a rotation of one of the servers can
   *     be gone on with
   */
  public WaveLedger begin(WaveOrder order) {
    Set<ResourceId> busy =
        RotationLedger.everywhere(folder).stream()
            .map(RotationLedger::entry)
            .filter(RotationLedger.Entry::isUnfinished)
            .map(entry -> entry.order().server())
            .collect(Collectors.toSet());
    List<String> twice =
        order.orders().stream()
            .map(RotationOrder::server)
            .filter(busy::contains)
            .map(ResourceId::name)
            .toList();
    if (!twice.isEmpty()) {
      throw new CloudFailure(Kind.BUSY, GuidedRotation.UNFINISHED, String.join(", ", twice), "");
    }
    return WaveLedger.begin(folder, order, time.now());
  }

  /**
   * Goes on with waves from where they are: after a pause, a stop, a halt, a kill.
   *
   * @param retry whether servers that have failed before are tried again
   * @return how far they are now
   */
  public WaveLedger.Phase run(
      WaveLedger ledger, boolean retry, WaveControl control, WaveProgress progress) {
    ledger.phase(WaveLedger.Phase.RUNNING);
    WaveLedger.Phase phase = new Run(ledger, retry, control, progress).all();
    ledger.phase(phase);
    return phase;
  }

  /** One run of waves. */
  private final class Run {

    private final WaveLedger ledger;
    private final boolean retry;
    private final WaveControl control;
    private final WaveProgress progress;
    private final SharedVersions versions = new SharedVersions();
    private final Set<ResourceId> tried = ConcurrentHashMap.newKeySet();

    Run(WaveLedger ledger, boolean retry, WaveControl control, WaveProgress progress) {
      this.ledger = ledger;
      this.retry = retry;
      this.control = control;
      this.progress = progress;
      ledger.rows().forEach(row -> row.entry().ifPresent(versions::learn));
    }

    WaveLedger.Phase all() {
      int last = ledger.order().shape().waveOf(ledger.order().orders().size() - 1);
      for (int wave = 0; wave <= last; wave++) {
        wave(wave);
        if (!control.admits()) {
          return control.isStopped() ? WaveLedger.Phase.STOPPED : WaveLedger.Phase.PAUSED;
        }
        boolean more = wave < last;
        if (more && failures(wave) > ledger.order().shape().toleratedIn(wave)) {
          return WaveLedger.Phase.HALTED;
        }
      }
      return WaveLedger.Phase.ENDED;
    }

    /** Only of this run: who goes on after a halt has seen those before. */
    private long failures(int wave) {
      return ledger.rows().stream()
          .filter(row -> row.wave() == wave && tried.contains(row.server()))
          .filter(row -> !row.isOver())
          .count();
    }

    private void wave(int wave) {
      List<WaveRow> batch = batch(wave);
      while (!batch.isEmpty() && control.admits()) {
        together(batch);
        batch = batch(wave);
      }
    }

    /** Those that may go at once: no two of them would make a version of the same key. */
    private List<WaveRow> batch(int wave) {
      Set<String> claimed = new HashSet<>();
      List<WaveRow> batch = new ArrayList<>();
      for (WaveRow row : ledger.rows()) {
        if (row.wave() == wave && isDue(row)) {
          Set<String> missing = versions.missing(row.order());
          if (missing.stream().noneMatch(claimed::contains)) {
            claimed.addAll(missing);
            batch.add(row);
          }
        }
      }
      return batch;
    }

    private boolean isDue(WaveRow row) {
      return !row.isOver()
          && !tried.contains(row.server())
          && (row.state() != WaveRow.State.FAILED || retry);
    }

    private void together(List<WaveRow> batch) {
      List<FutureTask<Boolean>> tasks =
          batch.stream().map(row -> new FutureTask<>(() -> one(row))).toList();
      tasks.forEach(executor::execute);
      try {
        for (FutureTask<Boolean> task : tasks) {
          task.get();
        }
      } catch (InterruptedException _) {
        control.stop();
        tasks.forEach(task -> task.cancel(true));
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      } catch (ExecutionException bug) {
        throw unchecked(bug);
      }
    }

    private boolean one(WaveRow row) {
      if (!control.admits()) {
        return false;
      }
      try {
        await(row.order());
      } catch (CancellationException _) {
        return false;
      }
      tried.add(row.server());
      RotationLedger own = ledger.begin(row.order(), versions.known(row.order()), time.now());
      rotation.run(own, telling(row, own), control.cancellation());
      versions.learn(own.entry());
      tell(row, own);
      return true;
    }

    private void await(RotationOrder order) {
      int creations = versions.missing(order).size();
      KeyIdentifier key = order.wanted().key().orElseThrow();
      new Patience(time, control.cancellation())
          .waitFor(budget.take(key.host(), limitsOf(key), creations, time.now()));
    }

    private RotationProgress telling(WaveRow row, RotationLedger own) {
      return (Progress.Event event) -> {
        if (event.state() != Progress.State.RUNNING) {
          tell(row, own);
        }
      };
    }

    private void tell(WaveRow row, RotationLedger own) {
      progress.changed(
          new WaveRow(
              row.server(), row.region(), row.wave(), row.order(), Optional.of(own.entry())));
    }
  }

  /** How much of its vault a key takes; asked once for each key. */
  private VaultLimits limitsOf(KeyIdentifier key) {
    return limits.computeIfAbsent(key.versionless(), this::ask);
  }

  private VaultLimits ask(KeyIdentifier key) {
    try {
      return VaultLimits.of(cloud.keyStores().get(key));
    } catch (CloudFailure _) {
      return VaultLimits.LOWEST;
    }
  }

  private static RuntimeException unchecked(ExecutionException bug) {
    return switch (bug.getCause()) {
      case RuntimeException unexpected -> unexpected;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(bug);
    };
  }
}
