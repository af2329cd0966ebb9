package dev.wrapkey.ui.waves;

import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.WaveRow;
import dev.wrapkey.rotation.WaveRow.State;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many of many servers are how far.
 *
 * @param states how many there are of each state, of those that there are
 * @param open those that have begun, are not over, and that nobody has settled
 */
record Tally(Map<State, Integer> states, int open) {

  static Tally of(List<WaveRow> rows) {
    Map<State, Integer> states = new EnumMap<>(State.class);
    int open = 0;
    for (WaveRow row : rows) {
      states.merge(row.state(), 1, Integer::sum);
      open += row.entry().filter(RotationLedger.Entry::isUnfinished).isPresent() ? 1 : 0;
    }
    return new Tally(states, open);
  }

  int total() {
    return states.values().stream().mapToInt(Integer::intValue).sum();
  }

  int of(State state) {
    return states.getOrDefault(state, 0);
  }

  /** Those that are over and well. */
  int done() {
    return of(State.SUCCEEDED) + of(State.ROLLED_BACK);
  }

  int failed() {
    return of(State.FAILED);
  }

  /** From 0 to 1. */
  double share() {
    return total() == 0 ? 0 : (double) (done() + failed()) / total();
  }
}
