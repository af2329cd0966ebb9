package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.CloudFailure;
import java.util.Locale;
import java.util.Set;

/** Why a store does not show its keys to the person who looks. */
enum Denial {
  /** The account lacks the right to list keys. */
  RIGHTS,
  /** The store's firewall does not let this computer in. */
  NETWORK,
  /** Something else went wrong. */
  OTHER;

  // Inner codes of Key Vault's 403: "Key Vault REST API error codes".
  private static final Set<String> CLOSED = Set.of("forbiddenbyfirewall", "forbiddenbyconnection");

  static Denial of(CloudFailure why) {
    if (why.kind() != CloudFailure.Kind.FORBIDDEN) {
      return OTHER;
    }
    return CLOSED.contains(why.code().toLowerCase(Locale.ROOT)) ? NETWORK : RIGHTS;
  }
}
