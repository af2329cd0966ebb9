package dev.wrapkey.preflight;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import java.time.Instant;

/**
 * Something that Wrapkey can do about a check that failed, if a person says so. {@link Repair} does
 * it.
 */
public sealed interface Remedy {

  /**
   * Gives an identity the rights of data encryption on a key store: the role Key Vault Crypto
   * Service Encryption User, an access policy where the vault uses these, or the local role Managed
   * HSM Crypto Service Encryption User on all keys of a managed HSM.
   */
  record Grant(KeyStore store, ManagedIdentity identity) implements Remedy {
    @Override
    public String host() {
      return store.host();
    }
  }

  /** Switches purge protection on, and soft delete with it; nobody can switch them off again. */
  record EnablePurgeProtection(KeyStore store) implements Remedy {
    @Override
    public boolean isIrreversible() {
      return true;
    }

    @Override
    public String host() {
      return store.host();
    }
  }

  /** Lets Microsoft's trusted services through a key vault's firewall, and nobody else. */
  record AllowTrustedServices(KeyStore store) implements Remedy {
    @Override
    public String host() {
      return store.host();
    }
  }

  /**
   * Lets a version of a key live longer.
   *
   * @param version a versioned identifier
   * @param until the new moment of expiry
   */
  record ExtendExpiry(KeyIdentifier version, Instant until) implements Remedy {
    @Override
    public String host() {
      return version.host();
    }
  }

  /**
   * Switches a version of a key on.
   *
   * @param version a versioned identifier
   */
  record EnableKey(KeyIdentifier version) implements Remedy {
    @Override
    public String host() {
      return version.host();
    }
  }

  /** Whether nobody can take it back; a person should be asked once more. */
  default boolean isIrreversible() {
    return false;
  }

  /** The host name of the key store that it is about. */
  String host();

  /** What it will do, in a sentence for the person who is to decide. */
  default String words() {
    return RemedyWords.words(this);
  }

  /** The same as a command of the Azure CLI, for bash and PowerShell. */
  default String command() {
    return RemedyWords.command(this);
  }
}
