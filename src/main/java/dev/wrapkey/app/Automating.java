package dev.wrapkey.app;

import dev.wrapkey.cli.Automation;
import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.ProgressLines;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.DeploymentName;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.time.VirtualTime;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** Carries out a plan in the practice cloud, with the same steps as the window. */
final class Automating implements Automation {

  private final Console console;

  Automating(Console console) {
    this.console = console;
  }

  /** As asked for, until somebody ends the program: then the job stops, and what exists is told. */
  @Override
  public int create(Create how) {
    return Stoppable.run(console, FAILED, cancellation -> create(how, cancellation));
  }

  int create(Create how, Cancellation cancellation) {
    double speed = how.speed().instant() ? 0 : how.speed().factor();
    return new Errand(console, how.state(), speed)
        .run(FAILED, place -> create(how, place, cancellation));
  }

  private int create(Create how, Errand.Place place, Cancellation cancellation) {
    Optional<Ledger> ledger =
        ledger(how, place.state().resolve(Session.LEDGER_FOLDER), place.time());
    if (ledger.isEmpty()) {
      console.complain(
          "There is no deployment of "
              + how.plan().basics().name()
              + " to go on with. Leave --resume out to begin one.");
      return BAD_INPUT;
    }
    Provisioning provisioning =
        new Provisioning(place.cloud(), place.time(), Retry.Policy.STANDARD);
    Outcome outcome =
        provisioning.run(how.plan(), ledger.get(), new ProgressLines(console), cancellation);
    return tell(how.plan(), ledger.get(), outcome);
  }

  /** A new ledger, or the newest one of this server that is unfinished. */
  private static Optional<Ledger> ledger(Create how, Path folder, VirtualTime time) {
    return how.resume()
        ? Ledger.unfinished(folder).reversed().stream()
            .filter(ledger -> ledger.entry().id().equals(how.plan().serverId()))
            .findFirst()
        : Optional.of(
            Ledger.begin(
                folder,
                DeploymentName.next(new SecureRandom()),
                how.plan().serverId(),
                time.now()));
  }

  private int tell(Plan plan, Ledger ledger, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Succeeded made -> {
        console.say("created " + made.server().id());
        yield CREATED;
      }
      case Outcome.Failed failed -> {
        Errand.complain(console, failed.failure());
        left(plan, ledger);
        yield FAILED;
      }
      case Outcome.Cancelled _ -> {
        left(plan, ledger);
        yield CANCELLED;
      }
    };
  }

  private void left(Plan plan, Ledger ledger) {
    console.complain(ProgressLines.left(plan, ledger.entry()));
    if (ledger.entry().isUnfinished()) {
      console.complain("To go on, run the same command with --resume.");
    }
  }
}
