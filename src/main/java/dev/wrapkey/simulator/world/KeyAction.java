package dev.wrapkey.simulator.world;

/**
 * What a principal can do with a vault's keys, with the names that access policies and roles have
 * for it.
 */
public enum KeyAction {
  LIST("list", "read"),
  GET("get", "read"),
  CREATE("create", "create/action"),
  UPDATE("update", "update/action"),
  ROTATE("rotate", "rotate/action"),
  WRAP("wrapKey", "wrap/action"),
  UNWRAP("unwrapKey", "unwrap/action"),
  ENCRYPT("encrypt", "encrypt/action"),
  DECRYPT("decrypt", "decrypt/action");

  private final String permission;
  private final String operation;

  KeyAction(String permission, String operation) {
    this.permission = permission;
    this.operation = operation;
  }

  /** The permission of an access policy; also the name in {@code key_ops} and in the audit log. */
  public String permission() {
    return permission;
  }

  /** The data action of a role. */
  public String dataAction(Vault vault) {
    if (!vault.isHsm()) {
      return "Microsoft.KeyVault/vaults/keys/" + operation;
    }
    return "Microsoft.KeyVault/managedHsm/keys/"
        + (operation.equals("read") ? "read/action" : operation);
  }
}
