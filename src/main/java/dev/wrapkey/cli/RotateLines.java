package dev.wrapkey.cli;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Probe;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.rotation.AzCommand;
import dev.wrapkey.rotation.Deed;
import dev.wrapkey.rotation.PlannedStep;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.RotationProgress;
import dev.wrapkey.rotation.RotationStep;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** A rotation told at the console: before each step what it will do, after it how it went. */
public final class RotateLines implements RotationProgress {

  private static final String INDENT = "             ";

  private final Console console;
  private final Supplier<List<PlannedStep>> plan;

  /**
   * @param plan what the steps do, with what is known by now
   */
  public RotateLines(Console console, Supplier<List<PlannedStep>> plan) {
    this.console = console;
    this.plan = plan;
  }

  @Override
  public void on(Event event) {
    switch (event.state()) {
      case STARTED -> begin(event.step());
      case RUNNING -> console.pass(head(event) + "… " + time(event.elapsed()));
      case RETRYING -> console.say(head(event) + "waits: " + event.detail());
      case ENDED -> console.say(head(event) + "done, " + time(event.elapsed()));
      case SKIPPED -> console.say(head(event) + "nothing to do");
      case FAILED -> console.say(head(event) + "failed: " + event.detail());
      case CANCELLED -> console.say(head(event) + "stopped");
    }
  }

  @Override
  public void accepted(String step, Receipt receipt) {
    console.say(
        "%-13sAzure has accepted it (correlation id %s)".formatted(step, receipt.correlationId()));
  }

  @Override
  public void checked(Check check) {
    if (check.obstructs()) {
      console.say("%sfailed %s %s".formatted(INDENT, check.rule(), check.message()));
    }
  }

  @Override
  public void probed(Probe probe) {
    console.pass(
        "%-13slook %d, %s: %s"
            .formatted(
                RotationStep.REACH.id(),
                probe.looks(),
                time(probe.elapsed()),
                probe.seen().message()));
  }

  private void begin(String step) {
    plan.get().stream().filter(planned -> planned.step().id().equals(step)).forEach(this::announce);
  }

  private void announce(PlannedStep planned) {
    planned
        .deeds()
        .forEach(deed -> console.say("%-13s%s".formatted(planned.step().id(), words(deed))));
    planned.commands().stream().map(AzCommand::bash).forEach(az -> console.say(INDENT + az));
  }

  private static String words(Deed deed) {
    return switch (deed) {
      case Deed.Check it -> "holds every rule against what there is for " + it.server().name();
      case Deed.MakeVersion it -> "makes a new version of " + it.key();
      case Deed.AwaitAccess it ->
          "waits until %s can use %s".formatted(it.identity().name(), it.key());
      case Deed.Send it -> "gives " + it.server().name() + " its new keys";
      case Deed.AwaitFollowing it ->
          "waits until the server has adopted the newest version of %s by itself"
              .formatted(it.key());
      case Deed.ReadBack it ->
          "reads %s back%s"
              .formatted(
                  it.server().name(),
                  it.provable()
                      ? " and looks which version wraps its data keys"
                      : "; which version wraps its data keys the service does not show");
    };
  }

  private static String head(Event event) {
    return "%-13s".formatted(event.step());
  }

  private static String time(Duration elapsed) {
    return "%d:%02d".formatted(elapsed.toMinutes(), elapsed.toSecondsPart());
  }

  /** What there is of a rotation that did not come to its end. */
  public static String left(RotationLedger.Entry entry) {
    return "The rotation %s is %s. --resume goes on with it, --roll-back goes back."
        .formatted(entry.id(), entry.phase().name().toLowerCase(java.util.Locale.ROOT));
  }
}
