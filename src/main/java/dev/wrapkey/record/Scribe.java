package dev.wrapkey.record;

import dev.wrapkey.provisioning.Change;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Correlation;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.provisioning.RunningOperation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes down what is asked for, asks for it, and writes down what came of it. */
final class Scribe {

  private final Cloud cloud;
  private final String name;
  private final ChangeRecord changes;
  private final Glance glance;
  private volatile Deed.Account account = Deed.Account.UNKNOWN;

  Scribe(Cloud cloud, String name, ChangeRecord changes) {
    this.cloud = cloud;
    this.name = name;
    this.changes = changes;
    this.glance = new Glance(cloud);
  }

  /** Makes a change, recorded. */
  @Nullable Object write(Order order, Supplier<@Nullable Object> call) {
    Deed deed = new Deed(order.act(), order.change().value(), order.target(), account(), name);
    Supplier<Map<String, String>> look = () -> glance.at(order.change().of(), order.arguments());
    String change = changes.begin(deed, look.get(), order.wanted());
    try {
      return answered(change, deed, look, Correlation.during(change, call));
    } catch (CloudFailure failure) {
      changes.refused(change, deed, failure);
      throw failure;
    } catch (CancellationException cancelled) {
      changes.brokenOff(change, deed, "cancelled");
      throw cancelled;
    }
  }

  private @Nullable Object answered(
      String change, Deed deed, Supplier<Map<String, String>> look, @Nullable Object answer) {
    if (answer instanceof RunningOperation operation) {
      changes.accepted(change, deed, operation.receipt().map(Receipt::correlationId).orElse(""));
      return new RecordedOperation(operation, changes, change, deed, look);
    }
    Map<String, String> told = Values.of(answer);
    changes.done(change, deed, told.isEmpty() ? look.get() : told);
    return answer;
  }

  /** Takes up a change that an earlier run of the program has begun, if the record knows it. */
  RunningOperation follow(RunningOperation operation, List<Object> arguments) {
    Optional<Line> accepted =
        arguments.stream()
            .filter(Receipt.class::isInstance)
            .map(Receipt.class::cast)
            .flatMap(receipt -> changes.accepted(receipt.correlationId()).stream())
            .findFirst();
    return accepted
        .<RunningOperation>map(
            line ->
                new RecordedOperation(
                    operation,
                    changes,
                    line.change(),
                    line.deed(),
                    () -> glance.at(Change.Subject.SERVER, arguments)))
        .orElse(operation);
  }

  private Deed.Account account() {
    Deed.Account known = account;
    if (known != Deed.Account.UNKNOWN) {
      return known;
    }
    try {
      Plan.Administrator signedIn = cloud.directory().signedIn();
      account = new Deed.Account(signedIn.name(), signedIn.objectId());
      return account;
    } catch (CloudFailure _) {
      return Deed.Account.UNKNOWN; // said to be unknown, and asked for again next time
    }
  }
}
