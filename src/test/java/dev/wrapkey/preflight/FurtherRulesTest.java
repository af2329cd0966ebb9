package dev.wrapkey.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.preflight.diagnosis.Diagnosis;
import dev.wrapkey.preflight.diagnosis.Suspect;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.simulator.fault.Aim;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.simulator.fault.Rhythm;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules that come to light only after something has happened. */
class FurtherRulesTest {

  private Practice practice;
  private Subjects subjects;

  @BeforeEach
  void open() {
    practice = Practice.opened();
    subjects = new Subjects(practice);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private Subject asItIs(String server) {
    return Subject.of(
        practice.server(server), practice.subscription(Practice.PRODUCTION), Optional.empty());
  }

  @Test
  void CMK_23_anIdentityThatIsMadeAnewUnderItsOldNameHasNoneOfItsRights() {
    ManagedIdentity before = practice.identity("id-orders-eastus");
    practice
        .itself()
        .faults()
        .switchOn(Fault.IDENTITY_DELETED, new FaultOrder(Aim.ANY, new Rhythm(1, 1, 1, 0), 0, ""));
    ManagedIdentity anew = practice.cloud().identities().create(before.id(), "eastus");
    practice.time().jump(Duration.ofMinutes(70));
    assertThat(anew.id()).isEqualTo(before.id());
    assertThat(anew.principalId()).isNotEqualTo(before.principalId());
    assertThat(practice.server("orders-pg").state()).isEqualTo("Inaccessible");
    Report report = subjects.check(asItIs("orders-pg"));
    assertThat(Subjects.of(report, "CMK-20").verdict()).isEqualTo(Verdict.PASSED);
    assertThat(Subjects.of(report, "CMK-10").verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void CMK_29_theOldRefusalOfGeoRedundantBackupIsExplainedByRegionAndInterface() {
    CloudFailure refused =
        new CloudFailure(
            CloudFailure.Kind.INVALID,
            "CMKNotSupportedForGeoRedundantBackupEnabledServer",
            "text that changes",
            "");
    assertThat(
            Diagnosis.of(refused, new Report(List.of(), List.of(), Duration.ZERO))
                .getFirst()
                .suspect())
        .isEqualTo(Suspect.NOT_OFFERED);
  }

  @Test
  void CMK_34_aReplicaDoesNotTakeAKeyOfItsSourcesRegion() {
    practice
        .administrator()
        .replicate(
            practice.idOf("orders-pg"),
            "orders-replica",
            practice.newest("kv-orders-eastus", "orders-kek"),
            practice.identity("id-orders-eastus"));
    practice.time().jump(Duration.ofMinutes(10));
    assertThat(practice.cloud().servers().list(Practice.PRODUCTION))
        .extracting(Server::name)
        .doesNotContain("orders-replica");
  }

  @Test
  void CMK_35_theBurstableTierTakesACustomersKey() {
    Plan plan = Plans.encrypted(practice, "burstable-pg");
    practice.cloud().servers().create(plan);
    practice.time().jump(Duration.ofMinutes(10));
    Server made = practice.server("burstable-pg");
    assertThat(made.summary().sku()).startsWith("Standard_B");
    assertThat(made.encryption().isCustomerManaged()).isTrue();
    assertThat(made.state()).isEqualTo("Ready");
  }

  @Test
  void CMK_40_aServerStaysWithTheVersionThatItNamesAndIsAdvisedToFollow() {
    KeyIdentifier pinned = practice.server("orders-pg").encryption().key().orElseThrow();
    KeyIdentifier fresh = practice.cloud().keyStores().rotate(pinned.versionless()).id();
    practice.time().jump(Duration.ofHours(3));
    DataEncryption now = practice.server("orders-pg").encryption();
    assertThat(now.key()).contains(pinned);
    assertThat(fresh).isNotEqualTo(pinned);
    assertThat(now.status()).contains("Valid");
    Report report = subjects.check(asItIs("orders-pg"));
    assertThat(Subjects.of(report, "CMK-42").verdict()).isEqualTo(Verdict.ADVICE);
  }

  @Test
  void REC_3_aStoreThatIsOpenToAllNetworksIsAdvisedAgainst() {
    Report open =
        subjects.check(
            subjects.following("eastus", "kv-orders-eastus/orders-kek", "id-orders-eastus"));
    assertThat(Subjects.of(open, "REC-3").verdict()).isEqualTo(Verdict.ADVICE);
    assertThat(Subjects.of(open, "REC-3").message()).contains("kv-orders-eastus", "trusted");
    Report closed =
        subjects.check(
            subjects.following("eastus", "kv-sealed-eastus/sealed-kek", "id-orders-eastus"));
    assertThat(Subjects.of(closed, "REC-3").verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void INA_2_aServerLeftOnAnExpiredVersionIsToldOfTheNewerOneAndMayTakeIt() {
    KeyIdentifier old = practice.server("payroll-pg").encryption().key().orElseThrow();
    KeyIdentifier fresh = practice.cloud().keyStores().rotate(old.versionless()).id();
    Check left = Subjects.of(subjects.check(asItIs("payroll-pg")), "INA-2");
    assertThat(left.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(left.message()).contains("payroll-kek", fresh.version().orElseThrow());
    Subject wanted =
        asItIs("payroll-pg")
            .with(DataEncryption.customerManaged(fresh, practice.identity("id-payroll-uks").id()));
    assertThat(Subjects.rules(subjects.check(wanted), Verdict.FAILED)).isEmpty();
  }
}
