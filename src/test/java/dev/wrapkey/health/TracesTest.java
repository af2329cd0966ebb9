package dev.wrapkey.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.catalog.Catalog;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Copying;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rotation.GuidedRotation;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.RotationOrder;
import dev.wrapkey.rotation.RotationOutcome;
import dev.wrapkey.ui.Practice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the program's own ledgers tell of servers, where nobody can look inside them. */
class TracesTest {

  private final Practice practice = Practice.opened();
  private final Surveys surveys = new Surveys(practice);

  @AfterEach
  void close() {
    practice.close();
  }

  private Path ledgers(String folder) {
    return practice.folder().resolve(folder);
  }

  @Test
  void aServerThatWrapkeyRestoredStillNeedsTheKeyOfItsSourceCmk32() {
    KeyIdentifier original = practice.server("orders-pg").encryption().key().orElseThrow();
    restore("copy-pg");
    assertThat(Surveys.server(surveys.run(), "copy-pg").needs())
        .extracting(Needed::key)
        .containsExactly(original);
    practice.administrator().delete(original);
    Gap gap = Surveys.gap(surveys.run(), "copy-pg", "CMK-32").orElseThrow();
    assertThat(gap.urgency()).isEqualTo(Urgency.WARNING);
    assertThat(gap.breaks()).isPresent();
  }

  private void restore(String name) {
    Server source = practice.server("orders-pg");
    Plan copy =
        Copying.of(
            source,
            practice.subscription(Practice.PRODUCTION),
            Catalog.compute(source.summary().sku()),
            Origin.latest(source, Origin.Mode.POINT_IN_TIME),
            source.region());
    Plan plan =
        copy.withBasics(copy.basics().named(name))
            .withEncryption(
                DataEncryption.customerManaged(
                    practice.newest("kv-orders-eastus", "ledger-kek"),
                    practice.identity("id-orders-eastus").id()));
    Ledger ledger = Ledger.begin(ledgers("deployments"), "restore", plan, practice.time().now());
    Outcome outcome =
        new Provisioning(practice.cloud(), practice.time(), Retry.Policy.STANDARD)
            .run(plan, ledger, event -> {}, new Cancellation());
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
  }

  @Test
  void aServerThatWrapkeyRotatedIsDatedByItAndNoLongerBehind() {
    rotate("orders-pg");
    HealthReport report = surveys.run();
    KeyHealth key = Surveys.key(report, "orders-pg", Purpose.PRIMARY);
    LastRotation last = key.rotated().orElseThrow();
    assertThat(last.source()).isEqualTo(LastRotation.Source.WRAPKEY);
    assertThat(last.at()).isBetween(Practice.START, practice.time().now());
    assertThat(key.standing().behind()).isZero();
    assertThat(Surveys.rules(Surveys.server(report, "orders-pg"), Urgency.WARNING)).isEmpty();
  }

  private void rotate(String server) {
    GuidedRotation rotation =
        new GuidedRotation(
            practice.cloud(),
            practice.time(),
            Retry.Policy.STANDARD,
            Runnable::run,
            Optional.empty(),
            ledgers("rotations"));
    RotationLedger ledger =
        rotation.begin(
            RotationOrder.newVersion(practice.server(server), Set.of(KeyUser.Purpose.PRIMARY)));
    assertThat(rotation.run(ledger, event -> {}, new Cancellation()))
        .isInstanceOf(RotationOutcome.Succeeded.class);
  }
}
