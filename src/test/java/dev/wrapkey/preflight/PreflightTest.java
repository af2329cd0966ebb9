package dev.wrapkey.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.Practice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Second keys, servers that exist, and how the asking itself goes. */
class PreflightTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final Subjects subjects = new Subjects(PRACTICE);

  private Subject billing() {
    return subjects.following("northeurope", "kv-billing-neu/billing-kek", "id-billing-neu");
  }

  private Subject existing(String name, Optional<String> pair) {
    Server server = PRACTICE.server(name);
    return Subject.of(server, PRACTICE.subscription(server.id().subscription()), pair);
  }

  private List<String> failed(Subject subject) {
    return Subjects.rules(subjects.check(subject), Verdict.FAILED);
  }

  @Test
  void CMK_25_twoGoodKeysInTwoRegionsPass() {
    Report report =
        subjects.check(
            subjects.withGeo(
                billing(), "westeurope", "kv-billing-weu/billing-weu-kek", "id-billing-weu"));
    assertThat(Subjects.rules(report, Verdict.FAILED)).isEmpty();
    assertThat(Subjects.rules(report, Verdict.UNKNOWN)).isEmpty();
    assertThat(Subjects.rules(report, Verdict.PASSED))
        .contains("CMK-22", "CMK-25", "CMK-27")
        .doesNotContain("CMK-28");
    assertThat(report.checks()).hasSizeGreaterThanOrEqualTo(30);
  }

  @Test
  void CMK_22_CMK_25_oneIdentityAndOneStoreForBothKeysFail() {
    Subject same =
        subjects.withGeo(billing(), "westeurope", "kv-billing-neu/billing-kek", "id-billing-neu");
    assertThat(failed(same)).containsExactly("CMK-25", "CMK-22");
  }

  @Test
  void CMK_27_geoRedundantBackupWithoutASecondKeyFails() {
    Subject alone =
        new Subject(
            billing().subscription(),
            "northeurope",
            Optional.of("westeurope"),
            Optional.empty(),
            billing().encryption());
    assertThat(failed(alone)).containsExactly("CMK-27");
  }

  @Test
  void CMK_28_aSecondKeyWithoutGeoRedundantBackupFails() {
    Subject both =
        subjects.withGeo(
            billing(), "westeurope", "kv-billing-weu/billing-weu-kek", "id-billing-weu");
    Subject off =
        new Subject(
            both.subscription(),
            both.region(),
            Optional.empty(),
            Optional.empty(),
            both.encryption());
    assertThat(failed(off)).containsExactly("CMK-28");
  }

  @Test
  void aServerWithBothKeysPassesAsItIs() {
    Report report = subjects.check(existing("billing-pg", Optional.of("westeurope")));
    assertThat(Subjects.rules(report, Verdict.FAILED)).isEmpty();
    assertThat(Subjects.rules(report, Verdict.ADVICE)).contains("CMK-42");
    assertThat(Subjects.of(report, "STATE-1").message()).isEqualTo("The server is Ready.");
  }

  @Test
  void CMK_16_theInaccessibleServersExpiredKeyFailsAndCanBeExtended() {
    Report report = subjects.check(existing("payroll-pg", Optional.empty()));
    assertThat(Subjects.rules(report, Verdict.FAILED)).containsExactly("CMK-16");
    assertThat(Subjects.of(report, "CMK-16").remedy().orElseThrow())
        .isInstanceOfSatisfying(
            Remedy.ExtendExpiry.class,
            extend -> assertThat(extend.version().version()).isPresent());
  }

  @Test
  void INA_1_anotherKeyIsNoWayOutWhileTheOldOneHasExpired() {
    Subject other =
        existing("payroll-pg", Optional.empty())
            .with(
                DataEncryption.customerManaged(
                    Subjects.newest("kv-orders-eastus/orders-kek"),
                    subjects.identity("id-orders-eastus").id()));
    assertThat(failed(other)).containsExactly("CMK-3", "INA-1");
  }

  @Test
  void CMK_30_aServerWithoutACustomersKeyCannotGetOne() {
    Subject wish =
        existing("ledger-pg", Optional.empty())
            .with(
                DataEncryption.customerManaged(
                    Subjects.newest("kv-orders-eastus/orders-kek"),
                    subjects.identity("id-orders-eastus").id()));
    assertThat(failed(wish)).containsExactly("CMK-30");
  }

  @Test
  void aServiceManagedServerHasNoKeyToCheck() {
    Report report = subjects.check(existing("ledger-pg", Optional.empty()));
    assertThat(report.checks())
        .extracting(Check::rule)
        .containsExactly("STATE-1", "LOCK-1", "RIGHT-1");
    assertThat(report.obstructs()).isFalse();
  }

  @Test
  void BLD_12_aKeyWithoutAnIdentityFails() {
    DataEncryption half =
        new DataEncryption(
            DataEncryption.Mode.CUSTOMER_MANAGED,
            Optional.of(Subjects.newest("kv-orders-eastus/orders-kek")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(failed(billing().with(half))).containsExactly("BLD-12");
  }

  @Test
  void CMK_20_anIdentityThatIsGoneFailsAndSoDoesOneThatIsNone() {
    ResourceId known = subjects.identity("id-orders-eastus").id();
    KeyIdentifier key = Subjects.newest("kv-orders-eastus/orders-kek");
    ResourceId gone =
        new ResourceId(known.subscription(), known.resourceGroup(), known.type(), "id-gone");
    Subject subject = subjects.with("eastus", key, "id-orders-eastus");
    assertThat(failed(subject.with(DataEncryption.customerManaged(key, gone))))
        .containsExactly("CMK-20");
    ResourceId server = PRACTICE.idOf("orders-pg");
    assertThat(failed(subject.with(DataEncryption.customerManaged(key, server))))
        .containsExactly("CMK-20");
  }

  @Test
  void CMK_42_aPinnedVersionIsAdvisedAgainst() {
    KeyIdentifier pinned = PRACTICE.newest("kv-orders-eastus", "orders-kek");
    Report report = subjects.check(subjects.with("eastus", pinned, "id-orders-eastus"));
    assertThat(Subjects.rules(report, Verdict.ADVICE)).contains("CMK-42");
  }

  @Test
  void CMK_11_theLocalRolesOfAManagedHsmDecide() {
    KeyIdentifier key =
        KeyIdentifier.of("https://hsm-orders-eastus.managedhsm.azure.net/keys/orders-hsm-kek");
    Report good = subjects.check(subjects.with("eastus", key, "id-orders-eastus"));
    assertThat(Subjects.rules(good, Verdict.FAILED)).isEmpty();
    assertThat(Subjects.rules(good, Verdict.UNKNOWN)).isEmpty();
    assertThat(Subjects.rules(good, Verdict.PASSED)).contains("CMK-3", "CMK-6", "CMK-11", "CMK-13");
    assertThat(failed(subjects.with("eastus", key, "id-newcomer-eastus")))
        .containsExactly("CMK-11");
  }

  @Test
  void aStoreThatNobodySeesIsUnknown() {
    KeyIdentifier key = KeyIdentifier.of("https://kv-nobody.vault.azure.net/keys/k");
    Report report = subjects.check(subjects.with("eastus", key, "id-orders-eastus"));
    assertThat(Subjects.of(report, "STORE-1").verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(report.isCertain()).isFalse();
  }

  @Test
  void checksDoneAtTheSameTimeComeToTheSameAndEachIsTold() {
    Subject subject =
        subjects.withGeo(
            billing(), "westeurope", "kv-billing-weu/billing-weu-kek", "id-billing-weu");
    List<Check> told = new ArrayList<>();
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      Report report =
          new Preflight(PRACTICE.cloud(), PRACTICE.time(), many)
              .run(subject, told::add, new Cancellation());
      assertThat(report.checks()).isEqualTo(subjects.check(subject).checks());
      assertThat(told).containsExactlyInAnyOrderElementsOf(report.checks());
    }
  }

  @Test
  void onlyTheRulesThatAreAskedForAreAsked() {
    Report report =
        new Preflight(PRACTICE.cloud(), PRACTICE.time(), Runnable::run)
            .run(billing(), "CMK-6"::equals, _ -> {}, new Cancellation());
    assertThat(report.checks()).extracting(Check::rule).containsExactly("CMK-6");
  }

  @Test
  void aCancelledPreflightEndsAtOnce() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    Preflight preflight = new Preflight(PRACTICE.cloud(), PRACTICE.time(), Runnable::run);
    assertThatThrownBy(() -> preflight.run(billing(), _ -> {}, cancelled))
        .isInstanceOf(CancellationException.class);
  }
}
