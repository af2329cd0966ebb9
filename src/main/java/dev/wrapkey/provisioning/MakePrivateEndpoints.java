package dev.wrapkey.provisioning;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Networks.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes the private endpoints of the plan, which lead to the server and so come after it. */
final class MakePrivateEndpoints implements ProvisioningStep {

  static final String ID = "private-endpoints";

  private static final String FAILED = "Failed";
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofHours(1);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean isNeeded(StepContext context) {
    return !context.plan().networking().endpoints().isEmpty();
  }

  @Override
  public void run(StepContext context) {
    for (Plan.PrivateEndpoint wanted : context.plan().networking().endpoints()) {
      context.work().running(wanted.id().name());
      make(context, wanted);
    }
  }

  private static void make(StepContext context, Plan.PrivateEndpoint wanted) {
    Optional<Endpoint> there = settled(context, wanted.id());
    there.ifPresent(endpoint -> requireOurs(endpoint, context.plan().serverId()));
    if (there.filter(endpoint -> !endpoint.state().equals(FAILED)).isEmpty()) {
      context.make(
          wanted.id(),
          () -> context.cloud().networks().createEndpoint(wanted, context.plan().serverId()));
      there = settled(context, wanted.id());
    } else {
      context.claimIfAskedFor(wanted.id());
    }
    requireMade(there, wanted.id());
  }

  private static Optional<Endpoint> settled(StepContext context, ResourceId id) {
    Instant deadline = context.work().now().plus(LONGEST);
    Optional<Endpoint> found = look(context, id);
    while (found.filter(Endpoint::isOnItsWay).isPresent()) {
      if (context.work().now().isAfter(deadline)) {
        throw new CloudFailure(Kind.SERVICE, "TookTooLong", id.toString(), "");
      }
      context.work().pause(BETWEEN_LOOKS);
      found = look(context, id);
    }
    return found;
  }

  private static Optional<Endpoint> look(StepContext context, ResourceId id) {
    return context.work().call(() -> context.cloud().networks().endpoint(id));
  }

  private static void requireOurs(Endpoint there, ResourceId server) {
    if (there.target().filter(server::equals).isEmpty()) {
      throw new CloudFailure(
          Kind.NAME_TAKEN,
          "AlreadyExists",
          Phrases.say("provisioning.endpoint.elsewhere", there.id().name()),
          "");
    }
  }

  private static void requireMade(Optional<Endpoint> there, ResourceId id) {
    String state = there.map(Endpoint::state).orElse("NotFound");
    if (!state.equals("Succeeded")) {
      throw new CloudFailure(Kind.SERVICE, state, id.toString(), "");
    }
  }
}
