package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.KeyIdentifier;
import java.util.List;

/** What came of the wish to disable the versions that a rotation has left. */
public sealed interface Retirement {

  /** They are disabled now; nothing to do for a rotation that left none. */
  record Disabled(List<KeyIdentifier> versions) implements Retirement {}

  /** The gate is closed; nothing was done. */
  record Refused(SafetyGate gate) implements Retirement {}
}
