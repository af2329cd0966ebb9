package dev.wrapkey.ui.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.rules.Profile;
import dev.wrapkey.rules.RulePack;
import dev.wrapkey.rules.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulebookViewModelTest {

  private final RulebookViewModel page = new RulebookViewModel(RulePack.all());

  private List<RuleRow> rows(String id) {
    return page.rows().stream().filter(row -> row.id().equals(id)).toList();
  }

  @Test
  void allRulesAreShownAtFirst() {
    assertThat(page.rows().stream().map(RuleRow::id).distinct()).hasSize(RulePack.all().size());
    assertThat(page.countProperty().get())
        .isEqualTo("%1$d of %1$d rules".formatted(RulePack.all().size()));
  }

  @Test
  void theOlderStatementStandsBelowTheNewerOne() {
    assertThat(rows("CMK-7"))
        .extracting(RuleRow::name, RuleRow::severity, RuleRow::date)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("CMK-7", Severity.SHOULD, "2026-06-02"),
            org.assertj.core.groups.Tuple.tuple("↳ older", Severity.MUST, "2023-01-24"));
    assertThat(page.rows().indexOf(rows("CMK-7").getLast()))
        .isEqualTo(page.rows().indexOf(rows("CMK-7").getFirst()) + 1);
  }

  @Test
  void whatHoldsForAnotherProductIsNotCalledOlder() {
    assertThat(rows("CMK-41")).extracting(RuleRow::name).containsExactly("CMK-41", "↳ elsewhere");
    assertThat(rows("CPG-9")).extracting(RuleRow::name).containsExactly("CPG-9", "↳ older");
  }

  @Test
  void documentsThatSayTheSameShareARow() {
    assertThat(rows("CMK-6")).hasSize(1);
    assertThat(rows("CMK-6").getFirst().profiles())
        .contains("Current", "January 2023", "Cosmos DB for PostgreSQL", "Single Server");
    assertThat(rows("CMK-6").getFirst().titles())
        .startsWith("Data encryption at rest in Azure Database for PostgreSQL\nalso: ")
        .contains("2023-01-24");
  }

  @Test
  void aWordFindsTheWholeRuleWithWhatIsOlder() {
    page.filterProperty().set("must be replaced");
    assertThat(page.rows()).extracting(RuleRow::id).containsExactly("CMK-7", "CMK-7");
  }

  @Test
  void theSeverityIsThatOfWhatRules() {
    page.severityProperty().set(Optional.of(Severity.SHOULD));
    assertThat(rows("CMK-7")).hasSize(2);
    page.severityProperty().set(Optional.of(Severity.MUST));
    assertThat(rows("CMK-7")).isEmpty();
    page.profileProperty().set(Optional.of(Profile.JANUARY_2023));
    assertThat(rows("CMK-7")).hasSize(1);
    assertThat(rows("CMK-7").getFirst().name()).isEqualTo("CMK-7");
  }

  @Test
  void aProfileShowsOnlyWhatIsSaidThere() {
    page.profileProperty().set(Optional.of(Profile.SINGLE_SERVER));
    assertThat(page.rows())
        .isNotEmpty()
        .flatExtracting(RuleRow::statements)
        .allMatch(each -> each.profile() == Profile.SINGLE_SERVER);
    assertThat(rows("XT-1")).isEmpty();
    assertThat(rows("SS-3")).hasSize(1);
  }

  @Test
  void whereNothingFitsThereIsNoRowAndTheFiltersCanBeTakenAway() {
    page.filterProperty().set("no such word anywhere");
    assertThat(page.rows()).isEmpty();
    assertThat(page.countProperty().get()).startsWith("0 of ");
    page.clear();
    assertThat(page.rows()).isNotEmpty();
  }

  @Test
  void aRuleIsFoundWhateverIsFiltered() {
    page.filterProperty().set("tag");
    page.profileProperty().set(Optional.of(Profile.COSMOS_DB));
    assertThat(page.find("CMK-10").orElseThrow().says()).contains("Encryption User");
    assertThat(page.find("CMK-99")).isEmpty();
  }

  @Test
  void chosenRowsAreCopiedWithTheirDocuments() {
    String text = page.copy(rows("CMK-7"));
    assertThat(text.lines().toList()).hasSize(2);
    assertThat(text)
        .contains("CMK-7 (Recommended; Current): 90 days")
        .contains("[Data encryption at rest in Azure Database for PostgreSQL, 2026-06-02;")
        .contains("CMK-7 (Required; January 2023, Cosmos DB for PostgreSQL): Deleted vaults");
    page.filterProperty().set("CMK-22");
    assertThat(page.copy(List.of()).lines()).hasSize(1);
  }
}
