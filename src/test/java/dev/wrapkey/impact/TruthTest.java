package dev.wrapkey.impact;

import static dev.wrapkey.impact.Estate.NEWCOMER;
import static dev.wrapkey.impact.Estate.PLAIN;
import static dev.wrapkey.impact.Estate.REPLICA;
import static dev.wrapkey.impact.Estate.RESTORED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DeletedStore;
import dev.wrapkey.provisioning.KeyDeletion;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStore.Network;
import dev.wrapkey.provisioning.StoreDeletion;
import dev.wrapkey.rules.Impact;
import dev.wrapkey.rules.KeyAct;
import dev.wrapkey.rules.KeyImpact;
import dev.wrapkey.rules.Loss;
import dev.wrapkey.rules.Profile;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is said before an act is what happens after it: predicted, done, an hour later compared,
 * then brought back as it is said. Each test leaves the estate as it was.
 */
class TruthTest extends Truth {

  private Loss.OfKey loss(KeyAct act, KeyIdentifier key) {
    return new Loss.OfKey(act, key, Optional.of(estate.cloud().keyStores().get(key.versionless())));
  }

  private static Loss.OfStore deletion(KeyStore store) {
    return new Loss.OfStore(store.id(), store.kind(), store.protection(), false);
  }

  @Test
  void INA_4_aDeletedKeyTakesItsServersAndThoseRestoredFromThem() {
    KeyIdentifier key = estate.key("kv-orders-eastus", "orders-kek");
    KeyDeletion deletion = new KeyDeletion(estate.cloud(), estate.practice.time());
    Impact impact =
        holds(
            loss(KeyAct.DELETE, key),
            () -> deletion.delete(key, new Cancellation()),
            () -> deletion.recover(key, new Cancellation()),
            "orders-pg",
            RESTORED,
            PLAIN);
    assertThat(impact.cutOff()).extracting(user -> user.name()).containsExactly(REPLICA);
    assertThat(impact.heirs())
        .extracting(heir -> heir.server().name())
        .as("CMK-32, as far as Wrapkey remembers")
        .containsExactlyInAnyOrder(RESTORED, PLAIN);
  }

  @Test
  void INA_4_aDisabledVersionTakesThoseOnIt() {
    KeyIdentifier pinned = estate.practice.server("orders-pg").encryption().key().orElseThrow();
    holds(
        loss(KeyAct.DISABLE, pinned),
        () -> edit(pinned, false),
        () -> edit(pinned, true),
        "orders-pg",
        RESTORED,
        PLAIN);
  }

  /** §7.3: until January 2025 the documents said ten minutes, and no healing by itself. */
  @Test
  void INA_4_byTheRulesOf2023TenMinutesAreEnough() {
    KeyIdentifier pinned = estate.practice.server("orders-pg").encryption().key().orElseThrow();
    Impact impact = estate.predict(loss(KeyAct.DISABLE, pinned));
    estate.practice.itself().liveBy(dev.wrapkey.simulator.world.Profile.OF_2023);
    edit(pinned, false);
    assertThat(estate.inaccessible(Impact.grace(Profile.JANUARY_2023)))
        .isEqualTo(and(Estate.dark(impact)));
    estate.practice.itself().liveBy(dev.wrapkey.simulator.world.Profile.CURRENT);
    edit(pinned, true);
    assertThat(estate.inaccessible(Duration.ofMinutes(70))).containsExactly(PAYROLL);
  }

  private void edit(KeyIdentifier version, boolean on) {
    estate
        .cloud()
        .keyLife()
        .edit(
            version,
            new KeyEdit(Optional.of(on), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void INA_3_aDeletedVaultTakesAllItsServersAndTheRolesHaveToBeGivenAgain() {
    KeyStore vault = estate.store("kv-orders-eastus");
    Impact impact =
        holds(
            deletion(vault),
            () -> estate.delete(vault),
            () -> {
              estate.recover(vault.name());
              assertThat(estate.inaccessible(Duration.ofMinutes(70)))
                  .as("the roles on the vault went with it")
                  .contains("orders-pg", NEWCOMER);
              estate.cloud().safeguards().grant(vault, estate.identity("id-orders-eastus"));
              estate.cloud().safeguards().grant(vault, estate.identity("id-newcomer-eastus"));
              estate.cloud().safeguards().grant(vault, estate.identity("id-fresh-eastus"));
            },
            "orders-pg",
            NEWCOMER,
            RESTORED,
            PLAIN);
    assertThat(impact.cutOff()).extracting(user -> user.name()).containsExactly(REPLICA);
    assertThat(impact.recoverableUntil(estate.practice.time().now()))
        .contains(estate.practice.time().now().plus(Duration.ofDays(90)));
  }

  @Test
  void INA_3_aDeletedManagedHsmComesBackWithItsRoles() {
    KeyStore hsm = estate.store("hsm-orders-eastus");
    holds(deletion(hsm), () -> estate.delete(hsm), () -> estate.recover(hsm.name()), RESTORED);
  }

  @Test
  void INA_3_theVaultOfTheSecondKeyTakesTheServerToo() {
    KeyStore vault = estate.store("kv-billing-weu");
    holds(
        deletion(vault),
        () -> estate.delete(vault),
        () -> {
          estate.recover(vault.name());
          estate.cloud().safeguards().grant(vault, estate.identity("id-billing-weu"));
        },
        "billing-pg");
  }

  @ParameterizedTest
  @EnumSource
  void INA_8_aFirewallTakesAllServersUnlessItLetsTrustedServicesIn(Network network) {
    KeyStore vault = estate.store("kv-orders-eastus");
    boolean shut = network == Network.SELECTED || network == Network.PRIVATE;
    holds(
        new Loss.OfNetwork(vault, network),
        () -> estate.cloud().storeLife().setNetwork(vault, network),
        () -> estate.cloud().storeLife().setNetwork(vault, Network.ALL),
        shut ? new String[] {"orders-pg", NEWCOMER, RESTORED, PLAIN} : new String[0]);
  }

  @Test
  void aServerThatIsDarkAlreadyStaysSoAndNothingNewBreaks() {
    KeyStore vault = estate.store("kv-payroll-uks");
    Impact impact = estate.predict(deletion(vault));
    assertThat(Estate.dark(impact)).containsExactly(PAYROLL);
    assertThat(impact.dependents())
        .extracting(KeyImpact.Dependent::fate)
        .containsExactly(KeyImpact.Fate.STAYS_DARK);
    assertThat(impact.breaksSomething()).isFalse();
  }

  @Test
  void CMK_6_afterTheRetentionNothingBringsAVaultAndItsDataBack() {
    KeyStore vault = estate.store("kv-reporting-weu");
    Impact purge =
        estate.predict(new Loss.OfStore(vault.id(), vault.kind(), vault.protection(), true));
    assertThat(purge.dependents())
        .extracting(KeyImpact.Dependent::fate)
        .containsExactly(KeyImpact.Fate.LOST);
    Estate mine = new Estate();
    try {
      mine.delete(vault);
      DeletedStore gone = mine.deleted(vault.name());
      assertThat(mine.inaccessible(Duration.ofDays(91))).contains("reporting-pg");
      assertThat(mine.look().deleted()).extracting(DeletedStore::name).doesNotContain(vault.name());
      assertThatThrownBy(
              () ->
                  new StoreDeletion(mine.cloud(), mine.practice.time())
                      .recover(gone, new Cancellation()))
          .isInstanceOf(CloudFailure.class);
    } finally {
      mine.close();
    }
  }
}
