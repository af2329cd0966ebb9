package dev.wrapkey.provisioning;

import java.util.List;
import java.util.Optional;

/**
 * What happens to keys after they were made: switched off, dated, deleted, recovered, destroyed,
 * rotated by policy. Failures as in {@link Cloud}.
 */
public interface KeyLife {

  /**
   * Changes one version.
   *
   * @param version a versioned identifier
   * @return the version as it is now
   */
  @Change(value = "Microsoft.KeyVault/vaults/keys/update/action", of = Change.Subject.KEY)
  Key edit(KeyIdentifier version, KeyEdit edit);

  /** The deleted keys of a store that can be recovered, by name. */
  List<DeletedKey> deleted(KeyStore store);

  /** A deleted key that can be recovered, if there is one of this name. */
  Optional<DeletedKey> findDeleted(KeyIdentifier key);

  /**
   * Deletes a key with all its versions. It can be recovered until its store purges it; where the
   * store has no soft delete that is the end of it.
   *
   * @return ends when the key is among the deleted ones
   */
  @Change(value = "Microsoft.KeyVault/vaults/keys/delete", of = Change.Subject.KEY)
  RunningOperation delete(KeyIdentifier key);

  /**
   * Brings a deleted key back with all its versions.
   *
   * @return ends when the key can be read again
   */
  @Change(value = "Microsoft.KeyVault/vaults/keys/recover/action", of = Change.Subject.KEY)
  RunningOperation recover(KeyIdentifier key);

  /**
   * Destroys a deleted key for good, and with it everything that only it can decrypt.
   *
   * @throws CloudFailure FORBIDDEN if the store has purge protection
   */
  @Change(value = "Microsoft.KeyVault/vaults/keys/purge/action", weight = Change.Weight.FINAL)
  void purge(KeyIdentifier key);

  /** A key's rotation policy; a key without one has that which its store shows for it. */
  RotationPolicy policy(KeyIdentifier key);

  /**
   * Replaces a key's rotation policy.
   *
   * @return the policy as the store keeps it
   */
  @Change(value = "Microsoft.KeyVault/vaults/keyrotationpolicies/write", of = Change.Subject.POLICY)
  RotationPolicy setPolicy(KeyIdentifier key, RotationPolicy policy);
}
