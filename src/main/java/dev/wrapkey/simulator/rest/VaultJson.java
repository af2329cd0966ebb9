package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.DeletedVault;
import dev.wrapkey.simulator.world.Vault;
import dev.wrapkey.simulator.world.World;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Vaults and managed HSMs as Azure Resource Manager shows them (recorded, 2022-07-01). */
final class VaultJson {

  private final World world;
  private final String tenant;

  VaultJson(World world, String tenant) {
    this.world = world;
    this.tenant = tenant;
  }

  ObjectNode vault(Vault vault) {
    return vault(vault, vault.isReady(world.now()));
  }

  /** As the answer to its creation shows it. */
  ObjectNode fresh(Vault vault) {
    return vault(vault, false);
  }

  private ObjectNode vault(Vault vault, boolean ready) {
    Vault.Details details = vault.details();
    ObjectNode properties =
        Tree.of(
            "sku",
            Tree.of("family", "A", "name", details.sku()),
            "tenantId",
            tenant,
            "networkAcls",
            firewall(vault),
            "accessPolicies",
            vault.rights().policies().stream().map(this::policy).toList(),
            "enabledForDeployment",
            details.uses().getOrDefault("enabledForDeployment", false),
            "enabledForDiskEncryption",
            details.uses().get("enabledForDiskEncryption"),
            "enabledForTemplateDeployment",
            details.uses().get("enabledForTemplateDeployment"),
            "enableSoftDelete",
            vault.protection().softDelete(),
            "softDeleteRetentionInDays",
            vault.protection().days(),
            "enableRbacAuthorization",
            vault.rights().rbac(),
            "enablePurgeProtection",
            vault.protection().purge() ? true : null,
            "vaultUri",
            "https://" + vault.host() + (ready ? "/" : ""),
            "provisioningState",
            ready ? "Succeeded" : "RegisteringDns",
            "publicNetworkAccess",
            details.publicAccess() ? "Enabled" : "Disabled");
    return envelope(vault, Vault.VAULTS, properties);
  }

  ObjectNode hsm(Vault hsm) {
    boolean ready = hsm.isReady(world.now());
    ObjectNode properties =
        Tree.of(
            "tenantId",
            tenant,
            "hsmUri",
            "https://" + hsm.host() + "/",
            "initialAdminObjectIds",
            hsm.details().admins(),
            "enableSoftDelete",
            hsm.protection().softDelete(),
            "softDeleteRetentionInDays",
            hsm.protection().days(),
            "enablePurgeProtection",
            hsm.protection().purge(),
            "provisioningState",
            ready ? "Succeeded" : "Provisioning",
            "statusMessage",
            ready
                ? "The Managed HSM is provisioned and ready to use."
                : "Resource creation in progress. Allocating hardware...",
            "networkAcls",
            firewall(hsm),
            "publicNetworkAccess",
            hsm.details().publicAccess() ? "Enabled" : "Disabled",
            "regions",
            List.of());
    ObjectNode shown = Tree.of("sku", Tree.of("family", "B", "name", "Standard_B1"));
    return shown.setAll(envelope(hsm, Vault.HSMS, properties));
  }

  private static ObjectNode envelope(Vault vault, String type, ObjectNode properties) {
    return Tree.of(
        "id", vault.id().text(),
        "name", vault.id().name(),
        "type", type,
        "location", vault.region(),
        "tags", vault.tags(),
        "systemData", systemData(vault.details().stamp()),
        "properties", properties);
  }

  private static @Nullable ObjectNode systemData(Vault.@Nullable Stamp stamp) {
    return stamp == null
        ? null
        : Tree.of(
            "createdBy", stamp.by(),
            "createdByType", "Application",
            "createdAt", stamp.created().truncatedTo(ChronoUnit.MILLIS),
            "lastModifiedBy", stamp.by(),
            "lastModifiedByType", "Application",
            "lastModifiedAt", stamp.updated().truncatedTo(ChronoUnit.MILLIS));
  }

  ObjectNode deletedVault(DeletedVault deleted) {
    return deleted(deleted, "deletedVaults", "Microsoft.KeyVault", "vaultId");
  }

  /** Azure writes the type of a deleted managed HSM with a small v (recorded). */
  ObjectNode deletedHsm(DeletedVault deleted) {
    return deleted(deleted, "deletedManagedHSMs", "Microsoft.Keyvault", "mhsmId");
  }

  private static ObjectNode deleted(
      DeletedVault deleted, String kind, String provider, String reference) {
    Vault vault = deleted.vault();
    String id =
        "/subscriptions/%s/providers/Microsoft.KeyVault/locations/%s/%s/%s"
            .formatted(vault.id().subscription(), vault.region(), kind, vault.id().name());
    ObjectNode properties =
        Tree.of(
            reference,
            vault.id().text(),
            "location",
            vault.region(),
            "tags",
            vault.tags(),
            "deletionDate",
            seconds(deleted.deleted()),
            "scheduledPurgeDate",
            seconds(deleted.purge()),
            "purgeProtectionEnabled",
            vault.protection().purge() || vault.isHsm() ? vault.protection().purge() : null);
    return Tree.of(
        "id",
        id,
        "name",
        vault.id().name(),
        "type",
        provider + "/" + kind,
        "properties",
        properties);
  }

  private static Instant seconds(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS);
  }

  ObjectNode policy(Vault.Policy policy) {
    ObjectNode permissions = Tree.of("keys", policy.keys());
    for (Map.Entry<String, List<String>> other : policy.others().entrySet()) {
      permissions.set(other.getKey(), Tree.array(other.getValue()));
    }
    return Tree.of(
        "tenantId",
        tenant,
        "objectId",
        policy.principal(),
        "applicationId",
        policy.application(),
        "permissions",
        permissions);
  }

  private static ObjectNode firewall(Vault vault) {
    Vault.Firewall firewall = vault.firewall();
    return Tree.of(
        "bypass",
        firewall.trustedServices() ? "AzureServices" : "None",
        "defaultAction",
        firewall.deny() ? "Deny" : "Allow",
        "ipRules",
        firewall.addresses().stream()
            .map(a -> Tree.of("value", a.contains("/") ? a : a + "/32"))
            .toList(),
        "virtualNetworkRules",
        vault.details().subnets().stream().map(s -> Tree.of("id", s)).toList());
  }
}
