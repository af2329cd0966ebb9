package dev.wrapkey.crash;

import java.io.IOException;
import java.util.random.RandomGenerator;

/** Writes to things of its own, and knows what must be found of them after a kill. */
interface Worker {

  /**
   * One acknowledged write, or several.
   *
   * @throws IOException if the gateway died meanwhile
   */
  void work(Wire wire, RandomGenerator random) throws IOException;

  /** Compares everything with what was acknowledged. */
  void verify(Wire wire) throws IOException;

  /** How many writes were acknowledged so far. */
  int acknowledged();
}
