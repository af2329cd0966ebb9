package dev.wrapkey.preflight;

/** What became of a check. */
public enum Verdict {
  /** It is as it must be. */
  PASSED,
  /** Azure takes it, and it could be better. */
  ADVICE,
  /** Azure would refuse, or the server would lose its key. */
  FAILED,
  /** It could not be seen; the service itself will judge. */
  UNKNOWN
}
