package dev.wrapkey.simulator.fault;

/**
 * A fault that is on.
 *
 * @param fault which
 * @param order how it was wanted, with everything that was left out
 * @param met how many requests it has met
 * @param struck how often it has struck
 */
public record FaultReport(Fault fault, FaultOrder order, long met, long struck) {

  /** Whether it will strike again. */
  public boolean isSpent() {
    int times = order.rhythm().times();
    return times != Rhythm.FOR_EVER && struck >= times;
  }
}
