package dev.wrapkey.azure;

import com.azure.resourcemanager.keyvault.fluent.models.VaultAccessPolicyParametersInner;
import com.azure.resourcemanager.keyvault.models.AccessPolicyEntry;
import com.azure.resourcemanager.keyvault.models.IpRule;
import com.azure.resourcemanager.keyvault.models.KeyPermissions;
import com.azure.resourcemanager.keyvault.models.NetworkRuleAction;
import com.azure.resourcemanager.keyvault.models.NetworkRuleBypassOptions;
import com.azure.resourcemanager.keyvault.models.NetworkRuleSet;
import com.azure.resourcemanager.keyvault.models.Permissions;
import com.azure.resourcemanager.keyvault.models.Sku;
import com.azure.resourcemanager.keyvault.models.SkuFamily;
import com.azure.resourcemanager.keyvault.models.SkuName;
import com.azure.resourcemanager.keyvault.models.VaultAccessPolicyProperties;
import com.azure.resourcemanager.keyvault.models.VaultCreateOrUpdateParameters;
import com.azure.resourcemanager.keyvault.models.VaultProperties;
import dev.wrapkey.provisioning.KeyStore.Network;
import dev.wrapkey.provisioning.VaultOrder;
import java.util.List;
import java.util.UUID;

/** Orders for key vaults as the management plane wants them. */
final class VaultWriter {

  // What it takes to make and keep keys; not to use or purge them.
  private static final List<String> KEEPING =
      List.of(
          "get",
          "list",
          "create",
          "update",
          "import",
          "delete",
          "recover",
          "backup",
          "restore",
          "rotate",
          "getrotationpolicy",
          "setrotationpolicy");

  private VaultWriter() {}

  /**
   * The body of the request.
   *
   * @param account object id of the account that may work with the keys under access policies
   */
  static VaultCreateOrUpdateParameters vault(VaultOrder order, String tenant, String account) {
    boolean open =
        order.network() != Network.PRIVATE && order.network() != Network.PRIVATE_AND_TRUSTED;
    VaultProperties properties =
        new VaultProperties()
            .withTenantId(UUID.fromString(tenant))
            .withSku(
                new Sku()
                    .withFamily(SkuFamily.A)
                    .withName(order.premium() ? SkuName.PREMIUM : SkuName.STANDARD))
            .withEnableSoftDelete(true)
            .withSoftDeleteRetentionInDays(order.retentionDays())
            .withEnableRbacAuthorization(order.rbac())
            .withAccessPolicies(order.rbac() ? List.of() : List.of(keeper(tenant, account)))
            .withNetworkAcls(network(order))
            .withPublicNetworkAccess(open ? "Enabled" : "Disabled");
    if (order.purgeProtection()) {
      properties.withEnablePurgeProtection(true); // the service refuses a plain no
    }
    return new VaultCreateOrUpdateParameters()
        .withLocation(order.region())
        .withProperties(properties);
  }

  /** The change that lets one more account work with the keys of a vault. */
  static VaultAccessPolicyParametersInner policy(String tenant, String account) {
    return new VaultAccessPolicyParametersInner()
        .withProperties(
            new VaultAccessPolicyProperties().withAccessPolicies(List.of(keeper(tenant, account))));
  }

  private static AccessPolicyEntry keeper(String tenant, String account) {
    return new AccessPolicyEntry()
        .withTenantId(UUID.fromString(tenant))
        .withObjectId(account)
        .withPermissions(
            new Permissions().withKeys(KEEPING.stream().map(KeyPermissions::fromString).toList()));
  }

  private static NetworkRuleSet network(VaultOrder order) {
    boolean trusted = order.network() != Network.SELECTED && order.network() != Network.PRIVATE;
    return new NetworkRuleSet()
        .withDefaultAction(
            order.network() == Network.ALL ? NetworkRuleAction.ALLOW : NetworkRuleAction.DENY)
        .withBypass(
            trusted ? NetworkRuleBypassOptions.AZURE_SERVICES : NetworkRuleBypassOptions.NONE)
        .withIpRules(order.addresses().stream().map(each -> new IpRule().withValue(each)).toList());
  }
}
