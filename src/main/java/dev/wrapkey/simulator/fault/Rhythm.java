package dev.wrapkey.simulator.fault;

/**
 * How often a fault strikes among the requests it meets.
 *
 * @param probability of each, 0 to 1
 * @param every strikes at each n-th only; 1 for each
 * @param times at most so often; {@link #FOR_EVER} without end
 * @param after lets so many pass first
 */
public record Rhythm(double probability, int every, int times, int after) {

  /** A number of times without end. */
  public static final int FOR_EVER = 0;

  /** Strikes whenever it can, so many times. */
  public static Rhythm of(int times) {
    return new Rhythm(1, 1, times, 0);
  }

  /**
   * Whether a fault strikes.
   *
   * @param number of the request among those the fault has met, from 1
   * @param struck how often it has struck before
   */
  boolean strikes(long number, long struck, Dice dice) {
    long turn = number - after;
    boolean may = turn > 0 && (times == FOR_EVER || struck < times);
    return may && turn % every == 0 && dice.of(number) < probability;
  }
}
