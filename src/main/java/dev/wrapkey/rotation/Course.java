package dev.wrapkey.rotation;

import dev.wrapkey.preflight.Report;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Patience;
import dev.wrapkey.provisioning.Progress.Event;
import dev.wrapkey.provisioning.Progress.State;
import dev.wrapkey.provisioning.Progress.Wait;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** One run of a rotation: how its steps call the cloud, wait, tell and write down. */
final class Course {

  private final Time time;
  private final Retry.Policy policy;
  private final RotationLedger ledger;
  private final RotationProgress progress;
  private final Cancellation cancellation;
  private RotationStep current = RotationStep.PREFLIGHT;
  private Instant began = Instant.EPOCH;
  private Optional<Report> report = Optional.empty();

  Course(
      Time time,
      Retry.Policy policy,
      RotationLedger ledger,
      RotationProgress progress,
      Cancellation cancellation) {
    this.time = time;
    this.policy = policy;
    this.ledger = ledger;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  RotationLedger ledger() {
    return ledger;
  }

  RotationLedger.Entry entry() {
    return ledger.entry();
  }

  RotationProgress progress() {
    return progress;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  RotationStep current() {
    return current;
  }

  Instant now() {
    return time.now();
  }

  /** What the preflight found, if it was held in this run. */
  Optional<Report> report() {
    return report;
  }

  void found(Report found) {
    report = Optional.of(found);
  }

  /** A step that an earlier run has not ended; one with nothing to do is passed by. */
  void step(RotationStep step, boolean needed, Runnable action) {
    current = step;
    began = time.now();
    cancellation.check();
    if (entry().hasEnded(step)) {
      return;
    }
    ledger.start(step, began);
    if (needed) {
      tell(State.STARTED, "");
    }
    action.run();
    ledger.end(step, time.now());
    tell(needed ? State.ENDED : State.SKIPPED, "");
  }

  void tell(State state, String detail) {
    progress.on(new Event(current.id(), state, detail, elapsed()));
  }

  void waiting(Wait wait) {
    progress.waiting(current.id(), wait);
  }

  /** Since the step began. */
  Duration elapsed() {
    return Duration.between(began, time.now());
  }

  void pause(Duration duration) {
    new Patience(time, cancellation).waitFor(duration);
  }

  /** Calls the cloud, again if need be. */
  <T> T call(Supplier<T> call) {
    return call(policy, call);
  }

  /** Asks for a change, again if need be; also if the account's own right is still on its way. */
  <T> T change(Supplier<T> call) {
    return call(Patient.of(policy), call);
  }

  private <T> T call(Retry.Policy policy, Supplier<T> call) {
    return new Retry(
            time,
            policy,
            (failure, failures, wait) -> {
              tell(State.RETRYING, failure.code());
              waiting(new Wait(failure.code(), failures, policy.attempts(), time.now().plus(wait)));
            })
        .call(cancellation, call);
  }
}
