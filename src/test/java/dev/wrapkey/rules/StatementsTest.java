package dev.wrapkey.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documents say: the families and numbers are those of the portal specification. */
class StatementsTest {

  @ParameterizedTest
  @CsvSource({"URI, 8", "CMK, 44", "BLD, 14", "XT, 8", "REC, 7", "INA, 9", "CPG, 12", "SS, 12"})
  void everyRuleOfTheSpecificationIsInThePack(String family, int count) {
    assertThat(ids().filter(id -> id.startsWith(family + "-")))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, count).mapToObj(i -> family + "-" + i).toList());
  }

  @Test
  void everyStatementSaysSomethingAndWhereItIsWritten() {
    assertThat(RulePack.all())
        .flatExtracting(Rule::statements)
        .allSatisfy(
            statement -> {
              assertThat(statement.says()).hasSizeGreaterThan(15).endsWith(last(statement));
              assertThat(statement.document().title()).isNotBlank();
              if (statement.document().date().isEmpty()) {
                assertThat(statement.document().title())
                    .matches(
                        "inferred.*|.*\\((the copy|it) carries no date\\)|.*date was not noted\\)");
              } else {
                assertThat(statement.document().date())
                    .matches("20\\d\\d(-\\d\\d(-\\d\\d)?)?")
                    .isLessThan("2027");
              }
            });
  }

  private static String last(Statement statement) {
    return statement.says().contains("format of:") ? "\"" : ".";
  }

  @Test
  void noDocumentSaysTheSameTwiceOfARule() {
    assertThat(RulePack.all())
        .allSatisfy(rule -> assertThat(rule.statements()).doesNotHaveDuplicates());
  }

  @ParameterizedTest
  @CsvSource({
    "CMK-7, CURRENT, SHOULD, 2026-06-02",
    "CMK-7, JANUARY_2023, MUST, 2023-01-24",
    "CMK-7, COSMOS_DB, MUST, 2024-01-03",
    "CMK-3, CURRENT, MUST, 2026-07-14",
    "CMK-3, JANUARY_2023, SHOULD, 2023-01-24",
    "CMK-24, CURRENT, FACT, 2026-06-02",
    "CMK-24, JANUARY_2023, LIMIT, 2023-01-24",
    "CMK-36, CURRENT, FACT, 2026-06-02",
    "CMK-36, JANUARY_2023, LIMIT, 2023-01-24",
    "CMK-35, JANUARY_2023, LIMIT, 2022-10-12",
    "CMK-42, CURRENT, SHOULD, 2026-06-02",
    "CMK-21, CURRENT, SHOULD, 2026-07-14",
    "CMK-9, COSMOS_DB, LIMIT, 2023-05-16",
    "CPG-9, COSMOS_DB, FACT, 2024-01-03",
    "CPG-10, COSMOS_DB, FACT, 2024-01-03",
    "XT-6, CURRENT, FACT, 2026-06",
    "CMK-2, CURRENT, MUST, 2026-06-02",
    "CMK-23, CURRENT, LIMIT, 2026-06-02",
    "CMK-34, CURRENT, MUST, 2026-06-02",
    "CMK-37, CURRENT, FACT, 2025-11",
    "CMK-39, CURRENT, FACT, 2026-06-02",
    "CMK-40, CURRENT, MUST, 2026-06-02",
    "CMK-44, CURRENT, LIMIT, 2026",
    "REC-2, CURRENT, SHOULD, 2026-06-02",
    "REC-5, CURRENT, SHOULD, 2026-06-02",
    "REC-6, CURRENT, SHOULD, 2026-06-02",
    "URI-1, CURRENT, MUST, 2026-06-02",
    "XT-2, CURRENT, MUST, 2026-06-02",
    "XT-3, CURRENT, FACT, 2026-06-02",
    "XT-4, CURRENT, FACT, 2026-06-02",
    "XT-7, CURRENT, LIMIT, 2026-06-02",
    "XT-8, CURRENT, LIMIT, 2026-06-02",
    "SS-3, SINGLE_SERVER, MUST, ''"
  })
  void theNewestDocumentOfAProfileRulesIt(
      String id, Profile profile, Severity severity, String date) {
    Statement ruling = RulePack.rule(id).ruling(profile).orElseThrow();
    assertThat(ruling.severity()).isEqualTo(severity);
    assertThat(ruling.document().date()).isEqualTo(date);
  }

  @Test
  void cmk7BlocksUnderJanuary2023AndAdvisesToday() {
    Finding days = RulePack.finding("CMK-7", "kv", "7");
    assertThat(days.blocks()).isFalse();
    assertThat(days.under(Profile.CURRENT).orElseThrow().blocks()).isFalse();
    assertThat(days.under(Profile.JANUARY_2023).orElseThrow().blocks()).isTrue();
    assertThat(days.under(Profile.SINGLE_SERVER)).isEmpty();
  }

  @Test
  void cmk13NamesTheSizesOfEachTimeAndProduct() {
    Rule rule = RulePack.rule("CMK-13");
    assertThat(rule.ruling().says()).contains("RSA-HSM", "2048", "3072", "4096");
    assertThat(said(rule, Profile.JANUARY_2023)).contains("2048").doesNotContain("3072", "HSM");
    assertThat(said(rule, Profile.SINGLE_SERVER)).contains("2048").doesNotContain("3072");
  }

  @Test
  void cmk16AllowsAnExpirationDateExceptOnSingleServers() {
    assertThat(RulePack.rule("CMK-16").ruling().says()).contains("in the future");
    assertThat(said(RulePack.rule("CMK-16"), Profile.SINGLE_SERVER)).contains("no expiration");
  }

  @Test
  void cmk41KeepsTheOldVersionTwoHoursAndInCosmosDbADay() {
    assertThat(RulePack.rule("CMK-41").ruling().says()).contains("2 hours");
    assertThat(said(RulePack.rule("CMK-41"), Profile.COSMOS_DB)).contains("24 hours");
  }

  @Test
  void ina4TellsTheTimesOfEachDocument() {
    Rule rule = RulePack.rule("INA-4");
    assertThat(rule.ruling().says()).contains("60 minutes");
    assertThat(said(rule, Profile.JANUARY_2023)).contains("10 minutes");
    assertThat(said(rule, Profile.SINGLE_SERVER)).contains("15 minutes", "Revalidate key");
    assertThat(rule.statements())
        .filteredOn(rule::isOverruled)
        .extracting(each -> each.document().date())
        .containsExactly("2025-01-09");
  }

  @Test
  void whatIsOverruledStillStands() {
    Rule rule = RulePack.rule("CMK-42");
    assertThat(rule.statements())
        .filteredOn(rule::isOverruled)
        .extracting(Statement::severity)
        .containsOnly(Severity.LIMIT);
    assertThat(RulePack.rule("CMK-6").statements()).noneMatch(RulePack.rule("CMK-6")::isOverruled);
  }

  @Test
  void aRuleOfAnotherProductRulesWhereNothingIsSaidForFlexibleServers() {
    assertThat(RulePack.rule("SS-1").severity()).isEqualTo(Severity.LIMIT);
    assertThat(RulePack.rule("SS-1").ruling(Profile.CURRENT)).isEmpty();
  }

  @Test
  void datesAreComparedAsPreciselyAsTheyAreKnown() {
    Document year = new Document("a", "2026");
    Document day = new Document("b", "2026-06-02");
    assertThat(year.isNewerThan(day)).isFalse();
    assertThat(day.isNewerThan(year)).isFalse();
    assertThat(day.isNewerThan(new Document("c", "2026-06-01"))).isTrue();
    assertThat(day.isNewerThan(new Document("c", "2025"))).isTrue();
    assertThat(day.isNewerThan(new Document("inferred", ""))).isFalse();
    assertThatThrownBy(() -> new Document("d", "2026-13")).hasMessageContaining("2026-13");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "A-1 | MUST | current:none | No.; no such profile or document",
        "A-1 | MUST | later:old | No.; no such profile or document",
        "A-1 | MUST | current | No.; no such profile or document",
        "A-1 | PERHAPS | current:old | No.; PERHAPS",
        "A-1 | MUST | current:old; needs 4 parts",
        "A-1 | MUST | current:old, current:new | No.; a newer document stands below"
      })
  void aMalformedLineIsRefused(String line, String why) {
    List<String> documents = List.of("old | 2023-01-24 | Old", "new | 2026 | New");
    String sound = "A-0 | MUST | current:new, current:old | No.";
    assertThat(RuleFiles.rules(documents, List.of(sound))).containsOnlyKeys("A-0");
    assertThatThrownBy(() -> RuleFiles.rules(documents, List.of(sound, line)))
        .hasMessageContaining(why);
  }

  @Test
  void aDocumentThatStandsTwiceIsRefused() {
    List<String> twice = List.of("a | 2023 | A", "a | 2024 | A");
    assertThatThrownBy(() -> RuleFiles.rules(twice, List.of())).hasMessageContaining("twice");
  }

  @Test
  void familiesStandTogether() {
    List<String> families = new ArrayList<>();
    ids()
        .map(id -> id.replaceAll("-.*", ""))
        .filter(family -> families.isEmpty() || !families.getLast().equals(family))
        .forEach(families::add);
    assertThat(families).doesNotHaveDuplicates();
  }

  private static String said(Rule rule, Profile profile) {
    return rule.ruling(profile).orElseThrow().says();
  }

  private static Stream<String> ids() {
    return RulePack.all().stream().map(Rule::id);
  }
}
