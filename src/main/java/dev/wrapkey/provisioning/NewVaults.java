package dev.wrapkey.provisioning;

import java.util.Optional;

/**
 * New key vaults, and what the account that makes them may do in them. Failures as in {@link
 * Cloud}.
 */
public interface NewVaults {

  /** A key vault as it is now. */
  KeyStore get(ResourceId id);

  /**
   * Why a key vault cannot have a name, which is unique in all of Azure; empty if it can.
   *
   * @param subscription whose account asks
   */
  Optional<String> refusalOfName(String subscription, String name);

  /**
   * Starts the creation of a key vault in a resource group that exists.
   *
   * @return ends when the vault can be reached under its name
   * @throws CloudFailure NAME_TAKEN if there is one of this name: to make it again would change it
   */
  @Change("Microsoft.KeyVault/vaults/write")
  RunningOperation create(VaultOrder order);

  /** What the signed-in account may do with a vault. Needs its right to read role assignments. */
  OwnRights ownRights(KeyStore vault);

  /**
   * Lets the signed-in account make keys in a vault: {@link OwnRights#ROLE}, or an access policy
   * where the vault has those. Harmless if it may already. A role reaches the vault some minutes
   * later ("Azure RBAC guide", 16 June 2026: up to ten).
   */
  @Change(value = "Microsoft.Authorization/roleAssignments/write", of = Change.Subject.STORE)
  void grantSelf(KeyStore vault);
}
