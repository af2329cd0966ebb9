package dev.wrapkey.azure;

import com.azure.resourcemanager.keyvault.fluent.models.ManagedHsmInner;
import com.azure.resourcemanager.keyvault.fluent.models.VaultInner;
import com.azure.resourcemanager.keyvault.models.AccessPolicyEntry;
import com.azure.resourcemanager.keyvault.models.ManagedHsmProperties;
import com.azure.resourcemanager.keyvault.models.MhsmNetworkRuleSet;
import com.azure.resourcemanager.keyvault.models.NetworkRuleSet;
import com.azure.resourcemanager.keyvault.models.SkuName;
import com.azure.resourcemanager.keyvault.models.VaultProperties;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStore.AccessPolicy;
import dev.wrapkey.provisioning.KeyStore.Protection;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.ResourceId;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Key stores as the management plane describes them. */
final class StoreReader {

  // What the services assume where a store's description is silent.
  private static final int USUAL_RETENTION_DAYS = 90;

  private StoreReader() {}

  static KeyStore vault(VaultInner vault) {
    VaultProperties properties = vault.properties();
    boolean rbac = Answer.flag(properties.enableRbacAuthorization(), false);
    return new KeyStore(
        ResourceId.of(vault.id()),
        KeyStore.Kind.KEY_VAULT,
        Region.shortName(Answer.text(vault.location())),
        host(properties.vaultUri()),
        Answer.text(properties.tenantId()),
        new Protection(
            Answer.flag(properties.enableSoftDelete(), true),
            Answer.flag(properties.enablePurgeProtection(), false),
            Answer.number(properties.softDeleteRetentionInDays(), USUAL_RETENTION_DAYS)),
        rbac,
        rbac ? List.of() : policies(properties.accessPolicies()),
        properties.sku() != null && properties.sku().name() == SkuName.PREMIUM,
        network(properties));
  }

  static KeyStore hsm(ManagedHsmInner hsm) {
    ManagedHsmProperties properties = hsm.properties();
    return new KeyStore(
        ResourceId.of(hsm.id()),
        KeyStore.Kind.MANAGED_HSM,
        Region.shortName(Answer.text(hsm.location())),
        host(properties.hsmUri()),
        Answer.text(properties.tenantId()),
        new Protection(
            true,
            Answer.flag(properties.enablePurgeProtection(), false),
            Answer.number(properties.softDeleteRetentionInDays(), USUAL_RETENTION_DAYS)),
        true,
        List.of(),
        true,
        network(properties));
  }

  private static KeyStore.Network network(VaultProperties properties) {
    NetworkRuleSet rules = properties.networkAcls();
    return network(
        Answer.text(properties.publicNetworkAccess()),
        rules == null ? "" : Answer.text(rules.defaultAction()),
        rules == null ? "" : Answer.text(rules.bypass()));
  }

  private static KeyStore.Network network(ManagedHsmProperties properties) {
    MhsmNetworkRuleSet rules = properties.networkAcls();
    return network(
        Answer.text(properties.publicNetworkAccess()),
        rules == null ? "" : Answer.text(rules.defaultAction()),
        rules == null ? "" : Answer.text(rules.bypass()));
  }

  // Where public access is switched off the rules' bypass still lets trusted services in.
  private static KeyStore.Network network(String access, String otherwise, String bypass) {
    boolean trusted = bypass.equalsIgnoreCase("AzureServices");
    if (access.equalsIgnoreCase("Disabled")) {
      return trusted ? KeyStore.Network.PRIVATE_AND_TRUSTED : KeyStore.Network.PRIVATE;
    }
    if (!otherwise.equalsIgnoreCase("Deny")) {
      return KeyStore.Network.ALL;
    }
    return trusted ? KeyStore.Network.SELECTED_AND_TRUSTED : KeyStore.Network.SELECTED;
  }

  private static String host(@Nullable String uri) {
    return uri == null ? "" : Answer.text(URI.create(uri).getHost());
  }

  private static List<AccessPolicy> policies(@Nullable List<AccessPolicyEntry> entries) {
    return entries == null ? List.of() : entries.stream().map(StoreReader::policy).toList();
  }

  private static AccessPolicy policy(AccessPolicyEntry entry) {
    boolean silent = entry.permissions() == null || entry.permissions().keys() == null;
    return new AccessPolicy(
        Answer.text(entry.objectId()),
        silent
            ? List.of()
            : entry.permissions().keys().stream()
                .map(p -> p.toString().toLowerCase(Locale.ROOT))
                .toList());
  }
}
