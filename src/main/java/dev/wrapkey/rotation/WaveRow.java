package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.Refusal;
import dev.wrapkey.provisioning.ResourceId;
import java.time.Instant;
import java.util.Optional;

/**
 * One server of many, as it is now.
 *
 * @param server which
 * @param region the short name of its region
 * @param wave the wave it belongs to; 0 is that of the canaries
 * @param order what shall be done with it
 * @param entry its own ledger; empty while it waits
 */
public record WaveRow(
    ResourceId server,
    String region,
    int wave,
    RotationOrder order,
    Optional<RotationLedger.Entry> entry) {

  /** How far it is. */
  public enum State {
    WAITING,
    /** Under way, or broken off by a crash. */
    RUNNING,
    SUCCEEDED,
    FAILED,
    STOPPED,
    ROLLED_BACK
  }

  public State state() {
    return entry
        .map(
            e ->
                switch (e.phase()) {
                  case RUNNING -> State.RUNNING;
                  case SUCCEEDED -> State.SUCCEEDED;
                  case FAILED -> State.FAILED;
                  case STOPPED -> State.STOPPED;
                  case ROLLED_BACK -> State.ROLLED_BACK;
                })
        .orElse(State.WAITING);
  }

  /** Whether nothing more is to be done with it. */
  boolean isOver() {
    return state() == State.SUCCEEDED || state() == State.ROLLED_BACK;
  }

  /** The step that is under way or was last. */
  public Optional<RotationStep> step() {
    return entry.flatMap(e -> e.stand().step());
  }

  /** The key that it had, with the version where that is known. */
  public KeyIdentifier from() {
    return entry
        .flatMap(e -> e.left(Purpose.PRIMARY))
        .orElseGet(() -> order.base().key().orElseThrow());
  }

  /** The key that it has in the end, with the version where that is known. */
  public KeyIdentifier to() {
    return entry
        .flatMap(e -> e.reached(Purpose.PRIMARY))
        .orElseGet(() -> order.wanted().key().orElseThrow());
  }

  public Optional<Instant> started() {
    return entry.map(RotationLedger.Entry::begun);
  }

  public Optional<Instant> ended() {
    return entry.flatMap(e -> e.stand().ended());
  }

  /** Why it failed, if it has. */
  public Optional<Refusal> refusal() {
    return entry.flatMap(e -> e.stand().refusal());
  }
}
