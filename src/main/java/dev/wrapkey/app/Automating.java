package dev.wrapkey.app;

import dev.wrapkey.cli.Automation;
import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.ProgressLines;
import dev.wrapkey.cli.Where;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.DeploymentName;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.ui.view.Texts;
import java.security.SecureRandom;
import java.util.Optional;

/** Carries out a plan without the window, with the same steps as the window. */
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
    if (how.where() instanceof Where.Azure && !how.agreed() && !console.isTerminal()) {
      console.complain(Texts.text("signin.console.nobody"));
      return BAD_INPUT;
    }
    double speed = how.speed().instant() ? 0 : how.speed().factor();
    return new Trip(console, how.where(), speed, how.agreed(), cancellation)
        .run(FAILED, place -> create(how, place, cancellation));
  }

  private int create(Create how, Trip.Place place, Cancellation cancellation) {
    if (!isListed(how.plan(), place)) {
      console.complain(Texts.text("signin.console.plan", how.plan().basics().subscription().id()));
      return BAD_INPUT;
    }
    Optional<Ledger> old = unfinished(how, place);
    if (how.resume() && old.isEmpty()) {
      console.complain(
          "There is no deployment of "
              + how.plan().basics().name()
              + " to go on with. Leave --resume out to begin one.");
      return BAD_INPUT;
    }
    if (!place.consent().test(how.plan())) {
      console.complain(Texts.text("signin.console.stopped"));
      return CANCELLED;
    }
    Ledger ledger = old.orElseGet(() -> begun(how.plan(), place));
    Provisioning provisioning =
        new Provisioning(place.cloud(), place.time(), Retry.Policy.STANDARD);
    Outcome outcome =
        provisioning.run(how.plan(), ledger, new ProgressLines(console), cancellation);
    ledger.told();
    return tell(how.plan(), ledger, outcome);
  }

  private static boolean isListed(Plan plan, Trip.Place place) {
    String wanted = plan.basics().subscription().id();
    return place.cloud().directory().subscriptions().stream()
        .anyMatch(each -> each.id().equalsIgnoreCase(wanted));
  }

  /** The newest one of this server that is to be gone on with. */
  private static Optional<Ledger> unfinished(Create how, Trip.Place place) {
    return how.resume()
        ? Ledger.unfinished(place.deployments()).reversed().stream()
            .filter(ledger -> ledger.entry().id().equals(how.plan().serverId()))
            .findFirst()
        : Optional.empty();
  }

  private static Ledger begun(Plan plan, Trip.Place place) {
    return Ledger.begin(
        place.deployments(), DeploymentName.next(new SecureRandom()), plan, place.time().now());
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
