package dev.wrapkey.simulator.world;

import dev.wrapkey.time.Time;
import dev.wrapkey.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;

/**
 * How long Azure takes to let a change have its effect, in the cloud's time. While the cloud's
 * clock stands still there is no delay: nothing would ever let it pass. The lengths are invented,
 * that there is one is documented.
 */
public final class Pace {

  private static final Duration ROLE = Duration.ofMinutes(2);
  private static final Duration KEY_DELETION = Duration.ofSeconds(10);
  private static final Duration VAULT_CREATION = Duration.ofSeconds(15);
  private static final Duration VAULT_PURGE = Duration.ofSeconds(30);

  private final Time time;
  private final Horizon horizon;

  Pace(Time time, Horizon horizon) {
    this.time = time;
    this.horizon = horizon;
  }

  /** When a role assignment that is made now has its effect. */
  public Instant roleAssignment() {
    return end(ROLE);
  }

  /** When a role assignment of a moment ago has its effect, even while the clock stands still. */
  Instant propagation() {
    Instant end = time.now().plus(ROLE);
    horizon.reach(end);
    return end;
  }

  /** When a key that is deleted now can be seen among the deleted ones. */
  public Instant keyDeletion() {
    return end(KEY_DELETION);
  }

  /** Until when a vault that is made now is {@code RegisteringDns}. */
  public Instant vaultCreation() {
    return end(VAULT_CREATION);
  }

  /** When a purge of a vault that is begun now is over. */
  public Instant vaultPurge() {
    return end(VAULT_PURGE);
  }

  private Instant end(Duration length) {
    boolean standing = time instanceof VirtualTime clock && clock.speed() == 0;
    Instant end = standing ? time.now() : time.now().plus(length);
    horizon.reach(end);
    return end;
  }
}
