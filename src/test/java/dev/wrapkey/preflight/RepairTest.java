package dev.wrapkey.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.ui.Practice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is broken and can be mended is mended, and then passes. */
class RepairTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final Subjects subjects = new Subjects(PRACTICE);
  private final List<Probe> probes = new ArrayList<>();

  private Remedy remedy(Subject subject, String rule) {
    return Subjects.of(subjects.check(subject), rule).remedy().orElseThrow();
  }

  private Check mend(Subject subject, String rule) {
    return new Repair(PRACTICE.cloud(), PRACTICE.time())
        .run(remedy(subject, rule), subject, probes::add, new Cancellation());
  }

  @Test
  void CMK_10_aRoleIsGrantedAndWaitedForUntilItHoldsEverywhere() {
    Subject subject =
        subjects.following("eastus", "kv-orders-eastus/orders-kek", "id-newcomer-eastus");
    Check mended = mend(subject, "CMK-10");
    assertThat(mended.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(probes.getFirst().seen().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(probes.getLast().elapsed())
        .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    assertThat(subjects.check(subject).obstructs()).isFalse();
  }

  @Test
  void CMK_10_anAccessPolicyIsAddedWhereTheVaultHasThese() {
    Subject subject =
        subjects.following("eastus", "kv-policy-eastus/policy-kek", "id-orders-eastus");
    assertThat(remedy(subject, "CMK-10").words()).contains("access policy");
    assertThat(mend(subject, "CMK-10").verdict()).isEqualTo(Verdict.PASSED);
    assertThat(probes).hasSize(1);
  }

  @Test
  void CMK_11_theLocalRoleOfAManagedHsmIsGranted() {
    Subject subject =
        subjects.with(
            "eastus",
            KeyIdentifier.of("https://hsm-orders-eastus.managedhsm.azure.net/keys/orders-hsm-kek"),
            "id-reporting-weu");
    assertThat(remedy(subject, "CMK-11").command())
        .startsWith("az keyvault role assignment create --hsm-name hsm-orders-eastus")
        .endsWith("--scope /keys");
    assertThat(mend(subject, "CMK-11").verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void CMK_6_purgeProtectionIsTurnedOnForGood() {
    Subject subject = subjects.following("eastus", "kv-lab-eastus/lab-kek", "id-orders-eastus");
    assertThat(remedy(subject, "CMK-6").isIrreversible()).isTrue();
    assertThat(mend(subject, "CMK-6").verdict()).isEqualTo(Verdict.PASSED);
    assertThat(subjects.check(subject).obstructs()).isFalse();
  }

  @Test
  void CMK_5_softDeleteComesWithPurgeProtection() {
    Subject subject =
        subjects.following("westeurope", "kv-legacy-weu/legacy-kek", "id-reporting-weu");
    assertThat(remedy(subject, "CMK-5").words()).contains("soft delete");
    mend(subject, "CMK-5");
    assertThat(subjects.check(subject).obstructs()).isFalse();
  }

  @Test
  void CMK_8_theFirewallLetsTrustedServicesInAndNobodyElse() {
    Subject subject =
        subjects.following("eastus", "kv-sealed-eastus/sealed-kek", "id-orders-eastus");
    assertThat(mend(subject, "CMK-8").verdict()).isEqualTo(Verdict.PASSED);
    Report after = subjects.check(subject);
    assertThat(after.obstructs()).isFalse();
    assertThat(Subjects.of(after, "REC-3").verdict()).isEqualTo(Verdict.PASSED);
    assertThat(Subjects.of(after, "KEY-1").verdict())
        .as("still closed to us")
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void CMK_16_anExpiredKeyLivesForAnotherYear() {
    Subject subject =
        subjects.following("eastus", "kv-orders-eastus/lapsed-kek", "id-orders-eastus");
    Check mended = mend(subject, "CMK-16");
    assertThat(mended.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(mended.message()).contains("2027");
  }

  @Test
  void CMK_17_aDisabledKeyIsEnabled() {
    Subject subject =
        subjects.following("eastus", "kv-orders-eastus/retired-kek", "id-orders-eastus");
    assertThat(mend(subject, "CMK-17").verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void everyRemedySaysWhichCommandDoesTheSame() {
    Subject lab = subjects.following("eastus", "kv-hidden-eastus/hidden-kek", "id-newcomer-eastus");
    assertThat(remedy(lab, "CMK-10").command())
        .isEqualTo(
            "az keyvault set-policy --name kv-hidden-eastus --resource-group \"rg-security\""
                + " --subscription facade00-0000-4000-a000-0000000000a1"
                + " --object-id facade00-0000-4000-a000-000000000103"
                + " --key-permissions get list wrapKey unwrapKey");
    Subject coming =
        subjects.following("eastus", "kv-orders-westus/orders-west-kek", "id-reporting-weu");
    assertThat(remedy(coming, "CMK-10").command())
        .startsWith("az role assignment create --role \"Key Vault Crypto Service Encryption User\"")
        .endsWith("/providers/Microsoft.KeyVault/vaults/kv-orders-westus\"");
  }
}
