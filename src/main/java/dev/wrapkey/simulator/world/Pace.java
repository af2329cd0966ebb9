package dev.wrapkey.simulator.world;

import dev.wrapkey.time.Time;
import dev.wrapkey.time.VirtualTime;
import java.time.Duration;

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

  Pace(Time time) {
    this.time = time;
  }

  /** From the making of a role assignment to its effect. */
  public Duration roleAssignment() {
    return unlessStanding(ROLE);
  }

  /** From the deletion of a key until it can be seen among the deleted ones. */
  public Duration keyDeletion() {
    return unlessStanding(KEY_DELETION);
  }

  /** How long a new vault is {@code RegisteringDns}. */
  public Duration vaultCreation() {
    return unlessStanding(VAULT_CREATION);
  }

  public Duration vaultPurge() {
    return unlessStanding(VAULT_PURGE);
  }

  private Duration unlessStanding(Duration length) {
    return time instanceof VirtualTime clock && clock.speed() == 0 ? Duration.ZERO : length;
  }
}
