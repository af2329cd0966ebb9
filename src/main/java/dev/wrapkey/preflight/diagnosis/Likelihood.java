package dev.wrapkey.preflight.diagnosis;

/** How a suspect stands after the evidence, the worst first. */
public enum Likelihood {
  /** Seen just now. */
  FOUND,
  /** Everything else that could be seen is in order. */
  LIKELY,
  /** Nothing speaks against it. */
  POSSIBLE,
  /** Seen just now to be in order. */
  RULED_OUT
}
