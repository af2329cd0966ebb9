package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Grants;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Lock;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Rights;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.simulator.PracticeCloud;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What guards key stores, as the SDK and the practice cloud agree on it. */
class AzureSafeguardsContractTest extends LandscapeContract {

  private static final String WRITE = "Microsoft.DBforPostgreSQL/flexibleServers/write";

  private static KeyIdentifier key(String store, String key) {
    return KeyIdentifier.of("https://" + store + ".vault.azure.net/keys/" + key);
  }

  private void lock(String scope, String name, String level) {
    RunningOperation made =
        new ArmResources(new ArmClients(connection), connection)
            .put(
                scope + "/providers/Microsoft.Authorization/locks/" + name,
                "2020-05-01",
                Map.of("properties", Map.of("level", level)));
    assertThat(made.poll()).isTrue();
  }

  private void log(KeyStore vault, String name, String category) {
    RunningOperation made =
        new ArmResources(new ArmClients(connection), connection)
            .put(
                vault.id() + "/providers/Microsoft.Insights/diagnosticSettings/" + name,
                "2021-05-01-preview",
                Map.of(
                    "properties",
                    Map.of(
                        "storageAccountId",
                        vault.id() + "-logs",
                        "logs",
                        List.of(Map.of("category", category, "enabled", true)))));
    assertThat(made.poll()).isTrue();
  }

  @Test
  void aSubscriptionBelongsToItsTenant() {
    assertThat(cloud.safeguards().tenant(SUB)).isEqualTo(PracticeCloud.TENANT);
    assertThat(vault("kv-orders-eastus").tenantId()).isEqualTo(PracticeCloud.TENANT);
  }

  @Test
  void CMK_10_aRoleOnTheVaultCountsForItsKeysSinceItWasGiven() {
    Grants grants =
        cloud
            .safeguards()
            .grants(
                vault("kv-orders-eastus"),
                key("kv-orders-eastus", "orders-kek"),
                identity("id-orders-eastus"));
    assertThat(grants.rights().suffice()).isTrue();
    assertThat(grants.since().orElseThrow()).isBefore(time.now().minus(Duration.ofDays(1)));
  }

  @Test
  void CMK_10_whoHasNothingHasNothingAndNoDate() {
    Grants grants =
        cloud
            .safeguards()
            .grants(
                vault("kv-orders-eastus"),
                key("kv-orders-eastus", "orders-kek"),
                identity("id-reporting-weu"));
    assertThat(grants.rights().granted()).isEmpty();
    assertThat(grants.since()).isEmpty();
  }

  @Test
  void CMK_10_aGrantedRoleIsThereAtOnceAndCanBeGrantedAgain() {
    KeyStore vault = vault("kv-reporting-weu");
    ManagedIdentity newcomer = identity("id-newcomer-eastus");
    cloud.safeguards().grant(vault, newcomer);
    cloud.safeguards().grant(vault, newcomer);
    Grants grants =
        cloud.safeguards().grants(vault, key("kv-reporting-weu", "reporting-kek"), newcomer);
    assertThat(grants.rights().suffice()).isTrue();
    assertThat(grants.since()).contains(time.now());
  }

  @Test
  void CMK_10_accessPoliciesCountWhereThereAreNoRoles() {
    KeyStore vault = vault("kv-policy-eastus");
    assertThat(vault.rbac()).isFalse();
    Grants grants =
        cloud
            .safeguards()
            .grants(vault, key("kv-policy-eastus", "policy-kek"), identity("id-orders-eastus"));
    assertThat(grants).isEqualTo(new Grants(new Rights(Set.of("get")), Optional.empty()));
  }

  @Test
  void CMK_10_anAddedPolicyLeavesThoseOfOthers() {
    KeyStore vault = vault("kv-policy-eastus");
    ManagedIdentity newcomer = identity("id-newcomer-eastus");
    cloud.safeguards().grant(vault, newcomer);
    KeyStore after = cloud.safeguards().vault(vault.id());
    assertThat(after.policies()).hasSize(vault.policies().size() + 1).containsAll(vault.policies());
    assertThat(
            cloud
                .safeguards()
                .grants(after, key("kv-policy-eastus", "policy-kek"), newcomer)
                .rights()
                .suffice())
        .isTrue();
  }

  @Test
  void CMK_6_purgeProtectionIsSwitchedOnAndNothingElseChanges() {
    KeyStore before = vault("kv-legacy-weu");
    cloud.safeguards().enablePurgeProtection(before);
    KeyStore after = cloud.safeguards().vault(before.id());
    assertThat(after.protection().purge()).isTrue();
    assertThat(after.protection().softDelete()).isTrue();
    assertThat(after.policies()).isEqualTo(before.policies());
    assertThat(after.network()).isEqualTo(before.network());
  }

