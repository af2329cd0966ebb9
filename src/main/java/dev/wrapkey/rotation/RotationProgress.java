package dev.wrapkey.rotation;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Probe;
import dev.wrapkey.provisioning.Progress;

/**
 * Is told how a rotation goes on, on the thread that does it. Steps are named by {@link
 * RotationStep#id}.
 */
public interface RotationProgress extends Progress {

  /** A check of the preflight is there. */
  default void checked(Check check) {}

  /** A look whether an identity can use its key by now; another one follows if it cannot. */
  default void probed(Probe probe) {}

  /** A look whether the data keys are wrapped by the new versions by now. */
  default void looked(Wrapping wrapping) {}
}
