package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.management.Region;
import com.azure.resourcemanager.authorization.AuthorizationManager;
import com.azure.resourcemanager.keyvault.KeyVaultManager;
import com.azure.resourcemanager.keyvault.fluent.models.VaultInner;
import com.azure.resourcemanager.msi.MsiManager;
import com.azure.resourcemanager.postgresqlflexibleserver.models.Server;
import com.azure.resourcemanager.resources.ResourceManager;
import com.azure.security.keyvault.keys.models.KeyProperties;
import com.azure.security.keyvault.keys.models.KeyType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Microsoft's own clients see of the starter landscape. */
class LandscapeTest {

  @TempDir Path folder;
  private Practice practice;

  @BeforeEach
  void open() throws StateInUse {
    practice = new Practice(folder);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  @Test
  void twoPracticeSubscriptionsAreListed() {
    ResourceManager manager =
        ResourceManager.configure()
            .withHttpClient(practice.cloud.httpClient())
            .authenticate(practice.credential(), Practice.profile(Practice.PRODUCTION))
            .withSubscription(Practice.PRODUCTION);
    assertThat(manager.subscriptions().list().stream().map(s -> s.displayName()))
        .containsExactlyInAnyOrder("Practice Production", "Practice Development");
    assertThat(manager.resourceGroups().list().stream().map(g -> g.name()))
        .containsExactlyInAnyOrder(
            "rg-orders", "rg-security", "rg-reporting", "rg-billing", "rg-payroll");
    assertThat(
            manager.subscriptions().getById(Practice.PRODUCTION).listLocations().stream()
                .map(l -> l.region()))
        .contains(Region.US_EAST, Region.EUROPE_WEST);
  }

  @Test
  void serversShowTheirEncryption() {
    List<Server> servers =
        practice.postgres(Practice.PRODUCTION).servers().list().stream().toList();
    assertThat(servers.stream().map(Server::name))
        .containsExactlyInAnyOrder(
            "orders-pg", "ledger-pg", "reporting-pg", "billing-pg", "payroll-pg");
    assertThat(servers)
        .filteredOn(s -> s.name().equals("orders-pg"))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.regionName()).isEqualTo("East US");
              assertThat(s.dataEncryption().type()).hasToString("AzureKeyVault");
              assertThat(s.dataEncryption().primaryKeyUri())
                  .matches("https://kv-orders-eastus.vault.azure.net/keys/orders-kek/[0-9a-f]{32}");
              assertThat(s.dataEncryption().primaryEncryptionKeyStatus()).hasToString("Valid");
            });
    assertThat(servers)
        .filteredOn(s -> s.name().equals("reporting-pg"))
        .singleElement()
        .satisfies(
            s ->
                assertThat(s.dataEncryption().primaryKeyUri())
                    .isEqualTo("https://kv-reporting-weu.vault.azure.net/keys/reporting-kek"));
    assertThat(servers)
        .filteredOn(s -> s.name().equals("ledger-pg"))
        .singleElement()
        .satisfies(s -> assertThat(s.dataEncryption().type()).hasToString("SystemManaged"));
  }

  @Test
  void vaultsShowWhatIsWrongWithThem() {
    KeyVaultManager manager =
        KeyVaultManager.configure()
            .withHttpClient(practice.cloud.httpClient())
            .authenticate(practice.credential(), Practice.profile(Practice.PRODUCTION));
    List<VaultInner> vaults =
        manager.serviceClient().getVaults().listBySubscription().stream().toList();
    assertThat(vaults.stream().map(VaultInner::name))
        .containsExactlyInAnyOrder(
            "kv-orders-eastus",
            "kv-policy-eastus",
            "kv-lab-eastus",
            "kv-sealed-eastus",
            "kv-hidden-eastus",
            "kv-orders-westus",
            "kv-reporting-weu",
            "kv-legacy-weu",
            "kv-billing-neu",
            "kv-billing-weu",
            "kv-payroll-uks");
    assertThat(vault(vaults, "kv-orders-eastus").properties().enablePurgeProtection()).isTrue();
    assertThat(vault(vaults, "kv-lab-eastus").properties().enablePurgeProtection())
        .isNotEqualTo(true);
    assertThat(vault(vaults, "kv-legacy-weu").properties().enableSoftDelete()).isFalse();
    assertThat(vault(vaults, "kv-policy-eastus").properties().enableRbacAuthorization()).isFalse();
    assertThat(vault(vaults, "kv-sealed-eastus").properties().networkAcls().bypass())
        .hasToString("None");
    assertThat(manager.serviceClient().getManagedHsms().list().stream().map(h -> h.name()))
        .containsExactly("hsm-orders-eastus");
    assertThat(manager.serviceClient().getVaults().list().stream()).hasSize(11);
  }

  private static VaultInner vault(List<VaultInner> vaults, String name) {
    return vaults.stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void identitiesHaveTheirRoles() {
    MsiManager identities =
        MsiManager.configure()
            .withHttpClient(practice.cloud.httpClient())
            .authenticate(practice.credential(), Practice.profile(Practice.PRODUCTION));
    AuthorizationManager roles =
        AuthorizationManager.configure()
            .withHttpClient(practice.cloud.httpClient())
            .authenticate(practice.credential(), Practice.profile(Practice.PRODUCTION));
    String vault = Orders.vault("kv-orders-eastus");
    assertThat(identities.identities().list().stream().map(i -> i.name()))
        .containsExactlyInAnyOrder(
            "id-orders-eastus",
            "id-orders-westus",
            "id-newcomer-eastus",
            "id-reporting-weu",
            "id-fresh-eastus",
            "id-billing-neu",
            "id-billing-weu",
            "id-payroll-uks");
    assertThat(rolesOf(identities, roles, vault, "id-orders-eastus"))
        .containsExactly("Key Vault Crypto Service Encryption User");
    assertThat(rolesOf(identities, roles, vault, "id-newcomer-eastus")).isEmpty();
  }

  private static List<String> rolesOf(
      MsiManager identities, AuthorizationManager roles, String scope, String identity) {
    String principal =
        identities.identities().list().stream()
            .filter(i -> i.name().equals(identity))
            .findFirst()
            .orElseThrow()
            .principalId();
    return roles
        .roleServiceClient()
        .getRoleAssignments()
        .listForScope(
            scope,
            "principalId eq '" + principal + "'",
            null,
            null,
            com.azure.core.util.Context.NONE)
        .stream()
        .map(a -> roles.roleDefinitions().getById(a.roleDefinitionId()).roleName())
        .toList();
  }

  @Test
  void keysOfEveryKindAreThere() {
    var keys = practice.keys("kv-orders-eastus");
    assertThat(keys.listPropertiesOfKeys().stream().map(KeyProperties::getName))
        .containsExactlyInAnyOrder(
            "orders-kek", "ledger-kek", "signing-ec", "retired-kek", "lapsed-kek", "coming-kek");
    assertThat(keys.listPropertiesOfKeyVersions("orders-kek").stream()).hasSize(2);
    assertThat(keys.getKey("signing-ec").getKeyType()).isEqualTo(KeyType.EC);
    assertThat(keys.getKey("ledger-kek").getKey().toRsa().getPublic())
        .isInstanceOfSatisfying(
            java.security.interfaces.RSAPublicKey.class,
            k -> assertThat(k.getModulus().bitLength()).isEqualTo(3072));
    assertThat(keys.getKey("retired-kek").getProperties().isEnabled()).isFalse();
    assertThat(keys.getKey("lapsed-kek").getProperties().getExpiresOn().toInstant())
        .isBefore(Practice.START);
  }
}
