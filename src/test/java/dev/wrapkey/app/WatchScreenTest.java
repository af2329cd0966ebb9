package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.AlertRule;
import dev.wrapkey.ui.Loss;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import java.time.Duration;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Resource Health, activity log and alerts of a server. */
@OnScreen
class WatchScreenTest {

  private final Practice practice = Practice.opened();
  private final Desk desk = new Desk(practice);
  private final Held background = new Held();
  private Stage stage;
  private Person person;

  @Start
  void start(Stage newStage) {
    stage = newStage;
    desk.open(stage, background);
  }

  @BeforeEach
  void open(FxRobot robot) {
    person = new Person(robot, stage);
    person.sees("orders-pg");
    person.clickText("orders-pg");
    person.sees("Status: Ready");
  }

  @AfterEach
  void close() {
    assertThat(desk.bugs()).isEmpty();
    practice.close();
  }

  @Test
  void healthAndLogTellOfALostKey() {
    person.click("menu-activity");
    person.sees("There are no known problems with this server.");
    person.picture("watch-well");
    Loss.INA_4_KEY_DISABLED.bringAbout(practice);
    practice.time().jump(Duration.ofMinutes(61));
    person.click("refresh-watch");
    person.sees("Inaccessible");
    person.sees("Microsoft.Resourcehealth/healthevent/Activated/action");
    person.picture("watch-lost");
  }

  @Test
  void aServerThatIsGoneIsSaidToBeGone() {
    person.click("menu-activity");
    person.sees("There are no known problems with this server.");
    practice.cloud().servers().delete(practice.idOf("orders-pg")).poll();
    practice.time().jump(Duration.ofMinutes(30));
    person.click("refresh-watch");
    person.sees("Azure did not tell.");
    person.picture("watch-gone");
    person.click("menu-recovery");
    person.sees("ResourceNotFound");
    person.picture("recovery-gone");
  }

  @Test
  void everyPageSaysThatItIsWaitingForAzure() {
    background.hold();
    person.click("menu-activity");
    person.sees("Asking Azure …");
    person.picture("watch-loading");
    person.click("menu-alerts");
    person.sees("Asking Azure …");
    person.picture("alerts-loading");
    person.click("menu-recovery");
    person.sees("Asking Azure about orders-pg …");
    person.picture("recovery-loading");
    background.release();
    person.sees("orders-pg can use its keys");
  }

  @Test
  void alertsAreSetUpOnceAndTellTheirActionGroup() {
    person.click("menu-alerts");
    person.sees("None: nobody is told");
    assertThat(person.usable("alerts-make")).isEmpty();
    person.picture("alerts-none");
    person.write("alert-email", "dba@example.com");
    person.sees("az monitor action-group create");
    person.picture("alerts-planned");
    person.click("alerts-make");
    person.sees("Tells ag-orders-pg (dba@example.com).");
    person.await("no form", () -> person.node("alerts-make").isEmpty());
    person.picture("alerts-made");
    assertThat(practice.cloud().watch().alertRules(Practice.PRODUCTION))
        .filteredOn(rule -> rule.watches(practice.idOf("orders-pg"), AlertRule.Kind.HEALTH))
        .hasSize(1);
  }
}
