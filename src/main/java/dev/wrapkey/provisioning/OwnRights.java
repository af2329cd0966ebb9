package dev.wrapkey.provisioning;

/**
 * What the signed-in account may do with a key vault.
 *
 * @param makesKeys it may make keys in the vault and list them
 * @param grants it may give itself the right to do so: by a role, or by an access policy where the
 *     vault has those
 */
public record OwnRights(boolean makesKeys, boolean grants) {

  /** The role that lets an account work with the keys of a vault: "Azure RBAC guide", June 2026. */
  public static final String ROLE = "Key Vault Crypto Officer";
}
