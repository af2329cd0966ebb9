package dev.wrapkey.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far somebody is with a scenario.
 *
 * @param phase what is going on
 * @param props what it is played with; empty while nothing is
 * @param called when the person was called, in the practice cloud's time
 * @param hints how many were taken
 * @param detours what was noticed so far, by their ids in the texts
 * @param passes when it was passed, oldest first
 */
public record Attempt(
    Scenario scenario,
    Phase phase,
    Optional<Props> props,
    Instant called,
    int hints,
    Set<String> detours,
    List<Pass> passes) {

  /** What is going on. */
  public enum Phase {
    /** Nothing: never begun, given up, or cleared away. */
    IDLE,
    /** Its set is being built, or the building was broken off. */
    BUILDING,
    /** It is played. */
    PLAYING,
    /** The goal was reached; its set still stands. */
    PASSED
  }

  /**
   * The goal was reached.
   *
   * @param at when, in the practice cloud's time
   * @param took how long, in the practice cloud's time
   * @param hints how many were taken
   * @param detours what was noticed, by their ids in the texts
   */
  public record Pass(Instant at, Duration took, int hints, Set<String> detours) {}

  static Attempt none(Scenario scenario) {
    return new Attempt(
        scenario, Phase.IDLE, Optional.empty(), Instant.EPOCH, 0, Set.of(), List.of());
  }

  Attempt building(Props bare) {
    return new Attempt(
        scenario, Phase.BUILDING, Optional.of(bare), Instant.EPOCH, 0, Set.of(), passes);
  }

  Attempt playing(Props built, Instant now) {
    return new Attempt(scenario, Phase.PLAYING, Optional.of(built), now, 0, Set.of(), passes);
  }

  Attempt hinted() {
    int more = Math.min(scenario.hints(), hints + 1);
    return new Attempt(scenario, phase, props, called, more, detours, passes);
  }

  Attempt noticed(Set<String> more) {
    Set<String> all = new TreeSet<>(detours);
    all.addAll(more);
    return new Attempt(scenario, phase, props, called, hints, all, passes);
  }

  Attempt passed(Instant now) {
    List<Pass> all = new ArrayList<>(passes);
    all.add(new Pass(now, Duration.between(called, now), hints, detours));
    return new Attempt(scenario, Phase.PASSED, props, called, hints, detours, List.copyOf(all));
  }

  Attempt cleared() {
    return new Attempt(scenario, Phase.IDLE, Optional.empty(), Instant.EPOCH, 0, Set.of(), passes);
  }

  /** Whether it was ever passed. */
  public boolean wasPassed() {
    return !passes.isEmpty();
  }
}
