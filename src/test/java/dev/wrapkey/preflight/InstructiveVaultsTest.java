package dev.wrapkey.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.Practice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each vault of the starter landscape breaks exactly the rules that it is there to teach. */
class InstructiveVaultsTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final Subjects subjects = new Subjects(PRACTICE);

  @ParameterizedTest(name = "{0}: {1} for {2} in {3} fails {4}")
  @CsvSource({
    "right,               kv-orders-eastus/orders-kek,      id-orders-eastus,   eastus,      ''",
    "short of 4096 bits,  kv-orders-eastus/ledger-kek,      id-orders-eastus,   eastus,      ''",
    "CMK-6 no purge,      kv-lab-eastus/lab-kek,            id-orders-eastus,   eastus,      CMK-6",
    "CMK-3 other region,  kv-orders-westus/orders-west-kek, id-orders-westus,   eastus,      CMK-3",
    "CMK-4 other sub,     kv-dev-eastus/dev-kek,            id-orders-eastus,   eastus,      ''",
    "CMK-8 firewall,      kv-sealed-eastus/sealed-kek,      id-orders-eastus,   eastus,      CMK-8",
    "CMK-16 expired,      kv-orders-eastus/lapsed-kek,      id-orders-eastus,   eastus,     "
        + " CMK-16",
    "CMK-17 disabled,     kv-orders-eastus/retired-kek,     id-orders-eastus,   eastus,     "
        + " CMK-17",
    "CMK-15 not active,   kv-orders-eastus/coming-kek,      id-orders-eastus,   eastus,     "
        + " CMK-15",
    "CMK-13 EC,           kv-orders-eastus/signing-ec,      id-orders-eastus,   eastus,      CMK-13"
        + " CMK-19",
    "CMK-10 no role,      kv-orders-eastus/orders-kek,      id-newcomer-eastus, eastus,     "
        + " CMK-10",
    "CMK-10 policy,       kv-policy-eastus/policy-kek,      id-orders-eastus,   eastus,     "
        + " CMK-10",
    "CMK-10 just granted, kv-orders-eastus/orders-kek,      id-fresh-eastus,    eastus,      ''",
    "CMK-5 old vault,     kv-legacy-weu/legacy-kek,         id-reporting-weu,   westeurope,  CMK-5"
        + " CMK-6",
    "KEY-1 no such key,   kv-orders-eastus/nothing,         id-orders-eastus,   eastus,      KEY-1",
    "hidden,              kv-hidden-eastus/hidden-kek,      id-orders-eastus,   eastus,      ''",
  })
  void exactly(String about, String key, String identity, String region, String failed) {
    Report report = subjects.check(subjects.following(region, key, identity));
    assertThat(String.join(" ", Subjects.rules(report, Verdict.FAILED)))
        .as(about)
        .isEqualTo(failed);
    assertThat(report.obstructs()).isEqualTo(!failed.isEmpty());
  }

  @Test
  void everyCheckOfAGoodKeyPassesOrAdvises() {
    Report report =
        subjects.check(
            subjects.following("eastus", "kv-orders-eastus/orders-kek", "id-orders-eastus"));
    assertThat(Subjects.rules(report, Verdict.UNKNOWN)).isEmpty();
    assertThat(report.isCertain()).isTrue();
    assertThat(Subjects.rules(report, Verdict.ADVICE))
        .containsExactly("REC-3", "REC-1", "REC-2", "CMK-14");
    assertThat(Subjects.rules(report, Verdict.PASSED))
        .containsExactly(
            "STORE-1", "CMK-1", "CMK-3", "CMK-4", "CMK-5", "CMK-6", "CMK-7", "CMK-8", "KEY-1",
            "CMK-13", "CMK-15", "CMK-16", "CMK-17", "CMK-19", "CMK-42", "CMK-20", "CMK-21",
            "RIGHT-2", "CMK-10", "REC-4", "REC-7", "PROOF-1", "CMK-28", "RIGHT-1");
  }

  @Test
  void CMK_4_anotherSubscriptionIsAdvisedAgainst() {
    Report report =
        subjects.check(subjects.following("eastus", "kv-dev-eastus/dev-kek", "id-orders-eastus"));
    assertThat(Subjects.rules(report, Verdict.ADVICE)).contains("CMK-4");
  }

  @Test
  void CMK_7_theShortRetentionOfTheLabVaultIsAdvisedAgainst() {
    Report report =
        subjects.check(subjects.following("eastus", "kv-lab-eastus/lab-kek", "id-orders-eastus"));
    assertThat(Subjects.of(report, "CMK-7").message()).contains("7 days").contains("90");
  }

  @Test
  void CMK_10_aRoleOfAMomentAgoIsNeitherPassedNorFailed() {
    Report report =
        subjects.check(
            subjects.following("eastus", "kv-orders-eastus/orders-kek", "id-fresh-eastus"));
    Check rights = Subjects.of(report, "CMK-10");
    assertThat(rights.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(rights.message()).contains("10 minutes");
    assertThat(report.isCertain()).isFalse();
  }

  @Test
  void aKeyThatTheAccountMayNotReadIsLeftToTheServiceAndTheRestIsJudged() {
    Report report =
        subjects.check(
            subjects.following("eastus", "kv-hidden-eastus/hidden-kek", "id-orders-eastus"));
    assertThat(Subjects.rules(report, Verdict.UNKNOWN)).containsExactly("KEY-1", "PROOF-1");
    assertThat(Subjects.of(report, "KEY-1").message())
        .contains("hidden-kek", "the service itself will judge");
    assertThat(Subjects.rules(report, Verdict.PASSED)).contains("CMK-6", "CMK-10");
    assertThat(report.isCertain()).isFalse();
  }

  @Test
  void everyBrokenRuleSaysWhyItMatters() {
    List<String> keys =
        List.of(
            "kv-lab-eastus/lab-kek",
            "kv-sealed-eastus/sealed-kek",
            "kv-orders-eastus/lapsed-kek",
            "kv-orders-eastus/signing-ec",
            "kv-policy-eastus/policy-kek");
    for (String key : keys) {
      Report report = subjects.check(subjects.following("eastus", key, "id-orders-eastus"));
      assertThat(report.with(Verdict.FAILED))
          .allSatisfy(c -> assertThat(c.message().split("\\. ").length).isGreaterThan(1));
    }
  }
}
