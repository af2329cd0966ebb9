package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Retry;
import java.util.EnumSet;
import java.util.Set;

/**
 * How long a change is asked for. A right that the account was granted a moment ago may not have
 * reached every part of the cloud ("Troubleshoot Azure RBAC", 11 December 2025); a key that cannot
 * be used is no such thing: that was waited for before.
 */
final class Patient {

  private Patient() {}

  static Retry.Policy of(Retry.Policy policy) {
    Set<Kind> kinds = EnumSet.of(Kind.FORBIDDEN);
    kinds.addAll(policy.kinds());
    return new Retry.Policy(policy.attempts(), policy.first(), policy.longest(), kinds);
  }
}
