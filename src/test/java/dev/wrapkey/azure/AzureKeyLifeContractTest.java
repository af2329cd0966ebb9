package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.DeletedKey;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyDeletion;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyOrder;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.RotationPolicy;
import dev.wrapkey.provisioning.RotationPolicy.From;
import dev.wrapkey.provisioning.RotationPolicy.Trigger;
import dev.wrapkey.simulator.PracticeCloud;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the port promises of the life of keys, kept by the SDK and the practice cloud together. */
class AzureKeyLifeContractTest extends LandscapeContract {

  @Override
  PracticeCloud practice(Path state) throws Exception {
    return PracticeCloud.open(state, time, new SecureRandom());
  }

  private KeyStore hsm() {
    return store(KeyStore.Kind.MANAGED_HSM, "hsm-orders-eastus");
  }

  private KeyIdentifier made(KeyStore store, String name) {
    return cloud.keyStores().create(store, name, KeyOrder.usual(2048, store.hardware())).id();
  }

  private KeyDeletion deletion() {
    return new KeyDeletion(cloud, time);
  }

  @Test
  void aDeletedKeyIsListedAndComesBackWithAllVersions() {
    KeyStore store = vault("kv-orders-eastus");
    KeyIdentifier first = made(store, "comes-back");
    KeyIdentifier second = cloud.keyStores().rotate(first).id();
    KeyIdentifier key = first.versionless();
    deletion().delete(key, new Cancellation());

    assertThat(failureOf(() -> cloud.keyStores().get(key)).kind()).isEqualTo(Kind.NOT_FOUND);
    DeletedKey deleted = cloud.keyLife().findDeleted(key).orElseThrow();
    assertThat(deleted.id()).isEqualTo(key);
    assertThat(deleted.deleted()).contains(time.now());
    assertThat(deleted.purges())
        .contains(time.now().plus(Duration.ofDays(store.protection().retentionDays())));
    assertThat(cloud.keyLife().deleted(store)).contains(deleted);
    assertThat(failureOf(() -> made(store, "comes-back")).kind())
        .as("the name is held")
        .isEqualTo(Kind.NAME_TAKEN);

    deletion().recover(key, new Cancellation());
    assertThat(cloud.keyLife().findDeleted(key)).isEmpty();
    assertThat(cloud.keyStores().versions(store, "comes-back"))
        .extracting(Key::id)
        .containsExactlyInAnyOrder(first, second);
  }

