package dev.wrapkey.ui.rehearsal;

import dev.wrapkey.rehearsal.Attempt;
import dev.wrapkey.rehearsal.Props;
import dev.wrapkey.rehearsal.Scenario;
import dev.wrapkey.rehearsal.Verdict;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What there is to say about rehearsals; the same in the window and on the command line. */
public final class RehearsalWords {

  private RehearsalWords() {}

  public static String title(Scenario scenario) {
    return text(scenario, "title");
  }

  /** What the person is told, without names. */
  public static String story(Scenario scenario) {
    return text(scenario, "story");
  }

  public static String goal(Scenario scenario) {
    return text(scenario, "goal");
  }

  /** What was behind it, why the way back is as it is, and where it is done in real Azure. */
  public static String debrief(Scenario scenario) {
    return text(scenario, "debrief");
  }

  private static String text(Scenario scenario, String part) {
    return Texts.text("rehearsal." + scenario.id() + "." + part);
  }

  /** The hints that were taken. */
  public static List<String> hints(Attempt attempt) {
    return IntStream.rangeClosed(1, attempt.hints())
        .mapToObj(number -> text(attempt.scenario(), "hint." + number))
        .toList();
  }

  /** What it is played with. */
  public static String props(Scenario scenario, Props props) {
    return scenario == Scenario.ROTATION_WITH_REPLICAS
        ? Texts.text(
            "rehearsal.props.replica",
            props.group(),
            props.server().name(),
            props.replica().name(),
            props.vault().name())
        : Texts.text("rehearsal.props", props.group(), props.server().name(), props.vault().name());
  }

  /** How far somebody is, in a few words. */
  public static String standing(Attempt attempt) {
    if (attempt.phase() == Attempt.Phase.PLAYING) {
      return Texts.text("rehearsal.standing.playing");
    }
    if (attempt.phase() == Attempt.Phase.BUILDING) {
      return Texts.text("rehearsal.standing.building");
    }
    return attempt.wasPassed()
        ? Texts.text("rehearsal.standing.passed", Moments.day(attempt.passes().getLast().at()))
        : Texts.text("rehearsal.standing.new");
  }

  /** A part of the goal. */
  public static String point(Verdict.Point point) {
    return Texts.text("rehearsal.point." + point.id());
  }

  /** What was done that is not the documented way; empty if nothing. */
  public static String detours(Collection<String> detours) {
    return detours.stream()
        .sorted()
        .map(id -> Texts.text("rehearsal.detour." + id))
        .collect(Collectors.joining(" "));
  }

  /** How it was passed the last time. */
  public static String pass(Attempt.Pass pass) {
    return Texts.text(
        "rehearsal.passed", Moments.utc(pass.at()), length(pass.took()), pass.hints());
  }

  private static String length(Duration took) {
    return Texts.text("rehearsal.took", took.toHours(), took.toMinutesPart());
  }
}
