package dev.wrapkey.record;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.provisioning.RunningOperation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** An operation whose end is written down when somebody sees it. */
final class RecordedOperation implements RunningOperation {

  /** They say that we could not ask, and nothing of what we asked after. */
  private static final Set<CloudFailure.Kind> PASSING =
      Set.of(
          CloudFailure.Kind.THROTTLED,
          CloudFailure.Kind.UNREACHABLE,
          CloudFailure.Kind.OFFLINE,
          CloudFailure.Kind.TLS,
          CloudFailure.Kind.SIGN_IN,
          CloudFailure.Kind.BUSY);

  private final RunningOperation operation;
  private final ChangeRecord changes;
  private final String change;
  private final Deed deed;
  private final Supplier<Map<String, String>> look;
  private final AtomicBoolean ended = new AtomicBoolean();

  RecordedOperation(
      RunningOperation operation,
      ChangeRecord changes,
      String change,
      Deed deed,
      Supplier<Map<String, String>> look) {
    this.operation = operation;
    this.changes = changes;
    this.change = change;
    this.deed = deed;
    this.look = look;
  }

  @Override
  public boolean poll() {
    try {
      boolean done = operation.poll();
      if (done && ended.compareAndSet(false, true)) {
        changes.done(change, deed, look.get());
      }
      return done;
    } catch (CloudFailure failure) {
      if (!PASSING.contains(failure.kind()) && ended.compareAndSet(false, true)) {
        changes.refused(change, deed, failure);
      }
      throw failure;
    }
  }

  @Override
  public Duration retryAfter() {
    return operation.retryAfter();
  }

  @Override
  public Optional<Receipt> receipt() {
    return operation.receipt();
  }
}
