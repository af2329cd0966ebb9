package dev.wrapkey.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.ui.Practice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same servers by the rules of January 2023. */
class EarlyProfileTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final Subjects subjects = new Subjects(PRACTICE);

  private Report check(Subject subject, Profile profile) {
    return new Preflight(PRACTICE.cloud(), PRACTICE.time(), Runnable::run)
        .run(subject, profile, _ -> {}, new Cancellation());
  }

  private List<String> failed(Subject subject) {
    return Subjects.rules(check(subject, Profile.JANUARY_2023), Verdict.FAILED);
  }

  private Subject pinned(String store, String key, String identity) {
    return subjects.with("eastus", PRACTICE.newest(store, key), identity);
  }

  @Test
  void CMK_10_rolesWereNotEnoughAVaultNeededAnAccessPolicy() {
    Subject subject = pinned("kv-orders-eastus", "orders-kek", "id-orders-eastus");
    assertThat(failed(subject)).containsExactly("CMK-10");
    Check check = Subjects.of(check(subject, Profile.JANUARY_2023), "CMK-10");
    assertThat(check.message()).startsWith("In January 2023:").contains("access policy");
    assertThat(check(subject, Profile.CURRENT).obstructs()).isFalse();
  }

  @Test
  void CMK_7_fewerThanNinetyDaysWereRefused() {
    assertThat(failed(pinned("kv-lab-eastus", "lab-kek", "id-orders-eastus")))
        .containsExactly("CMK-6", "CMK-7", "CMK-10");
  }

  @Test
  void CMK_3_anotherRegionWasAdvisedAgainstOnly() {
    Subject subject = pinned("kv-orders-westus", "orders-west-kek", "id-orders-westus");
    Report report = check(subject, Profile.JANUARY_2023);
    assertThat(Subjects.of(report, "CMK-3").verdict()).isEqualTo(Verdict.ADVICE);
    assertThat(Subjects.of(report, "CMK-3").message()).contains("In January 2023:");
  }

  @Test
  void CMK_13_onlyKeysOf2048BitsWereTaken() {
    assertThat(failed(pinned("kv-orders-eastus", "ledger-kek", "id-orders-eastus")))
        .containsExactly("CMK-13", "CMK-10");
  }

  @Test
  void CMK_42_aKeyIdentifierWithoutAVersionWasRefused() {
    Subject subject =
        subjects.following("eastus", "kv-orders-eastus/orders-kek", "id-orders-eastus");
    assertThat(failed(subject)).containsExactly("CMK-42", "CMK-10");
  }

  @Test
  void CMK_24_CMK_36_neitherGeoRedundantBackupNorManagedHsmsWereSupported() {
    KeyIdentifier hsm =
        KeyIdentifier.of("https://hsm-orders-eastus.managedhsm.azure.net/keys/orders-hsm-kek");
    Subject both =
        subjects.withGeo(
            subjects.with("eastus", hsm, "id-orders-eastus"),
            "westus",
            "kv-orders-westus/orders-west-kek",
            "id-orders-westus");
    assertThat(failed(both)).contains("CMK-24", "CMK-36");
    assertThat(check(both, Profile.CURRENT).obstructs()).isFalse();
  }

  @Test
  void whatNobodyRecommendedThenIsNotSaid() {
    Report report =
        check(pinned("kv-orders-eastus", "orders-kek", "id-orders-eastus"), Profile.JANUARY_2023);
    assertThat(report.checks())
        .extracting(Check::rule)
        .contains("KEY-1", "CMK-16", "REC-1")
        .doesNotContain("CMK-14", "REC-7", "PROOF-1");
  }

  @Test
  void otherProductsHaveOtherServers() {
    Subject subject = pinned("kv-orders-eastus", "orders-kek", "id-orders-eastus");
    assertThatThrownBy(() -> check(subject, Profile.COSMOS_DB))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
