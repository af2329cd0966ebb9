package dev.wrapkey.impact;

import static dev.wrapkey.impact.Estate.NEWCOMER;
import static dev.wrapkey.impact.Estate.PLAIN;
import static dev.wrapkey.impact.Estate.REPLICA;
import static dev.wrapkey.impact.Estate.RESTORED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Permit;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.rules.Impact;
import dev.wrapkey.rules.Loss;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermitTruthTest extends Truth {

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
}
