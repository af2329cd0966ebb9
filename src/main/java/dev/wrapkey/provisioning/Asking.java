package dev.wrapkey.provisioning;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks for a server until somebody answers. Where no answer came the server may be on its way all
 * the same: asked for once more, it would be busy with itself. So from then on it is looked for
 * first.
 */
final class Asking {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);

  private final StepContext context;
  private boolean unanswered;

  Asking(StepContext context) {
    this.context = context;
  }

  /** Asks once. */
  RunningOperation ask() {
    if (unanswered && look(context).isPresent()) {
      return new Arriving(context);
    }
    try {
      return context.cloud().servers().create(context.plan().asOf(context.work().now()));
    } catch (CloudFailure failure) {
      unanswered |= failure.kind().isSilence();
      throw failure;
    }
  }

  private static Optional<Server> look(StepContext context) {
    try {
      return Optional.of(context.cloud().servers().get(context.plan().serverId()));
    } catch (CloudFailure failure) {
      if (failure.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** A creation whose own account of itself was lost: seen by the server alone. */
  private record Arriving(StepContext context) implements RunningOperation {

    @Override
    public boolean poll() {
      Server server = look(context).orElseThrow(Arriving::gone);
      if (CreateServer.isOnItsWay(server)) {
        return false;
      }
      CreateServer.requireReady(server);
      return true;
    }

    private static CloudFailure gone() {
      return new CloudFailure(
          Kind.SERVICE, "CreationFailed", Phrases.say("provisioning.creation.lost"), "");
    }

    @Override
    public Duration retryAfter() {
      return BETWEEN_LOOKS;
    }
  }
}
