package dev.wrapkey.provisioning;

import dev.wrapkey.time.Time;
import java.util.List;

/**
 * The job of the Data encryption page: gives a server another key, key version or identity, and
 * reads back what it has afterwards. Cancelling ends only our waiting: the service finishes what it
 * has accepted.
 */
public final class KeyChange {

  public static final String CHANGE = "change-key";

  /** The ids of the steps in the order in which they run. */
  public static final List<String> STEP_IDS = List.of(CHANGE, VerifyEncryption.ID);

  private final Cloud cloud;
  private final Time time;
  private final Retry.Policy policy;

  /**
   * @param cloud where the server is
   * @param time the clock to wait on
   * @param policy which failures to wait out
   */
  public KeyChange(Cloud cloud, Time time, Retry.Policy policy) {
    this.cloud = cloud;
    this.time = time;
    this.policy = policy;
  }

  /**
   * Changes key and identity, always together (portal specification BLD-12).
   *
   * @param server a server that was made with a customer-managed key
   * @param wanted key and identity
   */
  public Outcome run(
      ResourceId server, DataEncryption wanted, Progress progress, Cancellation cancellation) {
    KeyIdentifier key = wanted.key().orElseThrow();
    ResourceId identity = wanted.identity().orElseThrow();
    Work work = new Work(time, policy, cancellation, progress);
    Job job = new Job(work, (_, _) -> {});
    return job.run(
        () -> {
          job.step(
              CHANGE,
              true,
              () -> work.carryOut(() -> cloud.servers().changeKey(server, key, identity)));
          return job.step(
              VerifyEncryption.ID,
              () -> verified(work.call(() -> cloud.servers().get(server)), wanted));
        });
  }

  private static Server verified(Server server, DataEncryption wanted) {
    VerifyEncryption.requireAsPlanned(server, wanted);
    return server;
  }
}
