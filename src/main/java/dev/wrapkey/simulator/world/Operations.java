package dev.wrapkey.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Records long-running operations, under the names that Azure gives them (recorded). */
public final class Operations {

  static final String UPSERT = "UpsertServerManagementOperationV2";
  static final String DROP = "DropServerManagementOperation";
  public static final String FIREWALL = "UpsertServerFirewallRulesManagementOperation";
  public static final String DROP_FIREWALL = "DropServerFirewallRulesManagementOperation";

  static final String RESTORE = "RestoreSnapshotManagementOperation";
  static final String REPLICATE = "CreateReadReplicaManagementOperation";
  static final String PROMOTE = "PromoteReadReplicaManagementOperation";
  static final String DROP_REPLICA = "DropReadReplicaManagementOperation";

  private final World world;
  private final Ids ids;

  public Operations(World world, Ids ids) {
    this.world = world;
    this.ids = ids;
  }

  /** The service's words for a server that is doing something else (recorded). */
  static Problem busy(Server server) {
    return new Problem(
        "ServerIsBusy",
        "Cannot complete operation while server '%s' is busy processing another operation. Try again later."
            .formatted(server.id().name()));
  }

  /** An operation that begins now and ends, well or not, after a length of the cloud's time. */
  public Operation start(ArmId target, String name, Duration length, Optional<Problem> problem) {
    Instant now = world.now();
    Operation operation =
        new Operation(ids.guid(), target, name, now, now.plus(length), problem.orElse(null));
    world.operations().put(operation.id(), operation);
    world.horizon().reach(operation.end());
    return operation;
  }
}
