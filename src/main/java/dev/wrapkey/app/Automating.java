package dev.wrapkey.app;

import dev.wrapkey.azure.AzureCloud;
import dev.wrapkey.azure.AzureConnection;
import dev.wrapkey.cli.Automation;
import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.ProgressLines;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DeploymentName;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.StateInUse;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.view.Texts;
import java.io.UncheckedIOException;
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
    Path state = how.state().orElseGet(() -> StateFolder.ofThisMachine().resolve("practice"));
    VirtualTime time =
        new VirtualTime(new SystemTime().now(), how.speed().instant() ? 0 : how.speed().factor());
    try (PracticeCloud practice =
        PracticeCloud.open(state.resolve(Session.PRACTICE_FOLDER), time, new SecureRandom())) {
      Optional<Ledger> ledger = ledger(how, state.resolve(Session.LEDGER_FOLDER), time);
      if (ledger.isEmpty()) {
        console.complain(
            "There is no deployment of "
                + how.plan().basics().name()
                + " to go on with. Leave --resume out to begin one.");
        return BAD_INPUT;
      }
      Provisioning provisioning = new Provisioning(cloud(practice), time, Retry.Policy.STANDARD);
      Outcome outcome =
          provisioning.run(how.plan(), ledger.get(), new ProgressLines(console), cancellation);
      return tell(how.plan(), ledger.get(), outcome);
    } catch (StateInUse busy) {
      console.complain(String.valueOf(busy.getMessage()));
    } catch (UncheckedIOException unusable) {
      console.complain(
          "Wrapkey cannot keep its practice cloud in " + state + " (" + unusable.getCause() + ").");
    }
    return FAILED;
  }

  private static AzureCloud cloud(PracticeCloud practice) {
    return new AzureCloud(
        AzureConnection.servicePrincipal(
            practice.httpClient(),
            PracticeCloud.TENANT,
            PracticeCloud.CLIENT,
            practice.clientSecret()));
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
        CloudFailure why = failed.failure();
        console.complain(Texts.text("failure." + why.kind()));
        console.complain(Texts.text("failure.details", why.code(), why.details()));
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
