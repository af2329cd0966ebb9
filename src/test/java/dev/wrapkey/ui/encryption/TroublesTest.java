package dev.wrapkey.ui.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.diagnosis.Suspect;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.simulator.fault.Aim;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.simulator.fault.Rhythm;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.choice.Proof;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that lost their key (portal specification 7.2): the page says why and what helps. */
class TroublesTest {

  private Practice practice;
  private Blades blades;

  @BeforeEach
  void open() {
    practice = Practice.opened();
    blades = Blades.of(practice);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private static List<Suspect> suspects(EncryptionViewModel blade) {
    return blade.troubles().causes().stream().map(Trouble::suspect).toList();
  }

  private void strike(Fault fault) {
    practice
        .itself()
        .faults()
        .switchOn(fault, new FaultOrder(Aim.ANY, new Rhythm(1, 1, 1, 0), 0, ""));
    practice.time().jump(Duration.ofMinutes(70));
  }

  @ParameterizedTest
  @CsvSource({
    "KEY_DISABLED, KEY_DISABLED",
    "KEY_DELETED, KEY_MISSING",
    "PERMISSION_REVOKED, NO_RIGHTS",
    "IDENTITY_DELETED, IDENTITY_MISSING",
    "VAULT_FIREWALL, FIREWALL"
  })
  void INA_4_to_INA_8_theCauseIsNamedAndThePageIsReachable(Fault fault, Suspect cause) {
    strike(fault);
    EncryptionViewModel blade = blades.entered("orders-pg");
    assertThat(blade.stateProperty().get()).isEqualTo(State.CUSTOMER_MANAGED);
    assertThat(blade.presentProperty().get().isInaccessible()).isTrue();
    assertThat(suspects(blade)).contains(cause);
  }

  @Test
  void INA_5_aServerWhoseIdentityIsGoneIsPointedToAnotherOne() {
    strike(Fault.IDENTITY_DELETED);
    EncryptionViewModel blade = blades.entered("orders-pg");
    assertThat(blade.blocks().primary().identitiesProperty().get()).isEmpty();
    assertThat(blade.dirtyProperty().get()).isFalse();
    practice
        .administrator()
        .grant(practice.identity("id-newcomer-eastus"), practice.store("kv-orders-eastus"));
    practice.time().jump(Duration.ofMinutes(30));
    blade.blocks().primary().add(practice.identity("id-newcomer-eastus"));
    assertThat(blade.savableProperty().get()).isTrue();
    blade.save();
    assertThat(blade.failureProperty().get()).isNull();
    assertThat(practice.server("orders-pg").encryption().identity())
        .contains(practice.identity("id-newcomer-eastus").id());
    practice.time().jump(Duration.ofMinutes(70));
    assertThat(practice.server("orders-pg").state()).isEqualTo("Ready");
  }

  @Test
  void INA_1_anExpiredKeyHasToBeExtendedFirst() {
    EncryptionViewModel blade = blades.entered("payroll-pg");
    assertThat(suspects(blade)).containsExactly(Suspect.KEY_EXPIRED);
    assertThat(blade.troubles().causes().getFirst().purpose()).isEqualTo(Purpose.PRIMARY);
    assertThat(blade.troubles().obstacle()).isPresent();
    blade.blocks().primary().choice().automaticProperty().set(true);
    assertThat(blade.savableProperty().get()).isFalse();
  }

  @Test
  void INA_1_afterTheExpiryWasExtendedTheServerComesBackAndMayBeChanged() {
    KeyIdentifier key = practice.server("payroll-pg").encryption().key().orElseThrow();
    practice
        .cloud()
        .keyLife()
        .edit(
            key,
            new KeyEdit(
                Optional.empty(),
                Optional.empty(),
                Optional.of(practice.time().now().plus(Duration.ofDays(90))),
                Optional.empty()));
    practice.time().jump(Duration.ofMinutes(70));
    EncryptionViewModel blade = blades.entered("payroll-pg");
    assertThat(blade.presentProperty().get().isInaccessible()).isFalse();
    assertThat(blade.troubles().obstacle()).isEmpty();
    blade.blocks().primary().choice().automaticProperty().set(true);
    assertThat(blade.savableProperty().get()).isTrue();
  }

  @Test
  void INA_2_aNewerVersionOfTheSameKeyMayTakeThePlaceOfAnExpiredOneAndNoOtherKey() {
    KeyIdentifier old = practice.server("payroll-pg").encryption().key().orElseThrow();
    KeyIdentifier fresh = practice.cloud().keyStores().rotate(old.versionless()).id();
    EncryptionViewModel blade = blades.entered("payroll-pg");
    assertThat(suspects(blade)).containsExactly(Suspect.VERSION_EXPIRED);
    assertThat(blade.troubles().causes().getFirst().message())
        .contains(fresh.version().orElseThrow());
    blade
        .blocks()
        .primary()
        .choice()
        .identifier()
        .set(practice.newest("kv-orders-eastus", "orders-kek").toString());
    assertThat(blade.troubles().obstacle()).isPresent();
    blade.blocks().primary().choice().identifier().set(fresh.toString());
    assertThat(blade.troubles().obstacle()).isEmpty();
    assertThat(blade.savableProperty().get()).isTrue();
    blade.save();
    assertThat(practice.server("payroll-pg").encryption().key()).contains(fresh);
  }

  @Test
  void INA_3_aKeyStoreThatIsGoneIsSuspectedAsLongAsNobodySeesIt() {
    practice.administrator().deleteVault(practice.store("kv-orders-eastus").id());
    practice.time().jump(Duration.ofMinutes(70));
    EncryptionViewModel blade = blades.entered("orders-pg");
    assertThat(blade.troubles().causes())
        .filteredOn(trouble -> trouble.suspect() == Suspect.STORE_UNSEEN)
        .singleElement()
        .satisfies(trouble -> assertThat(trouble.thing()).isEqualTo("kv-orders-eastus"));
  }

  @Test
  void INA_1_theProofOfTheExpiredKeyDoesNotSendToAnotherVersionFirst() {
    EncryptionViewModel blade = blades.entered("payroll-pg");
    Proof proof = blade.blocks().primary().choice().proofProperty().get();
    assertThat(proof).isInstanceOf(Proof.Checked.class);
    assertThat(((Proof.Checked) proof).findings())
        .filteredOn(finding -> finding.rule().equals("CMK-16"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .contains("wait until the server is Ready")
                    .doesNotContain("or choose another version"));
  }

  @Test
  void aServerThatIsWellIsNotExamined() {
    EncryptionViewModel blade = blades.entered("orders-pg");
    assertThat(blade.troubles().causes()).isEmpty();
    assertThat(blade.troubles().lookingProperty().get()).isFalse();
  }
}
