package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.rehearsal.Attempt;
import dev.wrapkey.rehearsal.Props;
import dev.wrapkey.rehearsal.Scenario;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.simulator.fault.FaultRefused;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import java.time.Duration;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** A rehearsal, INA-4, played through the screens. */
@OnScreen
class RehearsalScreenTest extends OwnWindowScreen {

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @BeforeEach
  void meet() {
    person.sees("orders-pg");
    person.click("manage-practice");
    person.click("open-rehearsals");
    person.await("the list", () -> list().getItems().size() == Scenario.values().length);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private ListView<?> list() {
    return (ListView<?>) person.node("rehearsal-list").orElseThrow();
  }

  private Props props() {
    return Steered.rehearsals(practice).get(Scenario.KEY_DISABLED).props().orElseThrow();
  }

  private void check() {
    person.await("to be able to check", () -> person.usable("rehearsal-check").isPresent());
    person.click("rehearsal-check");
  }

  @Test
  void ina4APersonIsCalledMendsTheKeyWaitsAndPasses() {
    person.picture("rehearsals");
    person.click("rehearsal-begin");
    person.sees("Resource group rg-rehearsal-");
    check();
    person.sees("The key is enabled.");
    person.click("rehearsal-hint");
    person.sees("Its state and the status of its key say more");
    check();
    person.sees("The key is enabled.");
    person.picture("rehearsal-playing");
    person.click("rehearsal-server");
    person.sees("Inaccessible");
    person.clickText("Rehearsals");
    practice.cloud().keyLife().edit(props().key(), KeyEdit.enabled(true));
    check();
    person.sees("What the goal consists of");
    assertThat(Steered.rehearsals(practice).get(Scenario.KEY_DISABLED).wasPassed())
        .as("the key is enabled, the server is not Ready yet")
        .isFalse();
    practice.time().jump(Duration.ofMinutes(65));
    check();
    person.sees("Passed at ");
    person.sees("with one hint");
    person.sees("Nothing has to be restarted");
    person.picture("rehearsal-passed");
    person.click("rehearsal-give-up");
    person.await("a list without the set", () -> !person.reads("Resource group rg-rehearsal-"));
    Attempt after = Steered.rehearsals(practice).get(Scenario.KEY_DISABLED);
    assertThat(after.phase()).isEqualTo(Attempt.Phase.IDLE);
    assertThat(after.wasPassed()).isTrue();
    person.sees("Passed on");
  }

  @Test
  void aRefusalIsToldAndTheRehearsalCanBeBegunAnew() throws FaultRefused {
    Person.act(() -> list().getSelectionModel().select(Scenario.EXPIRED_KEY.ordinal()));
    person.sees("A colleague suggests to rotate the key quickly");
    practice.itself().faults().switchOn(Fault.FAILS_LATE, FaultOrder.usual(Fault.FAILS_LATE));
    person.click("rehearsal-begin");
    person.sees("Broken off while it was built");
    person.sees("InternalServerError");
    person.picture("rehearsal-refused");
    person.click("rehearsal-begin");
    person.sees("Resource group rg-rehearsal-");
    assertThat(Steered.rehearsals(practice).get(Scenario.EXPIRED_KEY).phase())
        .isEqualTo(Attempt.Phase.PLAYING);
  }
}
