package dev.wrapkey.impact;

import static dev.wrapkey.impact.Estate.NEWCOMER;
import static dev.wrapkey.impact.Estate.PLAIN;
import static dev.wrapkey.impact.Estate.REPLICA;
import static dev.wrapkey.impact.Estate.RESTORED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.DeletedStore;
import dev.wrapkey.provisioning.KeyDeletion;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStore.Network;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Permit;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.StoreDeletion;
import dev.wrapkey.rules.Impact;
import dev.wrapkey.rules.KeyAct;
import dev.wrapkey.rules.KeyImpact;
import dev.wrapkey.rules.Loss;
import dev.wrapkey.rules.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is said before an act is what happens after it: predicted, done, an hour later compared,
 * then brought back as it is said. Each test leaves the estate as it was.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TruthTest {

  /** The starter landscape has one server that is Inaccessible already. */
  private static final String PAYROLL = "payroll-pg";

  private Estate estate;

  @BeforeAll
  void make() {
    estate = new Estate();
  }

  @AfterAll
  void close() {
    estate.close();
  }

  /** Predicts, does, compares; undoes and sees all of them Ready again. */
  private Impact holds(Loss loss, Runnable act, Runnable back, String... expected) {
    Impact impact = estate.predict(loss);
    assertThat(Estate.dark(impact)).as("predicted").containsExactlyInAnyOrder(expected);
    act.run();
    assertThat(estate.inaccessible(Impact.grace(Profile.CURRENT)))
        .as("outcome")
        .isEqualTo(and(Estate.dark(impact)));
    back.run();
    assertThat(estate.inaccessible(Duration.ofMinutes(70)))
        .as("after the way back")
        .containsExactly(PAYROLL);
    return impact;
  }

  private static Set<String> and(Set<String> dark) {
    Set<String> all = new TreeSet<>(dark);
    all.add(PAYROLL);
    return all;
  }

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

  private List<Loss.OfPermit> permits(String identity) {
    return new Permits(estate.cloud(), estate.look())
        .of(estate.identity(identity), new Cancellation());
  }

  private Loss.OfPermit permit(String identity, String store) {
    return permits(identity).stream()
        .filter(loss -> loss.store().name().equals(store))
        .findFirst()
        .orElseThrow();
  }

  private void withdraw(Loss.OfPermit loss) {
    estate.cloud().safeguards().withdraw(loss.store(), loss.permit());
  }

  private void give(Loss.OfPermit loss) {
    estate.cloud().safeguards().grant(loss.store(), loss.identity());
  }

  @Test
  void INA_6_aRoleTakenFromTheOnlyUserOfAKeyTakesItsServers() {
    Loss.OfPermit loss = permit("id-orders-eastus", "kv-orders-eastus");
    holds(loss, () -> withdraw(loss), () -> give(loss), "orders-pg", RESTORED, PLAIN);
  }

  @Test
  void INA_7_anAccessPolicyTakenAwayTakesTheReplicaAndNotItsSource() {
    Loss.OfPermit loss = permit("id-orders-eastus", "kv-hidden-eastus");
    assertThat(loss.permit().source()).isEqualTo(Permit.Source.POLICY);
    holds(loss, () -> withdraw(loss), () -> give(loss), REPLICA);
  }

  @Test
  void CMK_11_aLocalRoleOfAManagedHsmIsJudgedLikeAnyOther() {
    Loss.OfPermit loss = permit("id-orders-eastus", "hsm-orders-eastus");
    assertThat(loss.permit().source()).isEqualTo(Permit.Source.LOCAL_ROLE);
    holds(loss, () -> withdraw(loss), () -> give(loss), RESTORED);
  }

  @Test
  void INA_6_aRoleThatIsGivenTwiceIsMissedByNobody() {
    KeyStore vault = estate.store("kv-orders-eastus");
    ManagedIdentity newcomer = estate.identity("id-newcomer-eastus");
    estate.practice.administrator().grantOnGroup(newcomer, vault);
    estate.practice.time().jump(Duration.ofMinutes(20));
    List<Loss.OfPermit> both = permits("id-newcomer-eastus");
    assertThat(both).hasSize(2);
    Loss.OfPermit inherited =
        both.stream().filter(l -> l.permit().isInherited(vault)).findFirst().orElseThrow();
    Loss.OfPermit own =
        both.stream().filter(l -> !l.permit().isInherited(vault)).findFirst().orElseThrow();
    holds(own, () -> withdraw(own), () -> {});
    Loss.OfPermit last = permit("id-newcomer-eastus", "kv-orders-eastus");
    assertThat(last.permit()).isEqualTo(inherited.permit());
    holds(last, () -> withdraw(last), () -> give(own), NEWCOMER);
  }

  @Test
  void INA_5_aDeletedIdentityTakesItsServersAndItsNameIsNotEnough() {
    ManagedIdentity newcomer = estate.identity("id-newcomer-eastus");
    KeyStore vault = estate.store("kv-orders-eastus");
    DataEncryption before = estate.practice.server(NEWCOMER).encryption();
    holds(
        new Loss.OfIdentity(newcomer),
        () -> {
          estate.cloud().identities().delete(newcomer.id());
          estate.cloud().identities().create(newcomer.id(), "eastus");
        },
        () -> {
          estate.cloud().safeguards().grant(vault, estate.identity("id-orders-westus"));
          estate.practice.time().jump(Duration.ofMinutes(20));
          point(before.key().orElseThrow(), "id-orders-westus");
          ManagedIdentity again = estate.identity("id-newcomer-eastus");
          assertThat(again.principalId()).isNotEqualTo(newcomer.principalId());
          estate.cloud().safeguards().grant(vault, again);
          estate.practice.time().jump(Duration.ofMinutes(20));
          point(before.key().orElseThrow(), "id-newcomer-eastus");
        },
        NEWCOMER);
  }

  private void point(KeyIdentifier key, String identity) {
    RunningOperation change =
        estate
            .cloud()
            .servers()
            .changeKey(
                estate.practice.idOf(NEWCOMER),
                DataEncryption.customerManaged(key, estate.identity(identity).id()));
    while (!change.poll()) {
      estate.practice.time().jump(change.retryAfter());
    }
  }

  @Test
  void INA_5_theIdentityOfAllTakesAllOfThemAndWhoeverWasRestoredFromThem() {
    Impact impact = estate.predict(new Loss.OfIdentity(estate.identity("id-orders-eastus")));
    assertThat(Estate.dark(impact))
        .containsExactlyInAnyOrder("orders-pg", REPLICA, RESTORED, PLAIN);
    assertThat(impact.breaksSomething()).isTrue();
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
