package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.azure.Attentive;
import dev.wrapkey.azure.AzureCloud;
import dev.wrapkey.azure.AzureConnection;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Line;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.fault.Aim;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.simulator.fault.Rhythm;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What a person sees while Azure asks to slow down, and while nobody answers. */
@OnScreen
class ConnectionScreenTest {

  private static final Aim READING = new Aim("GET", "management.azure.com", "", "");

  private final Practice practice = Practice.opened();
  private final Line line = new Line(practice.time());
  private final Desk desk = new Desk(practice, cloud(), line);
  private Stage stage;
  private Person person;

  private Cloud cloud() {
    return new AzureCloud(
        AzureConnection.servicePrincipal(
            new Attentive(practice.itself().httpClient(), line, practice.time()),
            PracticeCloud.TENANT,
            PracticeCloud.CLIENT,
            practice.itself().clientSecret()));
  }

  @Start
  void start(Stage newStage) {
    stage = newStage;
    desk.open(stage);
  }

  @BeforeEach
  void meet(FxRobot robot) {
    person = new Person(robot, stage);
    person.sees("orders-pg");
    person.await("the list", () -> person.usable("refresh-home").isPresent());
  }

  @AfterEach
  void close() {
    desk.close();
    assertThat(desk.bugs()).isEmpty();
  }

  @Test
  void aLineSaysUntilWhenAzureAsksToWaitAndGoesAwayWithTheAnswer() {
    practice.time().hold();
    practice
        .itself()
        .faults()
        .switchOn(Fault.THROTTLING, new FaultOrder(READING, Rhythm.of(Rhythm.FOR_EVER), 12, ""));
    person.click("refresh-home");
    person.sees("Azure asks to slow down: next try in 12 s.");
    person.sees("orders-pg");
    person.picture("connection-slow");
    practice.itself().faults().switchOff(Fault.THROTTLING);
    practice.time().skip();
    person.await("the line to go", () -> !person.reads("Azure asks to slow down"));
    person.sees("orders-pg");
  }

  @Test
  void aBarSaysThatNobodyAnswersUntilAPersonTriesAgainAndSomebodyDoes() {
    practice
        .itself()
        .faults()
        .switchOn(Fault.LOST_ANSWER, new FaultOrder(READING, Rhythm.of(Rhythm.FOR_EVER), 0, ""));
    person.click("refresh-home");
    person.sees("Azure does not answer. Showing what was read at");
    person.sees("orders-pg");
    person.picture("connection-silent");
    practice.itself().faults().switchOff(Fault.LOST_ANSWER);
    person.await("the end of the reading", () -> person.usable("refresh-home").isPresent());
    person.click("connection-again");
    person.await("the bar to go", () -> !person.reads("Azure does not answer"));
    person.sees("orders-pg");
  }
}
