package dev.wrapkey.provisioning;

import java.util.List;

/**
 * What guards key stores and those who use them: to be looked at before something depends on it,
 * and to be mended. Failures as in {@link Cloud}.
 */
public interface Safeguards {

  /** The Entra tenant that a subscription belongs to. */
  String tenant(String subscription);

  /** A key vault as it is now. */
  KeyStore vault(ResourceId id);

  /**
   * What an identity may do with one key: by access policy, or by role on the key, its vault,
   * resource group, subscription or management group. A managed HSM keeps its roles itself: those
   * on the key, on all keys and on the HSM, without those of groups; the account needs a role there
   * to read them.
   */
  Grants grants(KeyStore store, KeyIdentifier key, ManagedIdentity identity);

  /**
   * The locks that protect a resource, which need not exist yet: its own, its resource group's and
   * its subscription's.
   */
  List<Lock> locks(ResourceId resource);

  /**
   * Whether every use of a key store is logged somewhere: a diagnostic setting sends its audit log
   * to a workspace, a storage account or an event hub.
   */
  boolean isLogged(KeyStore store);

  /**
   * What the signed-in account may do in the control plane.
   *
   * @param scope a subscription, resource group or resource, as an identifier
   */
  List<ActionBlock> ownActions(String scope);

  /**
   * Has the key wrap and unwrap bytes made for this, as the signed-in account.
   *
   * @param version a versioned identifier
   * @return whether the bytes came back as they were
   */
  boolean wrapsAndUnwraps(KeyIdentifier version);

  /**
   * Gives an identity what data encryption needs: a role assignment on the vault, an access policy
   * where the vault uses these, a local role on all keys of a managed HSM. Again changes nothing.
   */
  @Change(value = "Microsoft.Authorization/roleAssignments/write", of = Change.Subject.RIGHTS)
  void grant(KeyStore store, ManagedIdentity identity);

  /**
   * Everything that lets an identity use a key, as {@link #grants} counts it: by access policy, or
   * by role at any scope. A managed HSM needs an account with a role of its own to tell.
   */
  List<Permit> permits(KeyStore store, KeyIdentifier key, ManagedIdentity identity);

  /**
   * Takes a permit away: removes the role assignment, or the whole access policy of its principal.
   * One that is not there any more is no failure.
   */
  @Change(value = "Microsoft.Authorization/roleAssignments/delete", of = Change.Subject.STORE)
  void withdraw(KeyStore store, Permit permit);

  /** Switches soft delete and purge protection on; neither can be switched off again. */
  @Change(
      value = "Microsoft.KeyVault/vaults/write",
      of = Change.Subject.STORE,
      weight = Change.Weight.FINAL)
  void enablePurgeProtection(KeyStore store);

  /** Lets Microsoft's trusted services through the firewall of a vault; all else stays. */
  @Change(value = "Microsoft.KeyVault/vaults/write", of = Change.Subject.STORE)
  void admitTrustedServices(KeyStore store);
}
