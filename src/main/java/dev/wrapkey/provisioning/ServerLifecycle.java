package dev.wrapkey.provisioning;

import dev.wrapkey.time.Time;

/**
 * Starts, stops, restarts and deletes servers. Blocks; call it from a background thread. Cancelling
 * ends only our waiting: the service finishes what it has accepted.
 */
public final class ServerLifecycle {

  /** What can be done with a server. */
  public enum Act {
    START,
    STOP,
    RESTART,
    DELETE;

    /**
     * Whether the service would accept it in a state, in the API's word; a server that is being
     * changed has to be waited for.
     */
    public boolean isPossibleIn(String state) {
      return switch (this) {
        case START -> state.equals("Stopped");
        case STOP, RESTART -> state.equals("Ready");
        case DELETE -> !state.equals("Dropping") && !state.isEmpty();
      };
    }
  }

  private final Cloud cloud;
  private final Time time;
  private final Retry.Policy policy;

  /**
   * @param cloud where the servers are
   * @param time the clock to wait on
   * @param policy which failures to wait out
   */
  public ServerLifecycle(Cloud cloud, Time time, Retry.Policy policy) {
    this.cloud = cloud;
    this.time = time;
    this.policy = policy;
  }

  /**
   * Does it and waits until the service has done it.
   *
   * @throws CloudFailure if the service refuses or fails
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public void run(ResourceId server, Act act, Progress progress, Cancellation cancellation) {
    Work work = new Work(time, policy, cancellation, progress);
    work.begin(act.name());
    work.carryOut(() -> start(server, act));
  }

  private RunningOperation start(ResourceId server, Act act) {
    return switch (act) {
      case START -> cloud.servers().start(server);
      case STOP -> cloud.servers().stop(server);
      case RESTART -> cloud.servers().restart(server);
      case DELETE -> cloud.servers().delete(server);
    };
  }
}