  @Test
  void CMK_8_trustedServicesComeInAndTheRestStaysOut() {
    KeyStore sealed = vault("kv-sealed-eastus");
    cloud.safeguards().admitTrustedServices(sealed);
    assertThat(cloud.safeguards().vault(sealed.id()).network())
        .isEqualTo(KeyStore.Network.SELECTED_AND_TRUSTED);
  }

  @Test
  void REC_1_locksOnTheVaultAndAboveItCountAndThoseBesideItDoNot() {
    KeyStore vault = vault("kv-billing-neu");
    assertThat(cloud.safeguards().locks(vault.id())).isEmpty();
    String group = "/subscriptions/%s/resourceGroups/".formatted(SUB);
    lock(vault.id().toString(), "keep-vault", "CanNotDelete");
    lock(group + "rg-billing", "keep-group", "ReadOnly");
    lock(vault("kv-billing-weu").id().toString(), "keep-other", "CanNotDelete");
    assertThat(cloud.safeguards().locks(vault.id()))
        .containsExactlyInAnyOrder(
            new Lock("keep-vault", vault.id().toString(), false),
            new Lock("keep-group", group + "rg-billing", true));
  }

  @Test
  void REC_2_aDiagnosticSettingThatKeepsTheAuditLogCounts() {
    KeyStore vault = vault("kv-reporting-weu");
    assertThat(cloud.safeguards().isLogged(vault)).isFalse();
    log(vault, "metrics-only", "AllMetrics");
    assertThat(cloud.safeguards().isLogged(vault)).isFalse();
    log(vault, "audit", "AuditEvent");
    assertThat(cloud.safeguards().isLogged(vault)).isTrue();
    assertThat(cloud.safeguards().isLogged(vault("kv-lab-eastus"))).isFalse();
  }

  @Test
  void RIGHT_1_theAccountsOwnActionsAreToldForGroupsResourcesAndSubscriptions() {
    String subscription = "/subscriptions/" + SUB;
    for (String scope :
        List.of(
            subscription,
            subscription + "/resourceGroups/rg-orders",
            vault("kv-orders-eastus").id().toString())) {
      assertThat(cloud.safeguards().ownActions(scope))
          .as(scope)
          .anyMatch(block -> block.allows(WRITE));
    }
    assertThatThrownBy(
            () -> cloud.safeguards().ownActions(subscription + "/resourceGroups/rg-nothing"))
        .isInstanceOfSatisfying(
            CloudFailure.class, f -> assertThat(f.kind()).isEqualTo(Kind.NOT_FOUND));
  }

  @Test
  void PROOF_1_aKeyIsTriedByTheStoreItself() {
    KeyIdentifier good = cloud.keyStores().get(key("kv-orders-eastus", "orders-kek")).id();
    assertThat(cloud.safeguards().wrapsAndUnwraps(good)).isTrue();
    KeyIdentifier lapsed = cloud.keyStores().get(key("kv-orders-eastus", "lapsed-kek")).id();
    assertThatThrownBy(() -> cloud.safeguards().wrapsAndUnwraps(lapsed))
        .isInstanceOf(CloudFailure.class);
  }

  @Test
  void CMK_11_aManagedHsmTellsAndGivesItsLocalRoles() {
    KeyStore hsm = store(KeyStore.Kind.MANAGED_HSM, "hsm-orders-eastus");
    KeyIdentifier key =
        KeyIdentifier.of("https://hsm-orders-eastus.managedhsm.azure.net/keys/orders-hsm-kek");
    ManagedIdentity newcomer = identity("id-newcomer-eastus");
    assertThat(cloud.safeguards().grants(hsm, key, identity("id-orders-eastus")).rights().suffice())
        .isTrue();
    assertThat(cloud.safeguards().grants(hsm, key, newcomer).rights().granted()).isEmpty();
    cloud.safeguards().grant(hsm, newcomer);
    cloud.safeguards().grant(hsm, newcomer);
    assertThat(cloud.safeguards().grants(hsm, key, newcomer).rights().suffice()).isTrue();
  }

  @Test
  void theSettingsOfAManagedHsmAreLeftAlone() {
    KeyStore hsm = store(KeyStore.Kind.MANAGED_HSM, "hsm-orders-eastus");
    assertThatThrownBy(() -> cloud.safeguards().enablePurgeProtection(hsm))
        .isInstanceOf(CloudFailure.class);
    assertThatThrownBy(() -> cloud.safeguards().admitTrustedServices(hsm))
        .isInstanceOf(CloudFailure.class);
  }
}
