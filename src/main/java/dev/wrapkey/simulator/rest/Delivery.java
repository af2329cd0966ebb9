package dev.wrapkey.simulator.rest;

import java.time.Duration;

/**
 * An answer and what becomes of it on its way to the client.
 *
 * @param answer as the practice cloud gave it
 * @param fate how much of it arrives
 * @param delay in the cloud's time, before it sets out
 * @param fault why; empty if all is well
 */
public record Delivery(WireAnswer answer, Fate fate, Duration delay, String fault) {

  /** How much of an answer arrives. */
  public enum Fate {
    WHOLE,
    /** Half of the content, and then the connection is closed. */
    CUT,
    /** Nothing: the connection is closed. */
    LOST
  }

  /** An answer that arrives. */
  public static Delivery of(WireAnswer answer, String fault) {
    return new Delivery(answer, Fate.WHOLE, Duration.ZERO, fault);
  }

  /** The part of the content that arrives if not all of it does. */
  public int cutLength() {
    return answer.body().length / 2;
  }
}