  @Test
  void ofAnHsmWhoseDeletedKeysMayNotBeReadOneIsDeletedAllTheSame() {
    KeyIdentifier key = made(hsm(), "unseen").versionless();
    deletion().delete(key, new Cancellation());
    assertThat(failureOf(() -> cloud.keyStores().get(key)).kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(failureOf(() -> cloud.keyLife().findDeleted(key)).kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(failureOf(() -> deletion().recover(key, new Cancellation())).kind())
        .isEqualTo(Kind.FORBIDDEN);
  }

  @Test
  void aPurgedKeyIsGone() {
    KeyIdentifier key = made(vault("kv-lab-eastus"), "short-lived").versionless();
    deletion().delete(key, new Cancellation());
    cloud.keyLife().purge(key);
    assertThat(cloud.keyLife().findDeleted(key)).isEmpty();
    assertThat(failureOf(() -> deletion().recover(key, new Cancellation())).kind())
        .isEqualTo(Kind.NOT_FOUND);
    assertThat(made(vault("kv-lab-eastus"), "short-lived").versionless())
        .as("the name is free again")
        .isEqualTo(key);
  }

  @Test
  void purgeProtectionRefusesPurge() {
    KeyIdentifier key = made(vault("kv-orders-eastus"), "guarded").versionless();
    deletion().delete(key, new Cancellation());
    assertThat(failureOf(() -> cloud.keyLife().purge(key)).kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(cloud.keyLife().findDeleted(key)).isPresent();
  }

  @Test
  void afterItsRetentionADeletedKeyIsGoneByItself() {
    KeyIdentifier key = made(vault("kv-lab-eastus"), "forgotten").versionless();
    deletion().delete(key, new Cancellation());
    time.jump(Duration.ofDays(7).plusSeconds(1));
    assertThat(cloud.keyLife().findDeleted(key)).isEmpty();
  }

  @Test
  void anEditChangesWhatItSaysAndNothingElse() {
    for (KeyStore store : List.of(vault("kv-orders-eastus"), hsm())) {
      KeyIdentifier id = made(store, "edited");
      Key before = cloud.keyStores().get(id);
      Key off = cloud.keyLife().edit(id, KeyEdit.enabled(false));
      assertThat(off.life().enabled()).isFalse();
      assertThat(off.operations()).isEqualTo(before.operations());
      assertThat(off.life().expires()).isEmpty();

      Instant from = time.now().minusSeconds(60);
      Instant to = time.now().plus(Duration.ofDays(100));
      Key dated =
          cloud
              .keyLife()
              .edit(
                  id,
                  new KeyEdit(
                      Optional.of(true), Optional.of(from), Optional.of(to), Optional.empty()));
      assertThat(dated.life().enabled()).isTrue();
      assertThat(dated.life().activates()).contains(from);
      assertThat(dated.life().expires()).contains(to);

      Key narrow =
          cloud
              .keyLife()
              .edit(
                  id,
                  new KeyEdit(
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of(List.of("sign", "verify"))));
      assertThat(narrow.operations()).containsExactlyInAnyOrder("sign", "verify");
      assertThat(narrow.life()).isEqualTo(dated.life());
      assertThat(cloud.keyStores().get(id)).isEqualTo(narrow);
    }
  }

  @Test
  void anEditTouchesOneVersionOnly() {
    KeyIdentifier first = made(vault("kv-orders-eastus"), "two-versions");
    KeyIdentifier second = cloud.keyStores().rotate(first).id();
    cloud.keyLife().edit(first, KeyEdit.enabled(false));
    assertThat(cloud.keyStores().get(first).life().enabled()).isFalse();
    assertThat(cloud.keyStores().get(second).life().enabled()).isTrue();
  }

  @Test
  void aRotationPolicyIsKeptAsItWasSetAndRotates() {
    KeyStore vault = vault("kv-orders-eastus");
    KeyIdentifier id = made(vault, "rotates");
    KeyIdentifier key = id.versionless();
    assertThat(cloud.keyLife().policy(key).rotate()).isEmpty();
    RotationPolicy policy =
        new RotationPolicy(
            Optional.of(Period.ofYears(2)),
            Optional.of(new Trigger(From.AFTER_CREATION, Period.ofMonths(18))),
            Optional.of(new Trigger(From.BEFORE_EXPIRY, Period.ofDays(30))));
    assertThat(cloud.keyLife().setPolicy(key, policy)).isEqualTo(policy);
    assertThat(cloud.keyLife().policy(key)).isEqualTo(policy);
    Instant due = policy.nextRotation(cloud.keyStores().get(id)).orElseThrow();
    assertThat(due).isEqualTo(Instant.parse("2027-09-01T12:00:00Z").plus(sinceNoon()));
    RotationPolicy none = new RotationPolicy(Optional.empty(), Optional.empty(), policy.notice());
    cloud.keyLife().setPolicy(key, none);
    assertThat(cloud.keyLife().policy(key).rotate()).isEmpty();
  }

  // Other tests of this class move the clock by whole days and seconds.
  private Duration sinceNoon() {
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    return Duration.between(noon, time.now());
  }

  @Test
  void aPolicyThatBreaksARuleIsRefused() {
    KeyIdentifier key = made(vault("kv-orders-eastus"), "unruly").versionless();
    RotationPolicy negative =
        new RotationPolicy(
            Optional.empty(),
            Optional.of(new Trigger(From.AFTER_CREATION, Period.ofDays(-3))),
            Optional.empty());
    assertThat(failureOf(() -> cloud.keyLife().setPolicy(key, negative)).kind())
        .isEqualTo(Kind.INVALID);
  }

  @Test
  void whoMayNotIsRefused() {
    KeyStore policies = vault("kv-policy-eastus");
    KeyStore hidden = vault("kv-hidden-eastus");
    KeyIdentifier key = cloud.keyStores().keys(policies).getFirst().id();
    assertThat(failureOf(() -> cloud.keyLife().delete(key)).kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(failureOf(() -> cloud.keyLife().policy(key)).kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(failureOf(() -> cloud.keyLife().deleted(hidden)).kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(cloud.keyStores().get(key)).as("still there").isNotNull();
  }

  @Test
  void theUsersOfKeysAreNamedWithBothKeys() {
    List<KeyUser> users = cloud.keyUsers().list(SUB);
    assertThat(users).extracting(KeyUser::name).contains("orders-pg", "billing-pg", "payroll-pg");
    assertThat(users).extracting(KeyUser::name).doesNotContain("ledger-pg");
    KeyUser billing = user(users, "billing-pg");
    assertThat(billing.uses())
        .extracting(KeyUser.Use::purpose)
        .containsExactly(KeyUser.Purpose.PRIMARY, KeyUser.Purpose.GEO_BACKUP);
    assertThat(billing.uses())
        .extracting(use -> use.key().storeName())
        .containsExactly("kv-billing-neu", "kv-billing-weu");
    assertThat(billing.backups().geoRedundant()).isTrue();
    assertThat(billing.backups().days()).isPositive();
    assertThat(user(users, "orders-pg").uses())
        .singleElement()
        .satisfies(use -> assertThat(use.key().version()).isPresent());
    assertThat(user(users, "reporting-pg").uses().getFirst().key().version()).isEmpty();
  }

  private static KeyUser user(List<KeyUser> users, String name) {
    return users.stream().filter(u -> u.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void theNetworkOfAStoreIsTold() {
    assertThat(vault("kv-orders-eastus").network()).isEqualTo(KeyStore.Network.ALL);
    assertThat(vault("kv-sealed-eastus").network()).isEqualTo(KeyStore.Network.SELECTED);
  }
}
