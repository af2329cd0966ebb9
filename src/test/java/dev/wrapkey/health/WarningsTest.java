package dev.wrapkey.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.RotationPolicy;
import dev.wrapkey.rotation.WrapProof;
import dev.wrapkey.ui.Practice;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told before it breaks, each from a practice cloud that was brought to it. */
class WarningsTest {

  private final Practice practice = Practice.opened();
  private final Surveys surveys = new Surveys(practice);

  @AfterEach
  void close() {
    practice.close();
  }

  private KeyIdentifier keyOf(String server) {
    return practice.server(server).encryption().key().orElseThrow();
  }

  private HealthReport runWithProof() {
    return surveys
        .of(practice.cloud(), Optional.of(WrapProof.of(practice.inspector())))
        .run(new Survey.Listener() {}, new Cancellation());
  }

  private String restored() {
    practice
        .administrator()
        .restore(
            practice.idOf("orders-pg"),
            "restored-pg",
            practice.newest("kv-orders-eastus", "ledger-kek"),
            practice.identity("id-orders-eastus"));
    practice.time().jump(Duration.ofMinutes(20));
    return "restored-pg";
  }

  private void expire(KeyIdentifier version, Instant when) {
    practice
        .cloud()
        .keyLife()
        .edit(
            version,
            new KeyEdit(Optional.empty(), Optional.empty(), Optional.of(when), Optional.empty()));
  }

  @Test
  void aKeyThatExpiresWithinThirtyDaysIsAWarningWithTheDayCmk16() {
    Instant end = practice.time().now().plus(Duration.ofDays(12));
    expire(keyOf("billing-pg"), end);
    HealthReport report = surveys.run();
    Gap gap = Surveys.gap(report, "billing-pg", "CMK-16").orElseThrow();
    assertThat(gap.urgency()).isEqualTo(Urgency.WARNING);
    assertThat(gap.breaks()).contains(end);
    assertThat(gap.message()).contains("in 12 days");
    assertThat(Surveys.key(report, "billing-pg", Purpose.PRIMARY).daysLeft(report.at()))
        .contains(12L);
  }

  @Test
  void aKeyThatExpiresLaterIsNone() {
    expire(keyOf("billing-pg"), practice.time().now().plus(Duration.ofDays(31)));
    assertThat(Surveys.gap(surveys.run(), "billing-pg", "CMK-16")).isEmpty();
  }

  @Test
  void whatBreaksSoonerComesFirst() {
    expire(keyOf("billing-pg"), practice.time().now().plus(Duration.ofDays(20)));
    expire(keyOf("orders-pg"), practice.time().now().plus(Duration.ofDays(10)));
    assertThat(surveys.run().lines())
        .extracting(line -> line.server().name())
        .startsWith("payroll-pg", "orders-pg", "billing-pg");
  }

  @Test
  void aPinnedServerWhoseKeyIsRotatedByPolicyIsAWarningRec4() {
    KeyIdentifier key = keyOf("billing-pg");
    practice
        .cloud()
        .keyLife()
        .setPolicy(
            key.versionless(),
            new RotationPolicy(
                Optional.of(Period.ofYears(2)),
                Optional.of(
                    new RotationPolicy.Trigger(
                        RotationPolicy.From.AFTER_CREATION, Period.ofMonths(18))),
                Optional.empty()));
    Gap gap = Surveys.gap(surveys.run(), "billing-pg", "REC-4").orElseThrow();
    assertThat(gap.urgency()).isEqualTo(Urgency.WARNING);
    assertThat(gap.ways()).startsWith(Way.ROTATION);
  }

  @Test
  void aPinnedServerThatNewerVersionsHavePassedIsAWarningCmk42() {
    assertThat(Surveys.gap(surveys.run(), "orders-pg", "CMK-42").orElseThrow().urgency())
        .isEqualTo(Urgency.WARNING);
    practice.administrator().enable(practice.newest("kv-orders-eastus", "orders-kek"), false);
    assertThat(Surveys.gap(surveys.run(), "orders-pg", "CMK-42").orElseThrow().urgency())
        .as("a newer version that is switched off is none")
        .isEqualTo(Urgency.ADVICE);
  }

