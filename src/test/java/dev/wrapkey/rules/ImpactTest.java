package dev.wrapkey.rules;

import static dev.wrapkey.provisioning.KeyUser.Purpose.GEO_BACKUP;
import static dev.wrapkey.provisioning.KeyUser.Purpose.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Permit;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Rights;
import dev.wrapkey.rules.KeyImpact.Dependent;
import dev.wrapkey.rules.KeyImpact.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is judged from settings alone; what really happens is seen in the practice cloud. */
class ImpactTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final KeyIdentifier KEY =
      KeyIdentifier.of("https://twin.vault.azure.net/keys/kek");
  private static final KeyIdentifier HARD =
      KeyIdentifier.of("https://twin.managedhsm.azure.net/keys/kek");
  private static final ResourceId WORKER = new ResourceId("s", "rg", ResourceId.IDENTITY, "worker");
  private static final ManagedIdentity IDENTITY =
      new ManagedIdentity(WORKER, "eastus", "principal", "client");
  private static final KeyStore.Protection GUARDED = new KeyStore.Protection(true, true, 30);

  private static KeyUser server(String name, KeyUser.Purpose purpose, KeyIdentifier key) {
    return new KeyUser(
        ResourceId.server("s", "rg", name),
        "Ready",
        List.of(new KeyUser.Use(purpose, key, Optional.of("Valid"), Optional.of(WORKER))),
        Optional.empty(),
        new KeyUser.Backups(7, true));
  }

  private static Impact of(Loss loss, KeyUser... users) {
    return Impact.of(loss, new Impact.Around(List.of(users), List.of()), NOW);
  }

  private static Loss.OfStore store(KeyStore.Protection protection, boolean purge) {
    return new Loss.OfStore(
        new ResourceId("s", "rg", ResourceId.VAULT, "twin"),
        KeyStore.Kind.KEY_VAULT,
        protection,
        purge);
  }

  private static Loss.OfPermit permit(Map<KeyIdentifier, Rights> left) {
    KeyStore vault =
        new KeyStore(
            new ResourceId("s", "rg", ResourceId.VAULT, "twin"),
            KeyStore.Kind.KEY_VAULT,
            "eastus",
            KEY.host(),
            "tenant",
            GUARDED,
            true,
            List.of(),
            false,
            KeyStore.Network.ALL);
    return new Loss.OfPermit(
        vault,
        IDENTITY,
        new Permit(
            Permit.Source.ROLE, "id", "scope", "principal", "role", new Rights(Rights.NEEDED)),
        left);
  }

  @Test
  void aVaultAndAManagedHsmOfTheSameNameAreTwoStores() {
    KeyUser soft = server("soft-pg", PRIMARY, KEY);
    KeyUser hard = server("hard-pg", PRIMARY, HARD);
    assertThat(of(store(GUARDED, false), soft, hard).dark()).containsExactly(soft.id());
  }

  @Test
  void CMK_5_withoutSoftDeleteToDeleteAStoreIsToLoseItsData() {
    KeyStore.Protection none = new KeyStore.Protection(false, false, 90);
    Impact impact =
        of(store(none, false), server("a-pg", PRIMARY, KEY), server("b-pg", GEO_BACKUP, KEY));
    assertThat(impact.dependents())
        .extracting(Dependent::fate)
        .containsExactly(Fate.LOST, Fate.BACKUPS_LOST);
    assertThat(impact.recoverableUntil(NOW)).isEmpty();
  }

  @Test
  void INA_3_aDeletedStoreCanBeRecoveredForAsLongAsItIsKept() {
    assertThat(of(store(GUARDED, false)).recoverableUntil(NOW))
        .contains(NOW.plus(Duration.ofDays(30)));
    assertThat(of(store(GUARDED, true)).recoverableUntil(NOW)).isEmpty();
  }

  @Test
  void INA_6_ofAPermitOnlyThoseKeysCountForWhichNothingElseIsLeft() {
    KeyUser soft = server("soft-pg", PRIMARY, KEY.withVersion("0".repeat(32)));
    KeyUser hard = server("hard-pg", PRIMARY, HARD);
    Rights some = new Rights(Set.of("get", "wrapKey"));
    assertThat(of(permit(Map.of(KEY, some)), soft, hard).dark()).containsExactly(soft.id());
    assertThat(of(permit(Map.of(KEY, new Rights(Rights.NEEDED))), soft, hard).isHarmless())
        .isTrue();
    assertThat(of(permit(Map.of()), soft, hard).isHarmless()).isTrue();
  }

  @Test
  void INA_5_anotherIdentityOfTheServerDoesNotMatter() {
    ManagedIdentity other =
        new ManagedIdentity(
            new ResourceId("s", "rg", ResourceId.IDENTITY, "other"), "eastus", "p2", "c2");
    assertThat(of(new Loss.OfIdentity(other), server("a-pg", PRIMARY, KEY)).isHarmless()).isTrue();
    assertThat(of(new Loss.OfIdentity(IDENTITY), server("a-pg", PRIMARY, KEY)).breaksSomething())
        .isTrue();
  }

  @Test
  void CMK_32_aRestoredServerIsHitByTheVersionOfItsSourceOnly() {
    KeyIdentifier old = KEY.withVersion("0".repeat(32));
    KeyIdentifier fresh = KEY.withVersion("1".repeat(32));
    ResourceId restored = ResourceId.server("s", "rg", "restored-pg");
    Impact.Around around =
        new Impact.Around(
            List.of(),
            List.of(
                new Heir(
                    restored,
                    "Ready",
                    ResourceId.server("s", "rg", "source-pg"),
                    old,
                    Optional.empty())));
    assertThat(Impact.of(new Loss.OfKey(KeyAct.DISABLE, old, Optional.empty()), around, NOW).dark())
        .containsExactly(restored);
    assertThat(
            Impact.of(new Loss.OfKey(KeyAct.DISABLE, fresh, Optional.empty()), around, NOW)
                .isHarmless())
        .isTrue();
    assertThat(
            Impact.of(new Loss.OfKey(KeyAct.DELETE, KEY, Optional.empty()), around, NOW)
                .breaksSomething())
        .isTrue();
  }

  @Test
  void INA_4_theHourIsThatOfTheDocumentThatRules() {
    assertThat(Impact.grace(Profile.CURRENT)).isEqualTo(Duration.ofMinutes(60));
    assertThat(Impact.grace(Profile.JANUARY_2023)).isEqualTo(Duration.ofMinutes(10));
  }
}
