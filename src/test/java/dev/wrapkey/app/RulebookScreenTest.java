package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.rulebook.RuleRow;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** A person who wants to know what is demanded, and who says so. */
@OnScreen
class RulebookScreenTest extends OwnWindowScreen {

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @BeforeEach
  void openRules() {
    Person.act(
        () -> {
          stage.setWidth(1280);
          stage.setHeight(800);
        });
    person.click("section-rules");
    person.sees("What it says");
  }

  @Test
  void aPersonSeesWhereDocumentsDisagreeAndCopiesIt() {
    person.picture("rules");
    person.write("rule-filter", "retain");
    person.sees("90 days to retain deleted vaults are recommended");
    person.sees("↳ older");
    person.type(KeyCode.DOWN);
    assertThat(person.focus()).isEqualTo("rules");
    person.picture("rules-disagree");
    person.click("copy-rules");
    person.sees("Copied");
    Person.act(
        () ->
            assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith("CMK-7 (Recommended; Current)")
                .contains("2026-06-02"));
  }

  @Test
  void filtersByProfileAndSeverityAndWhatToDoIfNothingIsLeft() {
    person.pick("rule-profile", "January 2023");
    person.pick("rule-severity", "Limit");
    person.sees("Managed HSMs are not supported.");
    person.picture("rules-2023");
    person.write("rule-filter", "nothing like this");
    person.sees("No rule matches these filters.");
    person.picture("rules-nothing");
    person.click("clear-rules");
    person.await("all rules", () -> rows() > 150);
    assertThat(person.focus()).isEqualTo("rule-filter");
    Person.act(
        () ->
            assertThat(((ComboBox<?>) person.node("rule-profile").orElseThrow()).getValue())
                .isEqualTo(java.util.Optional.empty()));
  }

  @Test
  void theStripLeadsFromSectionToSectionAndEscapeEmptiesTheFilter() {
    person.enter("rule-filter", "hsm");
    person.await("fewer rules", () -> rows() < 40);
    person.type(KeyCode.ESCAPE);
    person.await("all rules", () -> rows() > 150);
    person.click("section-vaults");
    person.sees("Key vaults and managed HSMs");
    person.click("section-rules");
    person.sees("What it says");
    person.click("section-servers");
    person.sees("All servers of all subscriptions you can see");
  }

  @Test
  void inANarrowWindowTextsAreStillWhole() {
    Person.act(
        () -> {
          stage.setWidth(dev.wrapkey.ui.Screens.WIDTH);
          stage.setHeight(dev.wrapkey.ui.Screens.HEIGHT);
        });
    person.write("rule-filter", "CMK-1");
    person.picture("rules-narrow");
  }

  @Test
  void sortingKeepsOlderStatementsBelowWhatRulesThem() {
    Person.act(() -> sortedByEveryColumn(table()));
    person.sees("AUTH-1"); // the first of all rules by name
    person.picture("rules-sorted");
  }

  private static <R> void sortedByEveryColumn(TableView<R> table) {
    for (TableColumn<R, ?> column : table.getColumns().reversed()) {
      table.getSortOrder().setAll(List.of(column));
      for (int i = 1; i < table.getItems().size(); i++) {
        RuleRow row = (RuleRow) table.getItems().get(i);
        RuleRow above = (RuleRow) table.getItems().get(i - 1);
        if (row.ruling() != null) {
          assertThat(above.rule()).as(column.getText()).isEqualTo(row.rule());
        }
      }
    }
  }

  @Test
  void theTabKeyReachesFiltersAndTable() {
    person.click("rule-severity");
    person.type(KeyCode.ESCAPE);
    person.tabTo("rule-profile");
    person.tabTo("rule-filter");
    person.tabTo("rules");
  }

  private TableView<?> table() {
    return (TableView<?>) person.node("rules").orElseThrow();
  }

  private int rows() {
    return table().getItems().size();
  }
}
