package dev.wrapkey.impact;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Permit;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rotation.AzCommand;
import dev.wrapkey.rules.Loss;
import java.util.ArrayList;
import java.util.List;

/**
 * Acts, and their ways back, as commands of the Azure CLI. What is not known stands in angle
 * brackets. Source: reference of {@code az keyvault}, {@code az role assignment}, {@code az
 * identity} and {@code az postgres flexible-server}, azure-cli 2.79.
 */
final class Commands {

  private static final String ROLE = "Key Vault Crypto Service Encryption User";
  private static final String LOCAL_ROLE = "Managed HSM Crypto Service Encryption User";

  private Commands() {}

  /** The act itself. */
  static AzCommand of(Loss loss) {
    return switch (loss) {
      case Loss.OfKey key -> key(key);
      case Loss.OfStore store when store.purge() ->
          az("keyvault", "purge", name(store), store.id().name());
      case Loss.OfStore store ->
          az(
              "keyvault",
              "delete",
              name(store),
              store.id().name(),
              "--resource-group",
              group(store));
      case Loss.OfNetwork closed -> network(closed.store(), closed.after());
      case Loss.OfPermit gone -> withdraw(gone);
      case Loss.OfIdentity gone ->
          az("identity", "delete", "--ids", gone.identity().id().toString());
    };
  }

  private static AzCommand key(Loss.OfKey gone) {
    String id = gone.key().toString();
    return switch (gone.act()) {
      case DISABLE -> az("keyvault", "key", "set-attributes", "--id", id, "--enabled", "false");
      case EXPIRE -> az("keyvault", "key", "set-attributes", "--id", id, "--expires", "<moment>");
      case POSTPONE ->
          az("keyvault", "key", "set-attributes", "--id", id, "--not-before", "<moment>");
      case RESTRICT -> az("keyvault", "key", "set-attributes", "--id", id, "--ops", "<operations>");
      case DELETE -> az("keyvault", "key", "delete", "--id", id);
      case PURGE -> az("keyvault", "key", "purge", "--id", deleted(gone.key()));
    };
  }

  static String deleted(KeyIdentifier key) {
    return "https://" + key.host() + "/deletedkeys/" + key.key();
  }

  static AzCommand network(KeyStore store, KeyStore.Network after) {
    boolean hsm = store.kind() == KeyStore.Kind.MANAGED_HSM;
    boolean off =
        after == KeyStore.Network.PRIVATE || after == KeyStore.Network.PRIVATE_AND_TRUSTED;
    boolean shut = after == KeyStore.Network.SELECTED || after == KeyStore.Network.PRIVATE;
    return az(
        "keyvault",
        hsm ? "update-hsm" : "update",
        hsm ? "--hsm-name" : "--name",
        store.name(),
        "--resource-group",
        store.id().resourceGroup(),
        "--default-action",
        after == KeyStore.Network.ALL ? "Allow" : "Deny",
        "--bypass",
        shut ? "None" : "AzureServices",
        "--public-network-access",
        off ? "Disabled" : "Enabled");
  }

  private static AzCommand withdraw(Loss.OfPermit gone) {
    Permit permit = gone.permit();
    return switch (permit.source()) {
      case ROLE -> az("role", "assignment", "delete", "--ids", permit.id());
      case POLICY ->
          az(
              "keyvault",
              "delete-policy",
              "--name",
              gone.store().name(),
              "--object-id",
              permit.principal());
      case LOCAL_ROLE -> local("delete", gone.store(), permit);
    };
  }

  private static AzCommand local(String verb, KeyStore hsm, Permit permit) {
    return az(
        "keyvault",
        "role",
        "assignment",
        verb,
        "--hsm-name",
        hsm.name(),
        "--role",
        permit.role(),
        "--assignee",
        permit.principal(),
        "--scope",
        permit.scope());
  }

  /** Gives back what a permit gave. */
  static AzCommand giveBack(Loss.OfPermit gone) {
    Permit permit = gone.permit();
    return switch (permit.source()) {
      case ROLE -> role(permit.principal(), permit.role(), permit.scope());
      case POLICY -> policy(gone.store().name(), permit.principal());
      case LOCAL_ROLE -> local("create", gone.store(), permit);
    };
  }

  /** Gives an identity what data encryption needs. */
  static AzCommand grant(KeyStore store, ManagedIdentity identity) {
    String principal = identity.principalId();
    if (store.kind() == KeyStore.Kind.MANAGED_HSM) {
      return az(
          "keyvault",
          "role",
          "assignment",
          "create",
          "--hsm-name",
          store.name(),
          "--role",
          LOCAL_ROLE,
          "--assignee",
          principal,
          "--scope",
          "/keys");
    }
    return store.rbac()
        ? role(principal, ROLE, store.id().toString())
        : policy(store.name(), principal);
  }

  /** Gives the role again that went with a deleted vault. */
  static AzCommand grantAgain(ResourceId vault, String principal) {
    return role(principal, ROLE, vault.toString());
  }

  private static AzCommand role(String principal, String role, String scope) {
    return az(
        "role",
        "assignment",
        "create",
        "--assignee-object-id",
        principal,
        "--assignee-principal-type",
        "ServicePrincipal",
        "--role",
        role,
        "--scope",
        scope);
  }

  private static AzCommand policy(String vault, String principal) {
    return az(
        "keyvault",
        "set-policy",
        "--name",
        vault,
        "--object-id",
        principal,
        "--key-permissions",
        "get",
        "list",
        "wrapKey",
        "unwrapKey");
  }

  static AzCommand recover(Loss.OfStore store) {
    List<String> words = new ArrayList<>(List.of("keyvault", "recover", name(store)));
    words.add(store.id().name());
    if (store.kind() == KeyStore.Kind.MANAGED_HSM) {
      words.addAll(List.of("--location", "<region>"));
    }
    return new AzCommand(words);
  }

  static AzCommand recover(KeyIdentifier key) {
    return az("keyvault", "key", "recover", "--id", deleted(key));
  }

  static AzCommand attribute(KeyIdentifier version, String... attribute) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("keyvault", "key", "set-attributes", "--id", version.toString()));
    words.addAll(List.of(attribute));
    return new AzCommand(words);
  }

  /** Has a server use its key through another identity. */
  static AzCommand point(ResourceId server, KeyIdentifier key) {
    return az(
        "postgres",
        "flexible-server",
        "update",
        "--resource-group",
        server.resourceGroup(),
        "--name",
        server.name(),
        "--key",
        key.toString(),
        "--identity",
        "<other identity>");
  }

  private static String name(Loss.OfStore store) {
    return store.kind() == KeyStore.Kind.MANAGED_HSM ? "--hsm-name" : "--name";
  }

  private static String group(Loss.OfStore store) {
    return store.id().resourceGroup();
  }

  private static AzCommand az(String... words) {
    return new AzCommand(List.of(words));
  }
}
