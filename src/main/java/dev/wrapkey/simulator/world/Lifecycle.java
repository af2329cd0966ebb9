package dev.wrapkey.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How the state of a slow resource develops: a pure function of the clock. Nothing runs in the
 * background.
 *
 * @param start when the first phase began
 * @param phases one after another
 * @param end the state after the last phase, for ever
 */
public record Lifecycle(Instant start, List<Phase> phases, String end) {

  /**
   * A state that lasts.
   *
   * @param state its name
   * @param length how long, in the cloud's time
   */
  public record Phase(String state, Duration length) {}

  /** One state from now on. */
  public static Lifecycle settled(Instant now, String state) {
    return new Lifecycle(now, List.of(), state);
  }

  /** One passing state, then a lasting one. */
  public static Lifecycle passing(Instant now, String state, Duration length, String end) {
    return new Lifecycle(now, List.of(new Phase(state, length)), end);
  }

  /** The state at a moment; before the start it is the first one. */
  public String at(Instant moment) {
    Instant until = start;
    for (Phase phase : phases) {
      until = until.plus(phase.length());
      if (moment.isBefore(until)) {
        return phase.state();
      }
    }
    return end;
  }

  /** When the last phase ends. */
  public Instant settles() {
    return start.plus(phases.stream().map(Phase::length).reduce(Duration.ZERO, Duration::plus));
  }

  public boolean isSettled(Instant moment) {
    return !moment.isBefore(settles());
  }
}
