package dev.wrapkey.preflight.recovery;

import java.util.Optional;

/**
 * A step on the way back.
 *
 * @param kind what is to be done, and by whom
 * @param act what Wrapkey does if a person says so; empty where there is nothing, or not yet
 * @param command for a person to run, where Wrapkey will not; empty if there is none
 * @param isDone whether it was seen to be done
 */
public record Step(Kind kind, Optional<Act> act, String command, boolean isDone) {

  /** What is to be done. */
  public enum Kind {
    /** Extend the expiry of a key. */
    EXTEND,
    ENABLE,
    RECOVER_KEY,
    RECOVER_VAULT,
    ACTIVATE,
    PERMIT,
    GRANT,
    TRUST,
    /** Choose an identity, or make one. */
    CHOOSE,
    /** Point the server at a newer version of its key. */
    NEWER,
    /** Point the server at another identity. */
    IDENTITY,
    /** Only by the rules of January 2023. */
    REVALIDATE,
    /** The service looks at the key by itself. */
    WAIT,
    /** Rotate, once the server is ready. */
    ROTATE,
    /** Somebody else has to do it. */
    OUTSIDE
  }

  static Step of(Kind kind, Act act) {
    return new Step(kind, Optional.of(act), act.command(), false);
  }

  /** Nothing that Wrapkey does. */
  static Step bare(Kind kind) {
    return new Step(kind, Optional.empty(), "", false);
  }

  static Step outside(String command) {
    return new Step(Kind.OUTSIDE, Optional.empty(), command, false);
  }

  Step done() {
    return new Step(kind, act, command, true);
  }
}
