package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Rehearsing;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.rehearsal.Attempt;
import dev.wrapkey.rehearsal.Rehearsals;
import dev.wrapkey.rehearsal.Scenario;
import dev.wrapkey.rehearsal.Verdict;
import dev.wrapkey.ui.rehearsal.RehearsalWords;
import dev.wrapkey.ui.view.Texts;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** Rehearses in the practice cloud without the window. A kill leaves what can be begun anew. */
final class Playing implements Rehearsing {

  private final Console console;

  Playing(Console console) {
    this.console = console;
  }

  /** What is done with the rehearsals. */
  private interface Work {
    int with(Rehearsals rehearsals);
  }

  private int run(Optional<Path> state, Work work) {
    return new Errand(console, state, 0)
        .run(
            FAILED,
            place ->
                work.with(
                    new Rehearsals(
                        place.cloud(),
                        new Theatre(place.practice(), place.time()),
                        place.state().resolve(Rehearsals.FOLDER),
                        new SecureRandom())));
  }

  @Override
  public int list(Optional<Path> state) {
    return run(
        state,
        rehearsals -> {
          for (Attempt each : rehearsals.all()) {
            console.say(
                "%-24s %s. %s"
                    .formatted(
                        each.scenario().id(),
                        RehearsalWords.title(each.scenario()),
                        RehearsalWords.standing(each)));
          }
          return DONE;
        });
  }

  @Override
  public int act(Optional<Path> state, Scenario scenario, Act act) {
    return Stoppable.run(
        console,
        FAILED,
        cancellation -> run(state, each -> act(each, scenario, act, cancellation)));
  }

  private int act(Rehearsals rehearsals, Scenario scenario, Act act, Cancellation cancellation) {
    Attempt present = rehearsals.get(scenario);
    boolean playable =
        present.phase() == Attempt.Phase.PLAYING || present.phase() == Attempt.Phase.PASSED;
    if (!playable && (act == Act.CHECK || act == Act.HINT)) {
      console.complain(scenario.id() + " is not being played. Without options it begins.");
      return BAD_INPUT;
    }
    return switch (act) {
      case BEGIN -> begun(rehearsals.begin(scenario, cancellation));
      case CHECK -> checked(rehearsals.check(scenario));
      case HINT -> {
        RehearsalWords.hints(rehearsals.hint(scenario)).forEach(console::say);
        yield DONE;
      }
      case GIVE_UP -> {
        rehearsals.giveUp(scenario);
        yield DONE;
      }
    };
  }

  private int begun(Attempt attempt) {
    Scenario scenario = attempt.scenario();
    console.say(RehearsalWords.story(scenario));
    console.say(RehearsalWords.goal(scenario));
    attempt.props().ifPresent(props -> console.say(RehearsalWords.props(scenario, props)));
    return DONE;
  }

  private int checked(Rehearsals.Checked checked) {
    List<Verdict.Point> points = checked.verdict().points();
    points.forEach(
        point -> console.say((point.met() ? "[x] " : "[ ] ") + RehearsalWords.point(point)));
    if (!checked.verdict().stands()) {
      console.say(Texts.text("rehearsal.gone"));
    }
    String detours = RehearsalWords.detours(checked.attempt().detours());
    if (!detours.isEmpty()) {
      console.say(detours);
    }
    if (checked.attempt().phase() != Attempt.Phase.PASSED) {
      return NOT_YET;
    }
    console.say(RehearsalWords.pass(checked.attempt().passes().getLast()));
    console.say(RehearsalWords.debrief(checked.attempt().scenario()));
    return DONE;
  }
}
