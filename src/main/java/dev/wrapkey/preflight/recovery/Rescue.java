package dev.wrapkey.preflight.recovery;

import dev.wrapkey.preflight.Repair;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Patience;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.time.Time;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** Does what brings a server back, once a person has said so. Blocks. Thread-safe. */
public final class Rescue {

  private final Cloud cloud;
  private final Time time;
  private final Repair repair;

  /**
   * @param time the cloud's clock, to wait on
   */
  public Rescue(Cloud cloud, Time time) {
    this.cloud = cloud;
    this.time = time;
    this.repair = new Repair(cloud, time);
  }

  /**
   * Does anything but {@link Act.Point}, which outlives the program, and waits until the service
   * has done it; not until the server has noticed.
   *
   * @throws CloudFailure if it is refused
   * @throws CancellationException if cancelled or interrupted; what the service has accepted goes
   *     on
   */
  public void run(Act act, Cancellation cancellation) {
    switch (act) {
      case Act.Mend(var remedy) -> repair.apply(remedy, cancellation);
      case Act.RecoverKey(var key) -> finish(() -> cloud.keyLife().recover(key), cancellation);
      case Act.RecoverVault(var store) ->
          finish(() -> cloud.storeLife().recover(store), cancellation);
      case Act.Activate(var version, var from) ->
          edit(version, new KeyEdit(none(), Optional.of(from), none(), none()), cancellation);
      case Act.Permit(var version, var operations) ->
          edit(version, new KeyEdit(none(), none(), none(), Optional.of(operations)), cancellation);
      case Act.Point _ ->
          throw new IllegalArgumentException("a change of keys is written down before: KeyChange");
      case Act.Revalidate(var server) ->
          finish(() -> cloud.servers().changeKey(server.id(), server.encryption()), cancellation);
    }
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private void edit(KeyIdentifier version, KeyEdit edit, Cancellation cancellation) {
    retry().call(cancellation, () -> cloud.keyLife().edit(version, edit));
  }

  private Retry retry() {
    return new Retry(time, Retry.Policy.STANDARD, (_, _, _) -> {});
  }

  private void finish(Supplier<RunningOperation> start, Cancellation cancellation) {
    RunningOperation operation = retry().call(cancellation, start);
    while (!retry().call(cancellation, operation::poll)) {
      new Patience(time, cancellation).waitFor(operation.retryAfter());
    }
  }
}
