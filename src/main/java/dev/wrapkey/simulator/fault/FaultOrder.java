package dev.wrapkey.simulator.fault;

/**
 * How a fault is wanted. {@link #usual} gives each fault's usual order, to be changed from there.
 *
 * @param aim which requests it meets; {@link Aim#ANY} for those that are usual for the fault
 * @param rhythm how often it strikes among them. Of the faults that change the world only {@code
 *     after} counts: they strike once, at once or after so many requests.
 * @param seconds of the cloud's time: of Retry-After or of the delay
 * @param target what is changed: identifier of a key, vault or identity; empty for the usual one of
 *     the starter landscape
 */
public record FaultOrder(Aim aim, Rhythm rhythm, int seconds, String target) {

  static final int MOST_SECONDS = 3600;

  /** The order that stands for "just do it". */
  public static FaultOrder usual(Fault fault) {
    return new FaultOrder(Aim.ANY, Rhythm.of(fault.times()), fault.seconds(), "");
  }

  /**
   * Checks the order.
   *
   * @throws FaultRefused naming the field that makes no sense
   */
  void check(Fault fault) {
    require(
        rhythm.probability() >= 0 && rhythm.probability() <= 1,
        "probability",
        "a number from 0 to 1");
    require(rhythm.every() >= 1, "every", "a whole number from 1");
    require(rhythm.times() >= 0, "times", "a whole number from 1, or 0 for no end");
    require(rhythm.after() >= 0, "after", "a whole number from 0");
    require(seconds >= 0 && seconds <= MOST_SECONDS, "seconds", "a whole number up to 3600");
    require(
        aim.operation().isEmpty() || OperationKind.named(aim.operation()).isPresent(),
        "operation",
        "one of " + String.join(", ", OperationKind.ids()));
    require(
        rhythm.probability() == 1 || rhythm.every() == 1,
        "every",
        "left out where there is a probability");
    FaultOrder usual = usual(fault);
    require(
        fault.takesTime() || seconds == usual.seconds(), "seconds", "for throttling and slow only");
    require(
        fault.changesTheWorld() || target.isEmpty(), "target", "for faults that change the world");
    require(
        !fault.changesTheWorld()
            || rhythm.equals(new Rhythm(1, 1, usual.rhythm().times(), rhythm.after())),
        "rhythm",
        "left out, but for after: " + fault.id() + " strikes once");
  }

  private static void require(boolean holds, String field, String what) {
    if (!holds) {
      throw new FaultRefused(field, field + " is " + what + ".");
    }
  }
}