  @Test
  void aDeletedKeyIsTroubleWithTheDayOfItsEndKey1() {
    practice.administrator().delete(keyOf("orders-pg"));
    Gap gap = Surveys.gap(surveys.run(), "orders-pg", "KEY-1").orElseThrow();
    assertThat(gap.urgency()).isEqualTo(Urgency.TROUBLE);
    assertThat(gap.breaks()).isPresent();
    assertThat(gap.message()).contains("was deleted");
  }

  @Test
  void aDisabledKeyIsTroubleBeforeTheServiceLooksAgainCmk17() {
    practice.administrator().enable(keyOf("billing-pg"), false);
    HealthReport report = surveys.run();
    assertThat(Surveys.server(report, "billing-pg").server().state()).isEqualTo("Ready");
    assertThat(Surveys.rules(Surveys.server(report, "billing-pg"), Urgency.TROUBLE))
        .containsExactly("CMK-17");
  }

  @Test
  void aRestoredServerWhoseFirstKeyIsMarkedForDeletionIsAWarningCmk32() {
    KeyIdentifier original = keyOf("orders-pg");
    String name = restored();
    HealthReport before = runWithProof();
    assertThat(Surveys.server(before, name).needs())
        .extracting(Needed::key)
        .containsExactly(original);
    assertThat(Surveys.gap(before, name, "CMK-32")).isEmpty();
    practice.administrator().delete(original);
    Gap gap = Surveys.gap(runWithProof(), name, "CMK-32").orElseThrow();
    assertThat(gap.urgency()).isEqualTo(Urgency.WARNING);
    assertThat(gap.breaks()).isPresent();
    assertThat(gap.key()).contains(original);
    assertThat(gap.message()).contains("orders-kek", "was deleted");
  }

  @Test
  void aRestoredServerWhoseFirstKeyIsDisabledIsAWarningCmk32() {
    KeyIdentifier original = keyOf("orders-pg");
    String name = restored();
    practice.administrator().enable(original, false);
    assertThat(Surveys.gap(runWithProof(), name, "CMK-32").orElseThrow().message())
        .contains("disabled");
  }

  @Test
  void whatItsStorageShowsDatesTheLastRotation() {
    LastRotation last =
        Surveys.key(runWithProof(), "orders-pg", Purpose.PRIMARY).rotated().orElseThrow();
    assertThat(last.source()).isEqualTo(LastRotation.Source.STORAGE);
  }

  @Test
  void serversThatShareAKeyDoNotAskForItAgain() {
    restoredWith("one-pg");
    restoredWith("two-pg");
    Watched cloud = new Watched(practice.cloud());
    HealthReport report =
        surveys
            .of(cloud.cloud(), Optional.empty())
            .run(new Survey.Listener() {}, new Cancellation());
    assertThat(Surveys.key(report, "one-pg", Purpose.PRIMARY).key()).isEqualTo(keyOf("orders-pg"));
    assertThat(cloud.asked()).doesNotHaveDuplicates();
    assertThat(cloud.asked().stream().filter(q -> q.startsWith("keyStores.get")))
        .filteredOn(question -> question.contains("orders-kek"))
        .hasSize(1);
    assertThat(cloud.asked().stream().filter(q -> q.startsWith("identities.get")))
        .filteredOn(question -> question.contains("id-orders-eastus"))
        .hasSize(1);
  }

  private void restoredWith(String name) {
    practice
        .administrator()
        .restore(
            practice.idOf("orders-pg"),
            name,
            keyOf("orders-pg"),
            practice.identity("id-orders-eastus"));
    practice.time().jump(Duration.ofMinutes(20));
  }
}
