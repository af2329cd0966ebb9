package dev.wrapkey.ui.waves;

import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.WaveRow;
import java.util.List;

/**
 * How many of many servers are how far.
 *
 * @param total all
 * @param done over and well, or rolled back
 * @param failed those that have failed
 * @param running those under way
 * @param stopped those that were stopped on the way
 * @param waiting those that have not begun
 * @param open those that have begun, are not over, and that nobody has settled
 */
record Tally(
    int total, int done, int failed, int running, int stopped, int waiting, int open) {

  static Tally of(List<WaveRow> rows) {
    int[] numbers = new int[WaveRow.State.values().length];
    int open = 0;
    for (WaveRow row : rows) {
      numbers[row.state().ordinal()]++;
      open += row.entry().filter(RotationLedger.Entry::isUnfinished).isPresent() ? 1 : 0;
    }
    return new Tally(
        rows.size(),
        numbers[WaveRow.State.SUCCEEDED.ordinal()] + numbers[WaveRow.State.ROLLED_BACK.ordinal()],
        numbers[WaveRow.State.FAILED.ordinal()],
        numbers[WaveRow.State.RUNNING.ordinal()],
        numbers[WaveRow.State.STOPPED.ordinal()],
        numbers[WaveRow.State.WAITING.ordinal()],
        open);
  }

  /** From 0 to 1. */
  double share() {
    return total == 0 ? 0 : (double) (done + failed) / total;
  }
}
