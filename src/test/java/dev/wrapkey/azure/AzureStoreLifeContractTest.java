package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.DeletedStore;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStore.Network;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Permit;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.StoreLife;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Key stores and those who use them, taken away and brought back, as SDK and practice cloud do. */
class AzureStoreLifeContractTest extends LandscapeContract {

  private StoreLife life;

  @BeforeAll
  void ask() {
    life = cloud.storeLife();
  }

  private List<KeyStore> stores(KeyStore.Kind kind) {
    List<KeyStore> found = new ArrayList<>();
    cloud.keyStores().list(kind, SUB, new Cancellation(), found::addAll);
    return found;
  }

  private KeyStore hsm() {
    return stores(KeyStore.Kind.MANAGED_HSM).stream()
        .filter(s -> s.name().equals("hsm-orders-eastus"))
        .findFirst()
        .orElseThrow();
  }

  private DeletedStore deleted(String name) {
    return life.deleted(SUB).stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private static KeyIdentifier key(KeyStore store, String key) {
    return KeyIdentifier.of("https://" + store.host() + "/keys/" + key);
  }

  private void finish(RunningOperation operation) {
    for (int i = 0; i < 50 && !operation.poll(); i++) {
      time.jump(operation.retryAfter());
    }
    assertThat(operation.poll()).isTrue();
  }

  @Test
  void INA_3_aDeletedVaultIsListedUntilItIsRecoveredAsItWas() {
    KeyStore before = vault("kv-policy-eastus");
    Instant now = time.now();
    finish(life.delete(before));
    assertThat(stores(KeyStore.Kind.KEY_VAULT))
        .extracting(KeyStore::name)
        .doesNotContain(before.name());
    DeletedStore gone = deleted(before.name());
    assertThat(gone.id()).isEqualTo(before.id());
    assertThat(gone.kind()).isEqualTo(KeyStore.Kind.KEY_VAULT);
    assertThat(gone.region()).isEqualTo("eastus");
    assertThat(gone.deleted()).contains(now);
    assertThat(gone.purges())
        .contains(now.plus(Duration.ofDays(before.protection().retentionDays())));
    finish(life.recover(gone));
    assertThat(vault(before.name())).isEqualTo(before);
    assertThat(cloud.keyStores().keys(before)).isNotEmpty();
    assertThat(life.deleted(SUB)).extracting(DeletedStore::name).doesNotContain(before.name());
  }

  /** "Soft delete overview": role assignments do not survive, access policies do. */
  @Test
  void INA_3_theRolesGivenOnADeletedVaultDoNotComeBackWithIt() {
    KeyStore vault = vault("kv-reporting-weu");
    ManagedIdentity user = identity("id-reporting-weu");
    KeyIdentifier key = key(vault, "reporting-kek");
    assertThat(cloud.safeguards().grants(vault, key, user).rights().suffice()).isTrue();
    finish(life.delete(vault));
    finish(life.recover(deleted(vault.name())));
    assertThat(cloud.safeguards().grants(vault, key, user).rights().granted()).isEmpty();
    cloud.safeguards().grant(vault, user);
    assertThat(cloud.safeguards().grants(vault, key, user).rights().suffice()).isTrue();
  }

  @Test
  void CMK_6_purgeProtectionKeepsADeletedVaultAndWithoutItItIsGoneForGood() {
    KeyStore guarded = vault("kv-orders-westus");
    assertThat(guarded.protection().purge()).isTrue();
    finish(life.delete(guarded));
    assertThat(deleted(guarded.name()).purgeProtected()).isTrue();
    failureOf(() -> life.purge(deleted(guarded.name())));
    assertThat(deleted(guarded.name()).id()).isEqualTo(guarded.id());
    KeyStore open = vault("kv-lab-eastus");
    assertThat(open.protection().purge()).isFalse();
    finish(life.delete(open));
    DeletedStore gone = deleted(open.name());
    assertThat(gone.purgeProtected()).isFalse();
    finish(life.purge(gone));
    assertThat(life.deleted(SUB)).extracting(DeletedStore::name).doesNotContain(open.name());
    assertThat(failureOf(() -> life.recover(gone)).kind()).isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void aManagedHsmIsDeletedAndRecoveredWithItsLocalRoles() {
    KeyStore before = hsm();
    ManagedIdentity user = identity("id-orders-eastus");
    finish(life.delete(before));
    assertThat(stores(KeyStore.Kind.MANAGED_HSM)).doesNotContain(before);
    DeletedStore gone = deleted(before.name());
    assertThat(gone.kind()).isEqualTo(KeyStore.Kind.MANAGED_HSM);
    finish(life.recover(gone));
    assertThat(hsm()).isEqualTo(before);
    assertThat(
            cloud
                .safeguards()
                .grants(before, key(before, "orders-hsm-kek"), user)
                .rights()
                .suffice())
        .isTrue();
  }

  @Test
  void INA_8_whoReachesAVaultIsChangedAndNothingElse() {
    KeyStore before = vault("kv-billing-neu");
    for (Network network : Network.values()) {
      KeyStore after = life.setNetwork(before, network);
      assertThat(after.network()).isEqualTo(network);
      assertThat(vault(before.name()).network()).isEqualTo(network);
      assertThat(after.policies()).isEqualTo(before.policies());
      assertThat(after.protection()).isEqualTo(before.protection());
    }
    assertThat(life.setNetwork(before, before.network())).isEqualTo(before);
    assertThat(failureOf(() -> life.setNetwork(hsm(), Network.ALL)).kind()).isEqualTo(Kind.INVALID);
  }

  @Test
  void INA_6_everyRoleThatLetsAnIdentityInIsToldAndCanBeTakenAwayAlone() {
    KeyStore vault = vault("kv-orders-eastus");
    ManagedIdentity user = identity("id-newcomer-eastus");
    KeyIdentifier key = key(vault, "orders-kek");
    assertThat(cloud.safeguards().permits(vault, key, user)).isEmpty();
    cloud.safeguards().grant(vault, user);
    List<Permit> permits = cloud.safeguards().permits(vault, key, user);
    assertThat(permits)
        .singleElement()
        .satisfies(
            permit -> {
              assertThat(permit.source()).isEqualTo(Permit.Source.ROLE);
              assertThat(permit.role()).isEqualTo("Key Vault Crypto Service Encryption User");
              assertThat(permit.scope()).isEqualToIgnoringCase(vault.id().toString());
              assertThat(permit.principal()).isEqualTo(user.principalId());
              assertThat(permit.rights().suffice()).isTrue();
              assertThat(permit.isInherited(vault)).isFalse();
              assertThat(permit.isInherited(vault("kv-billing-neu"))).isTrue();
            });
    cloud.safeguards().withdraw(vault, permits.getFirst());
    cloud.safeguards().withdraw(vault, permits.getFirst());
    assertThat(cloud.safeguards().permits(vault, key, user)).isEmpty();
    assertThat(cloud.safeguards().permits(vault, key, identity("id-orders-eastus"))).isNotEmpty();
  }

  @Test
  void INA_7_anAccessPolicyIsTakenAwayAndThoseOfOthersStay() {
    KeyStore vault = vault("kv-hidden-eastus");
    ManagedIdentity user = identity("id-newcomer-eastus");
    KeyIdentifier key = key(vault, "any-kek");
    cloud.safeguards().grant(vault, user);
    List<Permit> permits = cloud.safeguards().permits(vault, key, user);
    assertThat(permits).extracting(Permit::source).containsExactly(Permit.Source.POLICY);
    assertThat(permits.getFirst().rights().suffice()).isTrue();
    cloud.safeguards().withdraw(vault, permits.getFirst());
    assertThat(cloud.safeguards().permits(vault, key, user)).isEmpty();
    assertThat(vault(vault.name()).policies()).isEqualTo(vault.policies());
  }

  @Test
  void CMK_11_aLocalRoleOfAManagedHsmIsTakenAway() {
    KeyStore hsm = hsm();
    ManagedIdentity user = identity("id-newcomer-eastus");
    KeyIdentifier key = key(hsm, "orders-hsm-kek");
    cloud.safeguards().grant(hsm, user);
    List<Permit> permits = cloud.safeguards().permits(hsm, key, user);
    assertThat(permits).extracting(Permit::source).containsExactly(Permit.Source.LOCAL_ROLE);
    assertThat(permits.getFirst().role()).isEqualTo("Managed HSM Crypto Service Encryption User");
    cloud.safeguards().withdraw(hsm, permits.getFirst());
    cloud.safeguards().withdraw(hsm, permits.getFirst());
    assertThat(cloud.safeguards().permits(hsm, key, user)).isEmpty();
  }

  @Test
  void CMK_23_aDeletedIdentityIsAnotherOneWhenMadeAgain() {
    ManagedIdentity before =
        cloud
            .identities()
            .create(new ResourceId(SUB, "rg-orders", ResourceId.IDENTITY, "id-mortal"), "eastus");
    cloud.identities().delete(before.id());
    cloud.identities().delete(before.id());
    assertThat(failureOf(() -> cloud.identities().get(before.id())).kind())
        .isEqualTo(Kind.NOT_FOUND);
    ManagedIdentity again = cloud.identities().create(before.id(), "eastus");
    assertThat(again.principalId()).isNotEqualTo(before.principalId());
  }

  @Test
  void CMK_22_aServerTellsWhichIdentityUsesWhichKey() {
    KeyUser geo =
        cloud.keyUsers().list(SUB).stream()
            .filter(user -> user.uses().size() == 2)
            .findFirst()
            .orElseThrow();
    assertThat(geo.uses()).allSatisfy(use -> assertThat(use.identity()).isPresent());
    assertThat(geo.uses()).extracting(KeyUser.Use::identity).doesNotHaveDuplicates();
  }
}
