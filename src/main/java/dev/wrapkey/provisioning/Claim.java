package dev.wrapkey.provisioning;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Ledger.Presence;
import java.util.function.Supplier;

/**
 * Something that a deployment makes beside its server, and how it is written down: before it is
 * asked for, and after.
 */
record Claim(StepContext context, ResourceId id) {

  /** It is there. It is ours only if an earlier run had asked for it. */
  void ifAskedFor() {
    if (presence() != Presence.NONE) {
      context.ledger().part(id, Presence.EXISTS);
    }
  }

  /** Makes it. A refusal made nothing; after anything else it may exist. */
  void make(Supplier<RunningOperation> start) {
    context.work().cancellation().check();
    context.ledger().part(id, Presence.REQUESTED);
    try {
      context
          .work()
          .carryOut(
              () -> {
                RunningOperation operation = start.get();
                context.ledger().part(id, Presence.CREATING);
                return operation;
              });
    } catch (CloudFailure failure) {
      if (presence() == Presence.REQUESTED && failure.kind() != Kind.UNREACHABLE) {
        context.ledger().part(id, Presence.NONE);
      }
      throw failure;
    }
    context.ledger().part(id, Presence.EXISTS);
  }

  private Presence presence() {
    return context.ledger().entry().made().of(id);
  }
}
