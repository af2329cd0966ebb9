package dev.wrapkey.ui.deployment;

import dev.wrapkey.catalog.Catalog;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Copying;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.Victim;
import java.nio.file.Path;

/**
 * A program that deploys, says so when it has got to a certain point, and waits there to be killed.
 */
final class Mortal {

  private Mortal() {}

  /** State folder, point, server, and its source if it is a copy. */
  public static void main(String[] arguments) {
    Practice practice = Practice.in(Path.of(arguments[0]));
    Progress deadly = Victim.dyingAt(arguments[1]);
    Plan plan =
        arguments.length == 3
            ? plan(practice, arguments[2])
            : copy(practice, arguments[2], arguments[3]);
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

  /** The newest restore point of a server under a customer's key. */
  static Plan copy(Practice practice, String server, String source) {
    Server from = practice.server(source);
    Plan plan =
        Copying.of(
            from,
            practice.subscription(Practice.PRODUCTION),
            Catalog.compute(from.summary().sku()),
            Origin.latest(from, Origin.Mode.POINT_IN_TIME),
            from.region());
    return plan.withBasics(plan.basics().named(server))
        .withEncryption(Plans.encrypted(practice, server).encryption());
  }
}
