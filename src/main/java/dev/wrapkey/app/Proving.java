package dev.wrapkey.app;

import dev.wrapkey.cli.CheckJson;
import dev.wrapkey.cli.CheckText;
import dev.wrapkey.cli.Checking;
import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Signature;
import dev.wrapkey.preflight.Preflight;
import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.Subject;
import dev.wrapkey.provisioning.Cancellation;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Checks servers and plans, as the window does. */
final class Proving implements Checking {

  private final Console console;

  Proving(Console console) {
    this.console = console;
  }

  @Override
  public int check(Order order) {
    return new Trip(console, order.where(), 1).run(UNCERTAIN, place -> check(order, place));
  }

  private int check(Order order, Trip.Place place) {
    Optional<Subject> subject = new Targets(place.cloud()).subject(order.target());
    if (subject.isEmpty()) {
      console.complain("There is no such server in the subscriptions that are visible.");
      return BAD_INPUT;
    }
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      return tell(
          new Preflight(place.cloud(), place.time(), executor)
              .run(subject.get(), order.profile(), _ -> {}, new Cancellation()),
          order.json() ? Optional.of(place.signature()) : Optional.empty());
    }
  }

  private int tell(Report report, Optional<Signature> json) {
    json.ifPresentOrElse(
        whose -> console.say(CheckJson.text(report, whose)),
        () -> CheckText.lines(report).forEach(console::say));
    if (report.obstructs()) {
      return OBSTRUCTED;
    }
    return report.isCertain() ? CLEAR : UNCERTAIN;
  }
}
