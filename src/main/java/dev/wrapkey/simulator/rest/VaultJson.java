package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Vaults and managed HSMs as Azure Resource Manager shows and takes them. */
final class VaultJson {

  private final String tenant;

  VaultJson(String tenant) {
    this.tenant = tenant;
  }

  ObjectNode vault(Vault vault) {
    ObjectNode properties =
        Tree.of(
            "sku",
            Tree.of("family", "A", "name", "standard"),
            "tenantId",
            tenant,
            "networkAcls",
            firewall(vault.firewall()),
            "accessPolicies",
            vault.rights().policies().stream().map(this::policy).toList(),
            "enabledForDeployment",
            false,
            "enableSoftDelete",
            vault.protection().softDelete(),
            "softDeleteRetentionInDays",
            vault.protection().days(),
            "enableRbacAuthorization",
            vault.rights().rbac(),
            "enablePurgeProtection",
            vault.protection().purge() ? true : null,
            "vaultUri",
            "https://" + vault.host() + "/",
            "provisioningState",
            "Succeeded",
            "publicNetworkAccess",
            "Enabled");
    return Tree.of(
        "id", vault.id().text(),
        "name", vault.id().name(),
        "type", Vault.VAULTS,
        "location", vault.region(),
        "tags", vault.tags(),
        "properties", properties);
  }

  ObjectNode hsm(Vault hsm) {
    ObjectNode properties =
        Tree.of(
            "tenantId", tenant,
            "hsmUri", "https://" + hsm.host() + "/",
            "initialAdminObjectIds", List.of(),
            "enableSoftDelete", hsm.protection().softDelete(),
            "softDeleteRetentionInDays", hsm.protection().days(),
            "enablePurgeProtection", hsm.protection().purge(),
            "provisioningState", "Succeeded",
            "statusMessage", "The Managed HSM is provisioned and ready to use.",
            "networkAcls", firewall(hsm.firewall()),
            "publicNetworkAccess", "Enabled",
            "regions", List.of());
    return Tree.of(
        "sku", Tree.of("family", "B", "name", "Standard_B1"),
        "id", hsm.id().text(),
        "name", hsm.id().name(),
        "type", Vault.HSMS,
        "location", hsm.region(),
        "tags", hsm.tags(),
        "properties", properties);
  }

  /** Reads the body of a PUT. What it leaves out gets Azure's defaults. */
  static Vault read(ArmId id, String region, JsonNode body) {
    JsonNode properties = body.path("properties");
    Vault.Protection protection =
        new Vault.Protection(
            properties.path("enableSoftDelete").asBoolean(true),
            properties.path("enablePurgeProtection").asBoolean(false),
            properties.path("softDeleteRetentionInDays").asInt(90));
    List<Vault.Policy> policies = new ArrayList<>();
    for (JsonNode policy : properties.path("accessPolicies")) {
      policies.add(
          new Vault.Policy(
              Tree.text(policy, "objectId"), texts(policy.path("permissions").path("keys"))));
    }
    JsonNode acls = properties.path("networkAcls");
    Vault.Firewall firewall =
        new Vault.Firewall(
            Tree.text(acls, "defaultAction").equalsIgnoreCase("Deny"),
            !Tree.text(acls, "bypass").equalsIgnoreCase("None"),
            StreamSupport.stream(acls.path("ipRules").spliterator(), false)
                .map(rule -> Tree.text(rule, "value").replace("/32", ""))
                .toList());
    Vault.Rights rights =
        new Vault.Rights(properties.path("enableRbacAuthorization").asBoolean(false), policies);
    return new Vault(id, region, protection, rights, firewall, GroupHandler.tags(body));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(n -> n.asText().toLowerCase(Locale.ROOT))
        .toList();
  }

  private ObjectNode policy(Vault.Policy policy) {
    return Tree.of(
        "tenantId", tenant,
        "objectId", policy.principal(),
        "permissions",
            Tree.of("keys", policy.keys(), "secrets", List.of(), "certificates", List.of()));
  }

  private static ObjectNode firewall(Vault.Firewall firewall) {
    return Tree.of(
        "bypass",
        firewall.trustedServices() ? "AzureServices" : "None",
        "defaultAction",
        firewall.deny() ? "Deny" : "Allow",
        "ipRules",
        firewall.addresses().stream().map(a -> Tree.of("value", a + "/32")).toList(),
        "virtualNetworkRules",
        List.of());
  }
}
