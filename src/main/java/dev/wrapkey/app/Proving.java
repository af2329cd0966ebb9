package dev.wrapkey.app;

import dev.wrapkey.azure.AzureCloud;
import dev.wrapkey.azure.AzureConnection;
import dev.wrapkey.cli.CheckJson;
import dev.wrapkey.cli.CheckText;
import dev.wrapkey.cli.Checking;
import dev.wrapkey.cli.Console;
import dev.wrapkey.preflight.Preflight;
import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.Subject;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.StateInUse;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.view.Texts;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Checks servers and plans in the practice cloud, as the window does. */
final class Proving implements Checking {

  private final Console console;

  Proving(Console console) {
    this.console = console;
  }

  @Override
  public int check(Order order) {
    Path state = order.state().orElseGet(() -> StateFolder.ofThisMachine().resolve("practice"));
    VirtualTime time = new VirtualTime(new SystemTime().now(), 1);
    try (PracticeCloud practice =
            PracticeCloud.open(state.resolve(Session.PRACTICE_FOLDER), time, new SecureRandom());
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Cloud cloud = cloud(practice);
      Optional<Subject> subject = new Targets(cloud).subject(order.target());
      if (subject.isEmpty()) {
        console.complain("There is no such server in the subscriptions that are visible.");
        return BAD_INPUT;
      }
      return tell(
          new Preflight(cloud, time, executor)
              .run(subject.get(), order.profile(), _ -> {}, new Cancellation()),
          order.json());
    } catch (CloudFailure failure) {
      console.complain(Texts.text("failure." + failure.kind()));
      console.complain(Texts.text("failure.details", failure.code(), failure.details()));
    } catch (StateInUse busy) {
      console.complain(String.valueOf(busy.getMessage()));
    } catch (UncheckedIOException unusable) {
      console.complain(
          "Wrapkey cannot keep its practice cloud in " + state + " (" + unusable.getCause() + ").");
    }
    return UNCERTAIN;
  }

  private static Cloud cloud(PracticeCloud practice) {
    return new AzureCloud(
        AzureConnection.servicePrincipal(
            practice.httpClient(),
            PracticeCloud.TENANT,
            PracticeCloud.CLIENT,
            practice.clientSecret()));
  }

  private int tell(Report report, boolean json) {
    if (json) {
      console.say(CheckJson.text(report));
    } else {
      CheckText.lines(report).forEach(console::say);
    }
    if (report.obstructs()) {
      return OBSTRUCTED;
    }
    return report.isCertain() ? CLEAR : UNCERTAIN;
  }
}
