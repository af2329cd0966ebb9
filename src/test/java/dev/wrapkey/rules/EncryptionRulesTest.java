package dev.wrapkey.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStore.Kind;
import dev.wrapkey.provisioning.KeyStore.Protection;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Rights;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncryptionRulesTest {

  private static final String SUBSCRIPTION = "11111111-0000-4000-8000-000000000001";
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Protection SAFE = new Protection(true, true, 90);
  private static final ManagedIdentity IDENTITY =
      new ManagedIdentity(
          new ResourceId(SUBSCRIPTION, "rg", ResourceId.IDENTITY, "id-orders"),
          "eastus",
          "principal",
          "client");

  @Test
  void aProtectedStoreInRegionAndSubscriptionServes() {
    assertThat(StoreCheck.check(store(Kind.KEY_VAULT, SAFE, true), "East US", SUBSCRIPTION))
        .isEmpty();
  }

  @Test
  void cmk3WantsTheServersRegion() {
    Finding finding =
        only(StoreCheck.check(store(Kind.KEY_VAULT, SAFE, true), "westus", SUBSCRIPTION));
    assertThat(finding.rule()).isEqualTo("CMK-3");
    assertThat(finding.message()).contains("kv-orders", "East US", "West US", "server's");
  }

  @Test
  void cmk4WantsTheServersSubscription() {
    assertThat(only(StoreCheck.check(store(Kind.KEY_VAULT, SAFE, true), "eastus", "other")).rule())
        .isEqualTo("CMK-4");
  }

  @Test
  void cmk5Cmk6AndCmk7LookAtWhatGuardsDeletedKeys() {
    assertThat(protection(new Protection(false, true, 90))).containsExactly("CMK-5");
    assertThat(protection(new Protection(true, false, 90))).containsExactly("CMK-6");
    assertThat(protection(new Protection(true, true, 89))).containsExactly("CMK-7");
    assertThat(protection(new Protection(false, false, 0))).containsExactly("CMK-5", "CMK-6");
  }

  @Test
  void cmk7IsARecommendationAndTheOthersAreNot() {
    Protection poor = new Protection(true, false, 7);
    assertThat(StoreCheck.check(store(Kind.KEY_VAULT, poor, true), "westus", "other"))
        .extracting(Finding::rule, Finding::blocks)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("CMK-3", true),
            org.assertj.core.groups.Tuple.tuple("CMK-4", true),
            org.assertj.core.groups.Tuple.tuple("CMK-6", true),
            org.assertj.core.groups.Tuple.tuple("CMK-7", false));
  }

  @ParameterizedTest
  @CsvSource({
    "RSA, 4096, ''",
    "RSA-HSM, 4096, ''",
    "rsa-hsm, 4096, ''",
    "RSA, 3072, CMK-14",
    "RSA, 2048, CMK-14",
    "RSA, 1024, CMK-13",
    "RSA, 8192, CMK-13",
    "RSA, 0, ''",
    "EC, 0, CMK-13",
    "EC-HSM, 0, CMK-13",
    "oct-HSM, 0, CMK-13",
    "'', 0, ''"
  })
  void cmk13AndCmk14LookAtTypeAndSize(String type, int bits, String rule) {
    List<Finding> findings =
        KeyCheck.check(key(type, bits, List.of(), life(true, null, null)), NOW);
    assertThat(String.join(",", findings.stream().map(Finding::rule).toList())).isEqualTo(rule);
    assertThat(findings).allMatch(finding -> finding.blocks() == finding.rule().equals("CMK-13"));
  }

  @Test
  void cmk15WantsTheActivationDateInThePast() {
    assertThat(dates(NOW.plusSeconds(1), null)).containsExactly("CMK-15");
    assertThat(dates(NOW, null)).isEmpty();
    assertThat(dates(NOW.minusSeconds(1), null)).isEmpty();
  }

  @Test
  void cmk16WantsTheExpirationDateInTheFuture() {
    assertThat(dates(null, NOW.minusSeconds(1))).containsExactly("CMK-16");
    assertThat(dates(null, NOW)).containsExactly("CMK-16");
    assertThat(dates(null, NOW.plusSeconds(1))).isEmpty();
  }

  @Test
  void cmk16NamesTheMomentInUtc() {
    Key expired =
        key("RSA", 4096, List.of(), life(true, null, Instant.parse("2026-02-03T04:05:06Z")));
    assertThat(only(KeyCheck.check(expired, NOW)).message()).contains("3 February 2026, 04:05 UTC");
  }

  @Test
  void cmk17WantsAnEnabledKey() {
    assertThat(
            only(KeyCheck.check(key("RSA", 4096, List.of(), life(false, null, null)), NOW)).rule())
        .isEqualTo("CMK-17");
  }

  @Test
  void cmk19WantsWrapAndUnwrapWhereOperationsAreTold() {
    assertThat(operations()).isEmpty();
    assertThat(operations("encrypt", "WrapKey", "unwrapkey")).isEmpty();
    assertThat(operations("wrapKey")).containsExactly("CMK-19");
    assertThat(operations("sign", "verify")).containsExactly("CMK-19");
  }

  @Test
  void anIdentityWithAllThreeRightsServes() {
    assertThat(
            RightsCheck.check(
                IDENTITY, new Rights(Rights.NEEDED), store(Kind.KEY_VAULT, SAFE, true)))
        .isEmpty();
    assertThat(
            RightsCheck.check(
                IDENTITY,
                new Rights(Set.of("GET", "WRAPKEY", "UNWRAPKEY")),
                store(Kind.KEY_VAULT, SAFE, false)))
        .isEmpty();
  }

  @Test
  void cmk10NamesWhatIsMissingAndTheRoleToGrant() {
    Finding finding = rights(store(Kind.KEY_VAULT, SAFE, true), "wrapKey");
    assertThat(finding.rule()).isEqualTo("CMK-10");
    assertThat(finding.message())
        .contains("id-orders", "kv-orders", "get, unwrapKey")
        .contains("Key Vault Crypto Service Encryption User")
        .doesNotContain("get, wrapKey", "access policy");
  }

  @Test
  void cmk10AsksForAnAccessPolicyWhereTheVaultHasThose() {
    assertThat(rights(store(Kind.KEY_VAULT, SAFE, false)).message())
        .contains("get, wrapKey, unwrapKey", "access policy")
        .doesNotContain("role");
  }

  @Test
  void cmk11AsksForTheLocalRoleOfAManagedHsm() {
    Finding finding = rights(store(Kind.MANAGED_HSM, SAFE, true), "get");
    assertThat(finding.rule()).isEqualTo("CMK-11");
    assertThat(finding.message())
        .contains("Managed HSM Crypto Service Encryption User", "wrapKey, unwrapKey");
  }

  @Test
  void cmk21RecommendsAnIdentityInTheServersRegion() {
    assertThat(IdentityCheck.check(IDENTITY, "East US")).isEmpty();
    Finding finding = IdentityCheck.check(IDENTITY, "westus").orElseThrow();
    assertThat(finding.rule()).isEqualTo("CMK-21");
    assertThat(finding.blocks()).isFalse();
  }

  private static Finding rights(KeyStore store, String... granted) {
    return RightsCheck.check(IDENTITY, new Rights(Set.of(granted)), store).orElseThrow();
  }

  private static List<String> protection(Protection protection) {
    return StoreCheck.check(store(Kind.KEY_VAULT, protection, true), "eastus", SUBSCRIPTION)
        .stream()
        .map(Finding::rule)
        .toList();
  }

  private static List<String> dates(Instant activates, Instant expires) {
    return KeyCheck.check(key("RSA", 4096, List.of(), life(true, activates, expires)), NOW).stream()
        .map(Finding::rule)
        .toList();
  }

  private static List<String> operations(String... operations) {
    return KeyCheck.check(key("RSA", 4096, List.of(operations), life(true, null, null)), NOW)
        .stream()
        .map(Finding::rule)
        .toList();
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  private static KeyStore store(Kind kind, Protection protection, boolean rbac) {
    String type = kind == Kind.KEY_VAULT ? ResourceId.VAULT : ResourceId.MANAGED_HSM;
    return new KeyStore(
        new ResourceId(SUBSCRIPTION, "rg", type, "kv-orders"),
        kind,
        "eastus",
        "kv-orders.vault.azure.net",
        "tenant",
        protection,
        rbac,
        List.of(),
        false,
        KeyStore.Network.ALL);
  }

  private static Key key(String type, int bits, List<String> operations, Key.Life life) {
    return new Key(
        KeyIdentifier.of("https://kv-orders.vault.azure.net/keys/k"), type, bits, operations, life);
  }

  private static Key.Life life(boolean enabled, Instant activates, Instant expires) {
    return new Key.Life(
        enabled,
        NOW.minusSeconds(9999),
        Optional.ofNullable(activates),
        Optional.ofNullable(expires));
  }
}
