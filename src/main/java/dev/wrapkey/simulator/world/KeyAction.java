package dev.wrapkey.simulator.world;

/**
 * What a principal can do with a vault's keys, with the names that access policies and roles have
 * for it (documented: built-in roles for Key Vault and managed HSM, 2026-06-16).
 */
public enum KeyAction {
  LIST("list", "keys/read", "keys/read/action"),
  GET("get", "keys/read", "keys/read/action"),
  CREATE("create", "keys/create/action", "keys/create"),
  IMPORT("import", "keys/import/action", "keys/import/action"),
  UPDATE("update", "keys/update/action", "keys/write/action"),
  ROTATE("rotate", "keys/rotate/action", "keys/rotate/action"),
  DELETE("delete", "keys/delete", "keys/delete"),
  LIST_DELETED("list", "keys/read", "deletedKeys/read/action"),
  GET_DELETED("get", "keys/read", "deletedKeys/read/action"),
  RECOVER("recover", "keys/recover/action", "deletedKeys/recover/action"),
  PURGE("purge", "keys/purge/action", "deletedKeys/delete"),
  BACKUP("backup", "keys/backup/action", "keys/backup/action"),
  RESTORE("restore", "keys/restore/action", "keys/restore/action"),
  GET_POLICY("getrotationpolicy", "keyrotationpolicies/read", "keys/read/action"),
  SET_POLICY("setrotationpolicy", "keyrotationpolicies/write", "keys/write/action"),
  WRAP("wrapKey", "keys/wrap/action", "keys/wrap/action"),
  UNWRAP("unwrapKey", "keys/unwrap/action", "keys/unwrap/action"),
  ENCRYPT("encrypt", "keys/encrypt/action", "keys/encrypt/action"),
  DECRYPT("decrypt", "keys/decrypt/action", "keys/decrypt/action"),
  SIGN("sign", "keys/sign/action", "keys/sign/action"),
  VERIFY("verify", "keys/verify/action", "keys/verify/action");

  private final String permission;
  private final String inVault;
  private final String inHsm;

  KeyAction(String permission, String inVault, String inHsm) {
    this.permission = permission;
    this.inVault = inVault;
    this.inHsm = inHsm;
  }

  /** The permission of an access policy; also the name in {@code key_ops} and in the audit log. */
  public String permission() {
    return permission;
  }

  /** The data action of a role. */
  public String dataAction(Vault vault) {
    return vault.isHsm()
        ? "Microsoft.KeyVault/managedHsm/" + inHsm
        : "Microsoft.KeyVault/vaults/" + inVault;
  }

  /** Makes something new with the key, which an expired or not yet active key does not. */
  boolean beginsSomething() {
    return this == WRAP || this == ENCRYPT || this == SIGN;
  }
}
