package dev.wrapkey.provisioning;

import dev.wrapkey.provisioning.Ledger.Presence;
import java.util.function.Supplier;

/**
 * All that a step has at hand.
 *
 * @param cloud where to make the server
 * @param plan what to make
 * @param ledger where to write down what exists
 * @param work how to call, wait and tell
 */
public record StepContext(Cloud cloud, Plan plan, Ledger ledger, Work work) {

  /**
   * Makes a part of the deployment, with its presence in the ledger before and after each request.
   *
   * @param part what is made
   * @param request starts the operation that makes it
   * @throws CloudFailure if it cannot be made; the ledger then says whether it may exist
   */
  void make(ResourceId part, Supplier<RunningOperation> request) {
    work.cancellation().check();
    Presence before = presence(part);
    ledger.part(part, Presence.REQUESTED);
    try {
      work.carryOut(
          () -> {
            RunningOperation operation = request.get();
            ledger.part(part, Presence.CREATING);
            return operation;
          });
    } catch (CloudFailure failure) {
      boolean refused = presence(part) == Presence.REQUESTED && !failure.kind().isSilence();
      ledger.part(part, refused ? before : Presence.REQUESTED);
      throw failure;
    }
    ledger.part(part, Presence.EXISTS);
  }

  /** A part that is there is ours only if an earlier run had asked for it. */
  void claimIfAskedFor(ResourceId part) {
    if (presence(part) != Presence.NONE) {
      ledger.part(part, Presence.EXISTS);
    }
  }

  private Presence presence(ResourceId part) {
    return ledger.entry().made().of(part);
  }
}
