package dev.wrapkey.export;

import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.OwnRights;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command of Azure's command-line tool that gives a right on the keys of a store, for somebody
 * who may give it. Sources: "az role assignment", "az keyvault set-policy", "az keyvault role
 * assignment", azure-cli 2.79.
 */
public final class GrantCommand {

  private static final String ENCRYPTION_USER = "Key Vault Crypto Service Encryption User";
  private static final String HSM_ENCRYPTION_USER = "Managed HSM Crypto Service Encryption User";

  /** The role that lets an account make key vaults: "Azure built-in roles", 2026. */
  public static final String VAULT_MAKER = "Key Vault Contributor";

  private GrantCommand() {}

  /**
   * What a server's identity needs (portal specification CMK-10, CMK-11).
   *
   * @param principalId the object id of the identity's service principal
   */
  public static String encryption(KeyStore store, String principalId) {
    return switch (store.kind()) {
      case MANAGED_HSM -> hsm(store, HSM_ENCRYPTION_USER, principalId);
      case KEY_VAULT ->
          store.rbac()
              ? role(store, ENCRYPTION_USER, principalId, "ServicePrincipal")
              : policy(store, principalId, List.of("get", "list", "wrapKey", "unwrapKey"));
    };
  }

  /**
   * What an account needs to make keys in a vault and list them.
   *
   * @param objectId of the account
   * @param type {@code User}, {@code Group} or {@code ServicePrincipal}
   */
  public static String keeping(KeyStore vault, String objectId, String type) {
    return vault.rbac()
        ? role(vault, OwnRights.ROLE, objectId, type)
        : policy(vault, objectId, List.of("get", "list", "create", "import", "rotate"));
  }

  /**
   * What an account needs to make key vaults.
   *
   * @param scope identifier of the resource group or subscription in which it is to make them
   */
  public static String makingVaults(String scope, String objectId, String type) {
    return role(scope, VAULT_MAKER, objectId, type);
  }

  private static String role(KeyStore vault, String role, String principalId, String type) {
    return role(vault.id().toString(), role, principalId, type);
  }

  private static String role(String scope, String role, String principalId, String type) {
    return words(
        "az role assignment create --role",
        quoted(role),
        "--assignee-object-id",
        quoted(principalId),
        "--assignee-principal-type",
        type,
        "--scope",
        quoted(scope));
  }

  private static String policy(KeyStore vault, String principalId, List<String> permissions) {
    return words(
        "az keyvault set-policy --name",
        quoted(vault.name()),
        "--object-id",
        quoted(principalId),
        "--key-permissions",
        permissions.stream().collect(Collectors.joining(" ")));
  }

  private static String hsm(KeyStore hsm, String role, String principalId) {
    return words(
        "az keyvault role assignment create --hsm-name",
        quoted(hsm.name()),
        "--role",
        quoted(role),
        "--assignee-object-id",
        quoted(principalId),
        "--assignee-principal-type ServicePrincipal --scope /keys");
  }

  private static String quoted(String text) {
    return Shell.BASH.quoted(text);
  }

  private static String words(String... parts) {
    return String.join(" ", parts);
  }
}
