package dev.wrapkey.provisioning;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** How a step calls the cloud, waits for it and tells about it. One step at a time, one thread. */
public final class Work {

  // The service gives up far earlier; this only keeps a broken one from holding us for ever.
  private static final Duration LONGEST = Duration.ofHours(2);

  private final Time time;
  private final Retry.Policy policy;
  private final Cancellation cancellation;
  private final Progress progress;
  private String step = "";
  private Instant began = Instant.EPOCH;

  Work(Time time, Retry.Policy policy, Cancellation cancellation, Progress progress) {
    this.time = time;
    this.policy = policy;
    this.cancellation = cancellation;
    this.progress = progress;
  }

  void begin(String newStep) {
    step = newStep;
    began = time.now();
  }

  void tell(Progress.State state, String detail) {
    progress.on(new Progress.Event(step, state, detail, Duration.between(began, time.now())));
  }

  public Instant now() {
    return time.now();
  }

  public Cancellation cancellation() {
    return cancellation;
  }

  /** Tells what the service says it is doing. */
  public void running(String detail) {
    tell(Progress.State.RUNNING, detail);
  }

  /** Calls the cloud, again if need be. */
  public <T> T call(Supplier<T> call) {
    return retry(policy).call(cancellation, call);
  }

  /** Waits on the job's clock; ends early if cancelled. */
  public void pause(Duration duration) {
    new Patience(time, cancellation).waitFor(duration);
  }

  /**
   * Starts an operation and waits until it has ended well. An operation that fails for a passing
   * reason is started again: the service accepts first and finds out later that the server is busy.
   */
  public void carryOut(Supplier<RunningOperation> start) {
    carryOut(start, policy);
  }

  /**
   * The same with another patience for what is busy; the network is waited for as always.
   *
   * @param busy how often to start again
   */
  void carryOut(Supplier<RunningOperation> start, Retry.Policy busy) {
    Retry transport = retry(policy.transportOnly());
    retry(busy.withoutTransport())
        .call(
            cancellation,
            () -> {
              finish(transport.call(cancellation, start), transport);
              return true;
            });
  }

  /** Waits until an operation that is under way already has ended well. */
  public void await(RunningOperation operation) {
    finish(operation, retry(policy.transportOnly()));
  }

  private void finish(RunningOperation operation, Retry transport) {
    operation.receipt().ifPresent(receipt -> progress.accepted(step, receipt));
    Instant deadline = time.now().plus(LONGEST);
    while (!transport.call(cancellation, operation::poll)) {
      if (time.now().isAfter(deadline)) {
        throw new CloudFailure(
            Kind.SERVICE,
            "TookTooLong",
            Phrases.say("provisioning.slow.operation", LONGEST.toHours()),
            "");
      }
      running("");
      pause(operation.retryAfter());
    }
  }

  private Retry retry(Retry.Policy kinds) {
    return new Retry(
        time,
        kinds,
        (failure, failures, wait) -> {
          tell(Progress.State.RETRYING, failure.code());
          progress.waiting(
              step,
              new Progress.Wait(failure.code(), failures, kinds.attempts(), time.now().plus(wait)));
        });
  }
}
