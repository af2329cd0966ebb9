package dev.wrapkey.provisioning;

import java.util.List;

/**
 * What happens to key vaults and managed HSMs after they were made: closed, deleted, recovered,
 * destroyed. Failures as in {@link Cloud}.
 *
 * <p>Source: REST reference "Vaults" and "Managed Hsms" of Key Vault, 2024-11-01; "Azure Key Vault
 * recovery management with soft delete and purge protection", 16 April 2026.
 */
public interface StoreLife {

  /**
   * The deleted vaults and managed HSMs of a subscription that can be recovered, by name. Those of
   * a kind that the account may not list are left out.
   */
  List<DeletedStore> deleted(String subscription);

  /**
   * Deletes a store with all its keys. It can be recovered until its retention has passed; where it
   * has no soft delete that is the end of it.
   *
   * @return ends when it is gone
   */
  @Change(value = "Microsoft.KeyVault/vaults/delete", of = Change.Subject.STORE)
  RunningOperation delete(KeyStore store);

  /**
   * Brings a deleted store back under its old identifier, with its keys, its settings and its
   * access policies. Role assignments at its scope come back with it only where nobody removed
   * them.
   *
   * @return ends when it can be reached under its name
   * @throws CloudFailure INVALID or NOT_FOUND if its resource group is no more, which has to be
   *     made again before
   */
  @Change("Microsoft.KeyVault/vaults/write")
  RunningOperation recover(DeletedStore store);

  /**
   * Destroys a deleted store for good, and with it everything that only its keys can decrypt.
   *
   * @return ends when its name is free again
   * @throws CloudFailure if it has purge protection
   */
  @Change(
      value = "Microsoft.KeyVault/locations/deletedVaults/purge/action",
      weight = Change.Weight.FINAL)
  RunningOperation purge(DeletedStore store);

  /**
   * Changes who reaches the data plane of a key vault; the listed addresses and networks stay.
   *
   * @return the vault as it is now
   * @throws CloudFailure INVALID for a managed HSM, whose settings Wrapkey leaves alone
   */
  @Change(value = "Microsoft.KeyVault/vaults/write", of = Change.Subject.STORE)
  KeyStore setNetwork(KeyStore vault, KeyStore.Network network);
}
