package dev.wrapkey.provisioning;

import dev.wrapkey.time.Time;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * The main job: carries out a plan step by step. Checks come before anything is made. Blocks; call
 * it from a background thread and cancel it from another.
 */
public final class Provisioning {

  /**
   * The code of the failure of a deployment that was taken up without a password, where the server
   * had not been asked for.
   */
  public static final String PASSWORD_NEEDED = "PasswordNeeded";

  /** The step that {@link #remove} consists of. */
  public static final String REMOVE_SERVER = "remove-server";

  private static final List<ProvisioningStep> STEPS =
      List.of(
          new CheckName(),
          new CheckKeyAccess(),
          new EnsureResourceGroup(),
          new LinkZone(),
          new CreateServer(),
          new AddFirewallRules(),
          new AddAdministrators(),
          new MakePrivateEndpoints(),
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
   * @return failed with {@link Hold#ELSEWHERE} where another run works on the same deployment
   * @param ledger the deployment's own ledger; afterwards it tells what exists, however the run
   *     ended
   */
  public Outcome run(Plan plan, Ledger ledger, Progress progress, Cancellation cancellation) {
    if (!plan.serverId().equals(ledger.entry().id())) {
      throw new IllegalArgumentException("the ledger is about " + ledger.entry().id());
    }
    Work work = new Work(time, policy, cancellation, progress);
    StepContext context = new StepContext(cloud, plan, ledger, work);
    Job job = new Job(work, (phase, step) -> ledger.phase(phase, step, time.now()));
    try (Hold hold = ledger.hold().orElse(null)) {
      if (hold == null) {
        return new Outcome.Failed(stepIds().getFirst(), Hold.elsewhere(plan.serverId().name()));
      }
      ledger.run();
      return job.run(() -> carryOut(context, job));
    }
  }

  private Server carryOut(StepContext context, Job job) {
    try {
      STEPS.forEach(step -> job.step(step.id(), step.isNeeded(context), () -> step.run(context)));
      return context.work().call(() -> cloud.servers().get(context.plan().serverId()));
    } catch (CloudFailure failure) {
      Secret password = context.plan().basics().authentication().password();
      context.ledger().refused(Refusal.of(failure, password));
      throw failure;
    }
  }

  /** Goes on with a deployment that failed, was cancelled or was broken off. */
  public Outcome resume(Plan plan, Ledger ledger, Progress progress, Cancellation cancellation) {
    return run(plan, ledger, progress, cancellation);
  }

  /**
   * Deletes the server that a deployment has made, with the private endpoints that it has made for
   * it. A resource group that it has made stays, as does a link of a zone: others may rely on them
   * since. A server that the ledger does not claim is not touched.
   *
   * @throws CloudFailure if it cannot be deleted, or another program works on the deployment
   * @throws CancellationException if cancelled
   */
  public void remove(Ledger ledger, Progress progress, Cancellation cancellation) {
    Work work = new Work(time, policy, cancellation, progress);
    try (Hold hold = ledger.hold().orElse(null)) {
      if (hold == null) {
        throw Hold.elsewhere(ledger.entry().id().name());
      }
      removeHeld(ledger, work);
    }
  }

  private void removeHeld(Ledger ledger, Work work) {
    Ledger.Phase before = ledger.entry().phase();
    String step = ledger.entry().step();
    boolean ended = false;
    try {
      remove(ledger, work);
      ended = true;
    } finally {
      if (!ended) {
        ledger.phase(before, step, time.now());
      }
    }
    ledger.settle();
  }

  private void remove(Ledger ledger, Work work) {
    ResourceId server = ledger.entry().id();
    boolean ours = ledger.entry().made().hasServer();
    new Job(work, (phase, step) -> ledger.phase(phase, step, time.now()))
        .step(
            REMOVE_SERVER,
            ours,
            () -> {
              removeEndpoints(work, ledger);
              new Settling(cloud, work).await(server);
              work.carryOut(() -> cloud.servers().delete(server));
            });
    if (ours) {
      ledger.server(Ledger.Presence.REMOVED);
      ledger.entry().made().parts().stream()
          .filter(part -> part.id().parent().equals(server))
          .forEach(part -> ledger.part(part.id(), Ledger.Presence.REMOVED));
    }
  }

  private void removeEndpoints(Work work, Ledger ledger) {
    for (Ledger.Part part : ledger.entry().made().parts()) {
      if (part.presence().isThere() && part.id().type().equals(ResourceId.PRIVATE_ENDPOINT)) {
        work.carryOut(() -> cloud.networks().deleteEndpoint(part.id()));
        ledger.part(part.id(), Ledger.Presence.REMOVED);
      }
    }
  }
}
