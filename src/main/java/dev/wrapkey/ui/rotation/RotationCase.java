package dev.wrapkey.ui.rotation;

import dev.wrapkey.preflight.Probe;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.rotation.AzCommand;
import dev.wrapkey.rotation.GuidedRotation;
import dev.wrapkey.rotation.PlannedStep;
import dev.wrapkey.rotation.Retirement;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.RotationOutcome;
import dev.wrapkey.rotation.RotationProgress;
import dev.wrapkey.rotation.SafetyGate;
import dev.wrapkey.rotation.Wrapping;
import dev.wrapkey.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * One rotation as pages show it. It goes on whatever page is open, and a page that is opened later
 * shows the same one. Lives on the screen's thread.
 */
final class RotationCase {

  /** What is being done with it. */
  enum Busy {
    NONE,
    /** It goes on. */
    FORWARD,
    /** It is rolled back. */
    BACK,
    /** Everything that may need the old version is looked at. */
    LOOKING,
    /** The old version is being disabled. */
    RETIRING
  }

  /**
   * What goes on at this moment, as far as it is not in the ledger.
   *
   * @param event the last news of a step
   * @param pause what it waits for before another attempt
   * @param probe the last look whether an identity can use its key
   */
  record News(
      Optional<Progress.Event> event, Optional<Progress.Wait> pause, Optional<Probe> probe) {
    static final News NONE = new News(Optional.empty(), Optional.empty(), Optional.empty());
  }

  private final GuidedRotation engine;
  private final Tasks tasks;
  private final RotationLedger ledger;
  private final RotationTold told;
  private final ReadOnlyObjectWrapper<RotationLedger.Entry> entry;
  private final ReadOnlyObjectWrapper<Busy> busy = new ReadOnlyObjectWrapper<>(Busy.NONE);
  private final ReadOnlyObjectWrapper<News> news = new ReadOnlyObjectWrapper<>(News.NONE);
  private final ReadOnlyObjectWrapper<Optional<Wrapping>> wrapping =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<SafetyGate>> gate =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private Cancellation cancellation = new Cancellation();

  RotationCase(GuidedRotation engine, Tasks tasks, RotationLedger ledger, RotationTold told) {
    this.engine = engine;
    this.tasks = tasks;
    this.ledger = ledger;
    this.told = told;
    entry = new ReadOnlyObjectWrapper<>(ledger.entry());
  }

  /** Begins, or goes on from where it was left. */
  void goOn() {
    if (isIdle() && entry.get().isUnfinished()) {
      told.running(entry.get());
      work(Busy.FORWARD, () -> engine.run(ledger, listener(), cancellation));
    }
  }

  /** Gives the server back what it had. */
  void rollBack() {
    if (isIdle() && entry.get().made().disabled().isEmpty()) {
      told.running(entry.get());
      work(Busy.BACK, () -> engine.rollBack(ledger, listener(), cancellation));
    }
  }

  private void work(Busy what, Supplier<RotationOutcome> job) {
    begin(what);
    gate.set(Optional.empty());
    tasks.run(job::get, this::ended, this::failed);
  }

  private void begin(Busy what) {
    cancellation = new Cancellation(); // not the task's own: the answer after a stop is wanted too
    failure.set(null);
    news.set(News.NONE);
    busy.set(what);
  }

  /** Ends it before its next request; what the service has accepted goes on. */
  void stop() {
    cancellation.cancel();
  }

  private void ended(RotationOutcome outcome) {
    idle();
    told.ended(entry.get(), outcome);
    switch (outcome) {
      case RotationOutcome.Succeeded(_, Optional<Wrapping> seen) -> {
        wrapping.set(seen);
        look();
      }
      case RotationOutcome.Failed(_, CloudFailure why, _) -> failure.set(why);
      case RotationOutcome.Stopped _ -> {}
    }
  }

  /** Looks at everything that may need the old version. */
  void look() {
    if (isIdle() && hasGate()) {
      begin(Busy.LOOKING);
      tasks.run(
          () -> engine.gate(ledger, cancellation),
          seen -> {
            idle();
            gate.set(Optional.of(seen));
          },
          this::failed);
    }
  }

  /** Disables what was left, if that is safe; everything is looked at once more before. */
  void retire() {
    if (isIdle() && hasGate()) {
      begin(Busy.RETIRING);
      tasks.run(() -> engine.disableOldVersion(ledger, cancellation), this::retired, this::failed);
    }
  }

  private void retired(Retirement retirement) {
    idle();
    switch (retirement) {
      case Retirement.Disabled _ -> told.retired(entry.get());
      case Retirement.Refused(SafetyGate closed) -> gate.set(Optional.of(closed));
    }
  }

  private void failed(CloudFailure why) {
    idle();
    failure.set(why);
  }

  private void idle() {
    entry.set(ledger.entry());
    news.set(News.NONE);
    busy.set(Busy.NONE);
  }

  /** Leaves it as it is, for good. */
  void settle() {
    ledger.settle();
    entry.set(ledger.entry());
  }

  private RotationProgress listener() {
    return new RotationProgress() {
      @Override
      public void on(Progress.Event event) {
        RotationLedger.Entry now = ledger.entry();
        tasks.onScreen(
            () -> {
              entry.set(now);
              news.set(new News(Optional.of(event), Optional.empty(), news.get().probe()));
            });
      }

      @Override
      public void waiting(String step, Wait wait) {
        tasks.onScreen(
            () -> news.set(new News(news.get().event(), Optional.of(wait), news.get().probe())));
      }

      @Override
      public void probed(Probe probe) {
        tasks.onScreen(
            () -> news.set(new News(news.get().event(), news.get().pause(), Optional.of(probe))));
      }

      @Override
      public void looked(Wrapping seen) {
        tasks.onScreen(() -> wrapping.set(Optional.of(seen)));
      }
    };
  }

  /**
   * Listens until unsubscribed; begins by telling what there is.
   *
   * @param news is told of everything but failures
   * @param failed is told of failures
   */
  Subscription listen(Runnable news, Consumer<@Nullable CloudFailure> failed) {
    return Subscription.combine(
        entry.subscribe(now -> news.run()),
        busy.subscribe(now -> news.run()),
        this.news.subscribe(now -> news.run()),
        wrapping.subscribe(now -> news.run()),
        failure.subscribe(failed));
  }

  private boolean isIdle() {
    return busy.get() == Busy.NONE;
  }

  /** Whether there is an old version to be disabled one day. */
  boolean hasGate() {
    RotationLedger.Entry now = entry.get();
    return now.phase() == RotationLedger.Phase.SUCCEEDED
        && now.made().disabled().isEmpty()
        && !now.retired().isEmpty();
  }

  /** What the steps do or did. */
  List<PlannedStep> steps() {
    return engine.plan(entry.get());
  }

  /** The commands that disable what was left. */
  List<AzCommand> disabling() {
    return engine.disabling(entry.get());
  }

  /** The command that gives the server back what it had. */
  AzCommand rollingBack() {
    return engine.rollingBack(entry.get());
  }

  ReadOnlyObjectProperty<RotationLedger.Entry> entryProperty() {
    return entry.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Busy> busyProperty() {
    return busy.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<News> newsProperty() {
    return news.getReadOnlyProperty();
  }

  /** Which versions wrap the server's data keys, where that was seen. */
  ReadOnlyObjectProperty<Optional<Wrapping>> wrappingProperty() {
    return wrapping.getReadOnlyProperty();
  }

  /** Whether the old version may be disabled; empty until somebody has looked. */
  ReadOnlyObjectProperty<Optional<SafetyGate>> gateProperty() {
    return gate.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
