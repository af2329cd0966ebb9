package dev.wrapkey.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Rules that Wrapkey can only tell: about what it does not do, or cannot see. The page Rules shows
 * them.
 */
class OnlySaidTest {

  private static Statement today(String rule) {
    return RulePack.rule(rule).ruling(Profile.CURRENT).orElseThrow();
  }

  private static String said(String rule) {
    return today(rule).says();
  }

  @Test
  void CMK_2_aStoreThatWasMovedWantsTheEncryptionConfiguredAgain() {
    assertThat(said("CMK-2")).contains("moved", "again");
  }

  @Test
  void CMK_9_publicAccessFromAllNetworksIsDemandedInCosmosDbOnly() {
    Rule rule = RulePack.rule("CMK-9");
    assertThat(rule.ruling(Profile.CURRENT)).isEmpty();
    assertThat(rule.ruling(Profile.JANUARY_2023)).isEmpty();
    assertThat(rule.ruling(Profile.COSMOS_DB).orElseThrow().says()).contains("all networks");
  }

  @Test
  void CMK_37_elasticClustersTakeCustomersKeys() {
    assertThat(today("CMK-37").severity()).isEqualTo(Severity.FACT);
  }

  @Test
  void CMK_38_longTermRetentionWorksExceptAcrossTenants() {
    assertThat(today("CMK-38").severity()).isEqualTo(Severity.FACT);
    assertThat(said("XT-7")).contains("long-term retention");
  }

  @Test
  void CMK_39_theyCostNoPerformanceThenAsNow() {
    assertThat(said("CMK-39")).contains("no performance");
    assertThat(RulePack.rule("CMK-39").ruling(Profile.JANUARY_2023)).isPresent();
  }

  @Test
  void XT_6_theNewerCommandLineHasItAndTheOlderDocumentStillStands() {
    Rule rule = RulePack.rule("XT-6");
    assertThat(rule.ruling().says()).contains("--federated-client-id", "differ");
    assertThat(rule.statements())
        .filteredOn(rule::isOverruled)
        .singleElement()
        .satisfies(old -> assertThat(old.severity()).isEqualTo(Severity.LIMIT));
  }

  @Test
  void REC_6_alertsTellOfALostKey() {
    assertThat(today("REC-6").severity()).isEqualTo(Severity.SHOULD);
    assertThat(said("REC-6")).contains("Resource Health", "activity log");
  }
}
