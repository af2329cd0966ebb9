package dev.wrapkey.preflight;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How one preflight asks the cloud: again if need be, but not for long, for a person waits.
 *
 * @param cloud who is asked
 * @param time the cloud's clock
 * @param cancellation ends it
 */
record Inquiry(Cloud cloud, Time time, Cancellation cancellation) {

  private static final Retry.Policy SHORT =
      new Retry.Policy(
          3,
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Set.of(CloudFailure.Kind.THROTTLED, CloudFailure.Kind.UNREACHABLE));

  <T> T ask(Function<Cloud, T> question) {
    return new Retry(time, SHORT, (_, _, _) -> {}).call(cancellation, () -> question.apply(cloud));
  }

  /** As {@link #ask}; empty if there is no such thing. */
  <T> Optional<T> find(Function<Cloud, T> question) {
    try {
      return Optional.of(ask(question));
    } catch (CloudFailure failure) {
      if (failure.kind() == CloudFailure.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  Instant now() {
    return time.now();
  }
}
