package dev.wrapkey.provisioning;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Ledger.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes the server, or waits for the one that an earlier run has asked for. */
final class CreateServer implements ProvisioningStep {

  static final String ID = "create-server";

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofHours(2);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void run(StepContext context) {
    boolean found = context.ledger().entry().server().isThere() && takeUp(context);
    if (!found) {
      create(context);
    }
    context.ledger().server(Presence.EXISTS);
  }

  // No ledger holds the password: whoever takes up a deployment after a restart has to ask for it.
  private static void requirePassword(Plan plan) {
    if (plan.lacksPassword()) {
      throw new CloudFailure(
          Kind.INVALID, Provisioning.PASSWORD_NEEDED, Phrases.say("provisioning.password"), "");
    }
  }

  /** Goes on where an earlier run ended; false if there is nothing to go on with. */
  private static boolean takeUp(StepContext context) {
    Ledger.Entry entry = context.ledger().entry();
    if (entry.server() == Presence.CREATING && entry.notes().receipt().isPresent()) {
      follow(context, entry.notes().receipt().get());
    }
    return awaitExisting(context);
  }

  // The operation knows why it fails; the server it leaves behind does not.
  private static void follow(StepContext context, Receipt receipt) {
    ResourceId server = context.plan().serverId();
    try {
      context.work().await(context.cloud().servers().follow(server, receipt));
    } catch (CloudFailure failure) {
      if (failure.kind() != Kind.NOT_FOUND) {
        context.ledger().server(whatIsLeft(context, failure));
        throw failure;
      }
    }
  }

  private static void create(StepContext context) {
    context.work().cancellation().check();
    requirePassword(context.plan());
    context.ledger().server(Presence.REQUESTED);
    Asking asking = new Asking(context);
    try {
      context
          .work()
          .carryOut(
              () -> {
                RunningOperation operation = asking.ask();
                context.ledger().accepted(operation.receipt());
                return operation;
              });
    } catch (CloudFailure failure) {
      context.ledger().server(whatIsLeft(context, failure));
      throw failure;
    }
  }

  // A refused request made nothing, and what bears the name is not ours; after anything else only a
  // look can tell.
  private static Presence whatIsLeft(StepContext context, CloudFailure failure) {
    Presence known = context.ledger().entry().server();
    if (known == Presence.REQUESTED && !failure.kind().isSilence()) {
      return Presence.NONE;
    }
    try {
      return look(context)
          .map(server -> isOnItsWay(server) ? Presence.CREATING : Presence.EXISTS)
          .orElse(Presence.NONE);
    } catch (CloudFailure _) {
      return known;
    }
  }

  private static Optional<Server> look(StepContext context) {
    try {
      return Optional.of(
          context.work().call(() -> context.cloud().servers().get(context.plan().serverId())));
    } catch (CloudFailure failure) {
      if (failure.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** Waits for the server to be ready; false if there is none (any more). */
  private static boolean awaitExisting(StepContext context) {
    Instant deadline = context.work().now().plus(LONGEST);
    Optional<Server> server = look(context);
    while (server.filter(CreateServer::isOnItsWay).isPresent()) {
      if (context.work().now().isAfter(deadline)) {
        throw new CloudFailure(
            Kind.SERVICE,
            "TookTooLong",
            Phrases.say("provisioning.slow.server", LONGEST.toHours()),
            "");
      }
      context.work().running(server.get().state());
      context.work().pause(BETWEEN_LOOKS);
      server = look(context);
    }
    server.ifPresent(CreateServer::requireReady);
    return server.isPresent();
  }

  static void requireReady(Server server) {
    switch (server.state()) {
      case "Ready" -> {}
      case "Inaccessible" ->
          throw new CloudFailure(Kind.KEY_UNUSABLE, "Inaccessible", server.id().toString(), "");
      default -> throw new CloudFailure(Kind.SERVICE, server.state(), server.id().toString(), "");
    }
  }

  /** Whether Azure is still changing the server by itself. */
  static boolean isOnItsWay(Server server) {
    return switch (server.state()) {
      case "Provisioning", "Updating", "Starting", "Restarting", "" -> true;
      default -> false;
    };
  }
}
