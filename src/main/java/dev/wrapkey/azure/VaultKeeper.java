package dev.wrapkey.azure;

import com.azure.core.util.Context;
import com.azure.resourcemanager.keyvault.fluent.VaultsClient;
import com.azure.resourcemanager.keyvault.fluent.models.VaultAccessPolicyParametersInner;
import com.azure.resourcemanager.keyvault.fluent.models.VaultInner;
import com.azure.resourcemanager.keyvault.models.AccessPolicyEntry;
import com.azure.resourcemanager.keyvault.models.AccessPolicyUpdateKind;
import com.azure.resourcemanager.keyvault.models.KeyPermissions;
import com.azure.resourcemanager.keyvault.models.NetworkRuleAction;
import com.azure.resourcemanager.keyvault.models.NetworkRuleBypassOptions;
import com.azure.resourcemanager.keyvault.models.NetworkRuleSet;
import com.azure.resourcemanager.keyvault.models.Permissions;
import com.azure.resourcemanager.keyvault.models.VaultAccessPolicyProperties;
import com.azure.resourcemanager.keyvault.models.VaultPatchParameters;
import com.azure.resourcemanager.keyvault.models.VaultPatchProperties;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStore.Network;
import dev.wrapkey.provisioning.ResourceId;
import java.util.List;
import java.util.UUID;

/** Changes the settings of key vaults, one at a time; what is not named stays as it is. */
record VaultKeeper(ArmClients clients) {

  // Azure asks for list too, though the encryption itself does not need it.
  private static final List<KeyPermissions> NEEDED =
      List.of(
          KeyPermissions.GET,
          KeyPermissions.LIST,
          KeyPermissions.WRAP_KEY,
          KeyPermissions.UNWRAP_KEY);

  VaultInner read(ResourceId id) {
    return AzureFailures.ask(
        () ->
            vaults(id)
                .getByResourceGroupWithResponse(id.resourceGroup(), id.name(), Context.NONE)
                .getValue());
  }

  // "Add" leaves other permissions of the same principal as they are.
  void addPolicy(KeyStore store, String principalId) {
    AccessPolicyEntry entry =
        new AccessPolicyEntry()
            .withTenantId(UUID.fromString(store.tenantId()))
            .withObjectId(principalId)
            .withPermissions(new Permissions().withKeys(NEEDED));
    update(store, AccessPolicyUpdateKind.ADD, List.of(entry));
  }

  // Sent back as they were read: the service takes away what is named, not who is named.
  void removePolicy(KeyStore store, String principalId) {
    List<AccessPolicyEntry> present = read(store.id()).properties().accessPolicies();
    List<AccessPolicyEntry> own =
        (present == null ? List.<AccessPolicyEntry>of() : present)
            .stream().filter(policy -> principalId.equalsIgnoreCase(policy.objectId())).toList();
    if (!own.isEmpty()) {
      update(store, AccessPolicyUpdateKind.REMOVE, own);
    }
  }

  private void update(KeyStore store, AccessPolicyUpdateKind kind, List<AccessPolicyEntry> named) {
    VaultAccessPolicyParametersInner body =
        new VaultAccessPolicyParametersInner()
            .withProperties(new VaultAccessPolicyProperties().withAccessPolicies(named));
    AzureFailures.ask(
        () ->
            vaults(store.id())
                .updateAccessPolicyWithResponse(
                    store.id().resourceGroup(), store.name(), kind, body, Context.NONE)
                .getStatusCode());
  }

  void enablePurgeProtection(ResourceId id) {
    patch(
        id, new VaultPatchProperties().withEnableSoftDelete(true).withEnablePurgeProtection(true));
  }

  // The rules are replaced as a whole, so those that are there go along.
  void admitTrustedServices(ResourceId id) {
    NetworkRuleSet now = read(id).properties().networkAcls();
    NetworkRuleSet rules =
        now == null ? new NetworkRuleSet().withDefaultAction(NetworkRuleAction.DENY) : now;
    patch(
        id,
        new VaultPatchProperties()
            .withNetworkAcls(rules.withBypass(NetworkRuleBypassOptions.AZURE_SERVICES)));
  }

  // The bypass is kept where all networks come in: it says nothing there until somebody closes.
  void setNetwork(ResourceId id, Network network) {
    NetworkRuleSet now = read(id).properties().networkAcls();
    NetworkRuleSet rules = now == null ? new NetworkRuleSet() : now;
    boolean open = network == Network.ALL;
    rules.withDefaultAction(open ? NetworkRuleAction.ALLOW : NetworkRuleAction.DENY);
    if (!open) {
      boolean trusted =
          network == Network.SELECTED_AND_TRUSTED || network == Network.PRIVATE_AND_TRUSTED;
      rules.withBypass(
          trusted ? NetworkRuleBypassOptions.AZURE_SERVICES : NetworkRuleBypassOptions.NONE);
    }
    boolean off = network == Network.PRIVATE || network == Network.PRIVATE_AND_TRUSTED;
    patch(
        id,
        new VaultPatchProperties()
            .withNetworkAcls(rules)
            .withPublicNetworkAccess(off ? "Disabled" : "Enabled"));
  }

  private void patch(ResourceId id, VaultPatchProperties change) {
    AzureFailures.ask(
        () ->
            vaults(id)
                .updateWithResponse(
                    id.resourceGroup(),
                    id.name(),
                    new VaultPatchParameters().withProperties(change),
                    Context.NONE)
                .getStatusCode());
  }

  private VaultsClient vaults(ResourceId id) {
    return clients.vaults(id.subscription()).getVaults();
  }
}
