package dev.wrapkey.preflight.recovery;

import dev.wrapkey.preflight.Remedy;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.DeletedStore;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Server;
import java.time.Instant;
import java.util.List;

/**
 * Something that Wrapkey can do to bring a server back, if a person says so. {@link Rescue} does
 * it. None of them destroys anything.
 */
public sealed interface Act {

  /** What a check has offered: a key enabled, an expiry extended, rights granted, a firewall. */
  record Mend(Remedy remedy) implements Act {}

  /**
   * Brings a deleted key back with all its versions.
   *
   * @param key without a version
   */
  record RecoverKey(KeyIdentifier key) implements Act {}

  /** Brings a deleted key vault or managed HSM back with all its keys. */
  record RecoverVault(DeletedStore store) implements Act {}

  /**
   * Lets a version be used from a moment on.
   *
   * @param version a versioned identifier
   * @param from not later than now
   */
  record Activate(KeyIdentifier version, Instant from) implements Act {}

  /**
   * Permits a version to wrap and unwrap again.
   *
   * @param version a versioned identifier
   * @param operations all that it will permit
   */
  record Permit(KeyIdentifier version, List<String> operations) implements Act {}

  /**
   * Has a server use another key, version or identity.
   *
   * @param server as it is
   * @param wanted how it shall be encrypted
   */
  record Point(Server server, DataEncryption wanted) implements Act {}

  /**
   * Sends a server the keys that it has already, which by the rules of January 2023 has it look at
   * them again.
   */
  record Revalidate(Server server) implements Act {}

  /** What it will do, in a sentence for the person who is to decide. */
  default String words() {
    return ActWords.words(this);
  }

  /** The same as a command of the Azure CLI. */
  default String command() {
    return ActWords.command(this);
  }
}
