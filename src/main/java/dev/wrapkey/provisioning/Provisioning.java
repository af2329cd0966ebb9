package dev.wrapkey.provisioning;

import dev.wrapkey.time.Time;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * The main job: carries out a plan step by step. Checks come before anything is made. Blocks; call
 * it from a background thread and cancel it from another.
 */
public final class Provisioning {

  /** The step that {@link #remove} consists of. */
  public static final String REMOVE_SERVER = "remove-server";

  private static final List<ProvisioningStep> STEPS =
      List.of(
          new CheckName(),
          new CheckKeyAccess(),
          new EnsureResourceGroup(),
          new CreateServer(),
          new AddFirewallRules(),
          new AddAdministrators(),
          new VerifyEncryption());

  private final Cloud cloud;
  private final Time time;
  private final Retry.Policy policy;

  /**
   * @param cloud where to make servers
   * @param time the clock to wait on
   * @param policy which failures to wait out
   */
  public Provisioning(Cloud cloud, Time time, Retry.Policy policy) {
    this.cloud = cloud;
    this.time = time;
    this.policy = policy;
  }

  /** The ids of the steps in the order in which they run. */
  public static List<String> stepIds() {
    return STEPS.stream().map(ProvisioningStep::id).toList();
  }

  /**
   * Makes the server of a plan. With the ledger of an earlier run it goes on where that run ended.
   *
   * @param ledger the deployment's own ledger; afterwards it tells what exists, however the run
   *     ended
   */
  public Outcome run(Plan plan, Ledger ledger, Progress progress, Cancellation cancellation) {
    if (!plan.serverId().equals(ledger.entry().id())) {
      throw new IllegalArgumentException("the ledger is about " + ledger.entry().id());
    }
    Work work = new Work(time, policy, cancellation, progress);
    StepContext context = new StepContext(cloud, plan, ledger, work);
    Job job = new Job(work, ledger::phase);
    return job.run(
        () -> {
          STEPS.forEach(
              step -> job.step(step.id(), step.isNeeded(context), () -> step.run(context)));
          return work.call(() -> cloud.servers().get(plan.serverId()));
        });
  }

  /** Goes on with a deployment that failed, was cancelled or was broken off. */
  public Outcome resume(Plan plan, Ledger ledger, Progress progress, Cancellation cancellation) {
    return run(plan, ledger, progress, cancellation);
  }

  /**
   * Deletes the server that a deployment has made. A resource group that it has made stays: others
   * may have put things into it since. A server that the ledger does not claim is not touched.
   *
   * @throws CloudFailure if it cannot be deleted
   * @throws CancellationException if cancelled
   */
  public void remove(Ledger ledger, Progress progress, Cancellation cancellation) {
    Work work = new Work(time, policy, cancellation, progress);
    ResourceId server = ledger.entry().id();
    boolean ours = ledger.entry().made().hasServer();
    new Job(work, ledger::phase)
        .step(
            REMOVE_SERVER,
            ours,
            () -> {
              new Settling(cloud, work).await(server);
              work.carryOut(() -> cloud.servers().delete(server));
            });
    if (ours) {
      ledger.server(Ledger.Presence.REMOVED);
    }
    ledger.settle();
  }
}
