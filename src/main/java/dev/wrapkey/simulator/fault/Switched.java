package dev.wrapkey.simulator.fault;

import dev.wrapkey.simulator.rest.WireRequest;

/** A fault that is on, with its counts. Thread-safe. */
final class Switched {

  private final Fault fault;
  private final FaultOrder order;
  private final Aim aim;
  private final Dice dice;
  private long met;
  private long struck;

  /**
   * @param aim what the order aims at, or what is usual
   * @param struck how often it has struck before
   */
  Switched(Fault fault, FaultOrder order, Aim aim, Dice dice, long struck) {
    this.fault = fault;
    this.order = order;
    this.aim = aim;
    this.dice = dice;
    this.struck = struck;
  }

  /** Counts a request that the fault meets, and tells whether it strikes. */
  synchronized boolean strikes(WireRequest request) {
    if (!Reach.of(fault).meets(request) || !aim.meets(request)) {
      return false;
    }
    met++;
    boolean strikes = order.rhythm().strikes(met, struck, dice);
    struck += strikes ? 1 : 0;
    return strikes;
  }

  /** Whether the world is to be changed, which happens once: by the first who asks. */
  synchronized boolean isDue(WireRequest request) {
    boolean meets = struck == 0 && Reach.of(fault).meets(request) && aim.meets(request);
    met += meets ? 1 : 0;
    boolean due = meets && met >= order.rhythm().after();
    struck += due ? 1 : 0;
    return due;
  }

  /** A strike that changed nothing after all does not count. */
  synchronized void missed() {
    struck--;
  }

  int seconds() {
    return order.seconds();
  }

  FaultOrder order() {
    return order;
  }

  synchronized FaultReport report() {
    return new FaultReport(fault, order, met, struck);
  }
}
