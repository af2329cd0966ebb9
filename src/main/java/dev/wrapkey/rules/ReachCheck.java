package dev.wrapkey.rules;

import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStore.Network;
import java.util.Optional;

/**
 * Who reaches a key store: CMK-8 and REC-3.
 *
 * <p>Source: "Data encryption at rest", 2 June 2026: public access, or a firewall that trusted
 * Microsoft services bypass; the second is recommended.
 */
public final class ReachCheck {

  private ReachCheck() {}

  /** CMK-8, if the database service is kept out. */
  public static Optional<Finding> closed(KeyStore store) {
    boolean closed = store.network() == Network.SELECTED || store.network() == Network.PRIVATE;
    return closed ? Optional.of(RulePack.finding("CMK-8", store.name())) : Optional.empty();
  }

  /** REC-3, if everybody may knock. */
  public static Optional<Finding> exposed(KeyStore store) {
    return store.network() == Network.ALL
        ? Optional.of(RulePack.finding("REC-3", store.name()))
        : Optional.empty();
  }
}
