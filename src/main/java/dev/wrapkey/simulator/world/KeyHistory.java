package dev.wrapkey.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a server's key stopped and began to work.
 *
 * @param id which key of which server
 * @param turns in order of time; before the first one the key worked
 */
public record KeyHistory(String id, List<Turn> turns) {

  /**
   * A change for the worse or the better.
   *
   * @param at when
   * @param works from then on
   */
  public record Turn(Instant at, boolean works) {}

  /** Whether the key worked at a moment. */
  public boolean at(Instant moment) {
    return turns.stream()
        .filter(t -> !t.at().isAfter(moment))
        .reduce((earlier, later) -> later)
        .map(Turn::works)
        .orElse(true);
  }

  boolean latest() {
    return turns.isEmpty() || turns.getLast().works();
  }

  KeyHistory with(Turn turn) {
    return new KeyHistory(id, Stream.concat(turns.stream(), Stream.of(turn)).toList());
  }
}
