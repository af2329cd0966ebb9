package dev.wrapkey.cli;

import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;

/**
 * A deployment told at the console, a line for everything that happens. At a terminal the time that
 * a step takes runs in a line of its own; elsewhere that line is left out.
 */
public final class ProgressLines implements Progress {

  private final Console console;

  public ProgressLines(Console console) {
    this.console = console;
  }

  @Override
  public void on(Event event) {
    String step = Texts.text("deployment.step." + event.step());
    switch (event.state()) {
      case STARTED, RUNNING -> console.pass(step + " … " + time(event.elapsed()));
      case RETRYING, FAILED -> console.say(line(step, event) + " (" + event.detail() + ")");
      case SKIPPED -> console.say(step + ": " + state(event));
      case ENDED, CANCELLED -> console.say(line(step, event));
    }
  }

  private static String line(String step, Event event) {
    return step + ": " + state(event) + ", " + time(event.elapsed());
  }

  private static String state(Event event) {
    return Texts.text("deployment.state." + event.state());
  }

  private static String time(Duration elapsed) {
    return Texts.text("deployment.elapsed", elapsed.toMinutes(), elapsed.toSecondsPart());
  }

  /** What there is of a deployment that did not end well. */
  public static String left(Plan plan, Ledger.Entry entry) {
    boolean isNew = plan.basics().createGroup() && entry.group() == Ledger.Presence.NONE;
    String group = isNew ? "group.new" : "group." + entry.group();
    return Texts.text("deployment.left." + group, plan.basics().group())
        + System.lineSeparator()
        + Texts.text("deployment.left.server." + entry.server(), plan.basics().name());
  }
}
