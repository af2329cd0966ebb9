package dev.wrapkey.simulator.world;

import java.time.Duration;
import java.util.Optional;

/** Starts, stops and restarts servers. Names of operations are recorded (2022-12-01). */
public final class ServerPower {

  private static final Duration LENGTH = Duration.ofMinutes(1);
  private static final Duration REFUSED = Duration.ofSeconds(10);

  private final World world;
  private final Operations operations;

  public ServerPower(World world, Ids ids) {
    this.world = world;
    this.operations = new Operations(world, ids);
  }

  /** What can be done. */
  public enum Act {
    START("StartServerManagementOperation", "Stopped", "Starting", "Ready"),
    STOP("StopServerManagementOperation", "Ready", "Stopping", "Stopped"),
    RESTART("RestartServerManagementOperation", "Ready", "Restarting", "Ready");

    private final String operation;
    private final String before;
    private final String during;
    private final String after;

    Act(String operation, String before, String during, String after) {
      this.operation = operation;
      this.before = before;
      this.during = during;
      this.after = after;
    }
  }

  /** Begins it; a server in another state than the one it starts from fails late. */
  public Operation begin(Server server, Act act) {
    if (!server.state(world.now()).equals(act.before)) {
      return operations.start(
          server.id(), act.operation, REFUSED, Optional.of(Operations.busy(server)));
    }
    Lifecycle life = Lifecycle.passing(world.now(), act.during, LENGTH, act.after);
    world.servers().put(server.id().key(), server.with(life));
    return operations.start(server.id(), act.operation, LENGTH, Optional.empty());
  }
}
