package dev.wrapkey.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.catalog.Catalog;
import dev.wrapkey.provisioning.Copying;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.Practice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stands in the way of a copy, told before Azure is asked. */
class CopyPreflightTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final Subjects subjects = new Subjects(PRACTICE);

  private Plan copy(String source, Origin.Mode mode, String region) {
    Server from = PRACTICE.server(source);
    Plan plan =
        Copying.of(
            from,
            PRACTICE.subscription(from.id().subscription()),
            Catalog.compute(from.summary().sku()),
            Origin.latest(from, mode),
            region);
    return plan.withBasics(plan.basics().named(source + "-copy"));
  }

  private List<String> failed(Plan plan, Optional<String> pair) {
    return Subjects.rules(subjects.check(Subject.of(plan, pair)), Verdict.FAILED);
  }

  @Test
  void aRestoreOfAReadyServerPassesAndSaysSo() {
    Report report =
        subjects.check(
            Subject.of(copy("ledger-pg", Origin.Mode.POINT_IN_TIME, "eastus"), Optional.empty()));
    assertThat(Subjects.rules(report, Verdict.FAILED)).isEmpty();
    assertThat(Subjects.of(report, "SRC-1").message()).isEqualTo("The source is Ready.");
  }

  @Test
  void SRC_1_anInaccessibleSourceIsRefusedWithTheWayOut() {
    Plan plan =
        copy("payroll-pg", Origin.Mode.POINT_IN_TIME, "uksouth")
            .withEncryption(DataEncryption.serviceManaged());
    Report report = subjects.check(Subject.of(plan, Optional.empty()));
    assertThat(Subjects.rules(report, Verdict.FAILED)).containsExactly("SRC-1", "RST-3");
    assertThat(Subjects.of(report, "RST-3").message()).contains("Key payroll-kek expired on");
    assertThat(Subjects.of(report, "SRC-1").message())
        .contains("payroll-pg is Inaccessible", "Data encryption page");
  }

  @Test
  void RST_5_aServerWithoutGeoBackupCannotBeGeoRestored() {
    Plan plan =
        copy("ledger-pg", Origin.Mode.GEO, "westus")
            .withEncryption(DataEncryption.serviceManaged());
    assertThat(failed(plan, Optional.empty())).containsExactly("RST-5");
  }

  @Test
  void RST_8_aGeoRestoreUnderTheGeoKeyPasses() {
    Plan plan = copy("billing-pg", Origin.Mode.GEO, "westeurope");
    assertThat(failed(plan, Optional.of("northeurope"))).isEmpty();
  }

  @Test
  void RST_8_aGeoRestoreUnderTheFirstKeyFailsForItsRegion() {
    Plan plan =
        copy("billing-pg", Origin.Mode.GEO, "westeurope")
            .withEncryption(PRACTICE.server("billing-pg").encryption().withGeo(Optional.empty()));
    assertThat(failed(plan, Optional.of("northeurope"))).contains("CMK-3");
  }

  @Test
  void REP_2_aBurstableServerGetsNoReplica() {
    assertThat(failed(copy("dev-pg", Origin.Mode.REPLICA, "eastus"), Optional.empty()))
        .containsExactly("REP-2");
  }

  @Test
  void REP_4_theReplicaOfAServerWithAKeyNeedsOneToo() {
    Plan plan =
        copy("orders-pg", Origin.Mode.REPLICA, "eastus")
            .withEncryption(DataEncryption.serviceManaged());
    assertThat(failed(plan, Optional.empty())).containsExactly("REP-4");
  }

  @Test
  void RST_3_aDisabledKeyOfTheSourceIsToldWhileTheSourceStillLooksReady() {
    Plan plan =
        copy("orders-pg", Origin.Mode.POINT_IN_TIME, "eastus")
            .withEncryption(DataEncryption.serviceManaged());
    assertThat(failed(plan, Optional.empty())).isEmpty();
    KeyIdentifier used = PRACTICE.server("orders-pg").encryption().key().orElseThrow();
    PRACTICE.administrator().enable(used, false);
    try {
      assertThat(failed(plan, Optional.empty())).containsExactly("RST-3");
    } finally {
      PRACTICE.administrator().enable(used, true);
    }
  }

  @Test
  void RST_2_anIdentityWithoutRightsOnItsKeyIsToldBeforeTheRestore() {
    Plan plan =
        copy("ledger-pg", Origin.Mode.POINT_IN_TIME, "eastus")
            .withEncryption(
                DataEncryption.customerManaged(
                    Subjects.newest("kv-orders-eastus/orders-kek"),
                    subjects.identity("id-newcomer-eastus").id()));
    Report report = subjects.check(Subject.of(plan, Optional.empty()));
    assertThat(Subjects.rules(report, Verdict.FAILED)).isNotEmpty();
    assertThat(report.with(Verdict.FAILED).getFirst().message()).contains("id-newcomer-eastus");
  }

  @Test
  void CMK_34_keyStoreAndIdentityOfAReplicaAreInItsRegion() {
    Plan plan = copy("orders-pg", Origin.Mode.REPLICA, "westus");
    DataEncryption east =
        DataEncryption.customerManaged(
            Subjects.newest("kv-orders-eastus/orders-kek"),
            subjects.identity("id-orders-eastus").id());
    DataEncryption west =
        DataEncryption.customerManaged(
            Subjects.newest("kv-orders-westus/orders-west-kek"),
            subjects.identity("id-orders-westus").id());
    assertThat(failed(plan.withEncryption(east), Optional.empty())).contains("CMK-3", "CMK-34");
    assertThat(failed(plan.withEncryption(west), Optional.empty())).isEmpty();
  }
}
