package dev.wrapkey.rotation;

import java.util.Locale;

/** The steps of a guided rotation, in the order in which they run. The safety gate comes after. */
public enum RotationStep {
  /** Every rule is held against what there is now; changes nothing. */
  PREFLIGHT,
  /** The key stores make new versions, where some are wanted. */
  NEW_VERSION,
  /** Waits until the identities can use the keys. */
  REACH,
  /** The server is told which keys to use. */
  UPDATE,
  /** The server is read back, and its data keys are looked at where they can be seen. */
  VERIFY;

  /** As {@link dev.wrapkey.provisioning.Progress} names it, for example {@code new-version}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
