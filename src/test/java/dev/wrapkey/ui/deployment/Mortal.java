package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.Victim;
import java.nio.file.Path;

/**
 * A program that deploys, says so when it has got to a certain point, and waits there to be killed.
 */
final class Mortal {

  private Mortal() {}

  /** State folder, server, point. */
  public static void main(String[] arguments) {
    Practice practice = Practice.in(Path.of(arguments[0]));
    Plan plan = plan(practice, arguments[1]);
    Progress deadly = Victim.dyingAt(arguments[2]);
    Ledger ledger =
        Ledger.begin(practice.folder().resolve("deployments"), "d1", plan, practice.time().now());
    deadly.on(new Progress.Event("begin", Progress.State.STARTED, "", java.time.Duration.ZERO));
    new Provisioning(practice.cloud(), practice.time(), Retry.Policy.STANDARD)
        .run(plan, ledger, deadly, new Cancellation());
  }

  static Plan plan(Practice practice, String server) {
    Plan plan = Plans.encrypted(practice, server);
    return plan.withBasics(plan.basics().inGroup("rg-" + server, true));
  }
}
