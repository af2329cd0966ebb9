package dev.wrapkey.ui.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.practice.OtherPrograms.State;
import dev.wrapkey.ui.task.Tasks;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherProgramsTest {

  private static final String ARM = "management.azure.com";
  private static final String SERVERS =
      "/subscriptions/s/resourceGroups/rg/providers/Microsoft.DBforPostgreSQL/flexibleServers";

  private final ScriptedGateway gateway = new ScriptedGateway();
  private final OtherPrograms programs = new OtherPrograms(gateway, Practice.tasks());
  private int changes;

  private void count() {
    programs.onChange(() -> changes++);
  }

  @Test
  void theDoorIsClosedUntilAPersonOpensIt() {
    assertThat(programs.stateProperty().get()).isEqualTo(State.CLOSED);
    assertThat(programs.accessProperty().get()).isEmpty();
    assertThat(gateway.opened).isEmpty();
  }

  @Test
  void anOpenDoorTellsWhereItIs() {
    programs.portProperty().set(" 0 ");
    programs.open();
    assertThat(gateway.opened).containsExactly(0);
    assertThat(programs.stateProperty().get()).isEqualTo(State.OPEN);
    assertThat(programs.accessProperty().get()).contains(ScriptedGateway.ACCESS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "port", "-1", "65536", "8787.0", "99999"})
  void anythingButAPortIsRefusedAtTheField(String text) {
    programs.portProperty().set(text);
    programs.open();
    assertThat(gateway.opened).isEmpty();
    assertThat(programs.problemProperty().get())
        .isEqualTo("Enter a port from 1 to 65535, or 0 for any that is free.");
    programs.portProperty().set("1");
    assertThat(programs.problemProperty().get()).as("gone with the next letter").isEmpty();
  }

  @Test
  void aDoorThatDoesNotOpenSaysWhyAndCanBeTriedAgain() {
    gateway.next = PracticeGateway.Attempt.failed("Port 8787 is used.");
    programs.open();
    assertThat(programs.problemProperty().get()).isEqualTo("Port 8787 is used.");
    assertThat(programs.stateProperty().get()).isEqualTo(State.CLOSED);
    gateway.next = PracticeGateway.Attempt.of(ScriptedGateway.ACCESS);
    programs.open();
    assertThat(programs.stateProperty().get()).isEqualTo(State.OPEN);
    assertThat(programs.problemProperty().get()).isEmpty();
  }

  @Test
  void whatOthersDidComesNewestFirstAndOnce() {
    programs.open();
    gateway.answer("GET", ARM, SERVERS, 200);
    programs.look();
    gateway.answer("GET", ARM, SERVERS + "/orders-pg", 200);
    programs.look();
    programs.look();
    assertThat(programs.requests())
        .extracting(PracticeGateway.Request::number)
        .containsExactly(2L, 1L);
  }

  @Test
  void theListHasAnEnd() {
    programs.open();
    for (int i = 0; i < 700; i++) {
      gateway.answer("GET", ARM, SERVERS, 200);
    }
    programs.look();
    assertThat(programs.requests()).hasSize(500);
    assertThat(programs.requests().getFirst().number()).isEqualTo(700);
  }

  @Test
  void onlyAWriteThatWasAcceptedIsAChange() {
    count();
    programs.open();
    gateway.answer("GET", ARM, SERVERS, 200);
    gateway.answer("PUT", ARM, SERVERS + "/x", 409);
    gateway.answer("POST", "login.microsoftonline.com", "/t/oauth2/v2.0/token", 200);
    gateway.answer("POST", "kv.vault.azure.net", "/keys/k/v/unwrapkey", 200);
    programs.look();
    assertThat(changes).isZero();
    gateway.answer("PUT", ARM, SERVERS + "/x", 202);
    gateway.answer("DELETE", ARM, SERVERS + "/y", 202);
    programs.look();
    assertThat(changes).as("two at once are one").isEqualTo(1);
    gateway.answer("POST", "kv.vault.azure.net", "/keys/k/rotate", 200);
    programs.look();
    assertThat(changes).isEqualTo(2);
  }

  @Test
  void whatWasSeenStaysAfterClosingUntilItIsCleared() {
    programs.open();
    gateway.answer("GET", ARM, SERVERS, 200);
    programs.close();
    assertThat(gateway.closed).isEqualTo(1);
    assertThat(programs.stateProperty().get()).isEqualTo(State.CLOSED);
    assertThat(programs.accessProperty().get()).isEmpty();
    assertThat(programs.requests()).hasSize(1);
    programs.clear();
    assertThat(programs.requests()).isEmpty();
  }

  @Test
  void numbersBeginAgainWithANewDoor() {
    programs.open();
    gateway.answer("GET", ARM, SERVERS, 200);
    programs.look();
    programs.close();
    gateway.answered.clear();
    programs.open();
    gateway.answer("GET", ARM, SERVERS + "/second", 200);
    programs.look();
    assertThat(programs.requests()).hasSize(2);
  }

  @Test
  void whileItOpensAndClosesNothingElseIsBegun() {
    Queue<Runnable> work = new ArrayDeque<>();
    OtherPrograms slow =
        new OtherPrograms(
            gateway,
            new Tasks(
                work::add,
                Runnable::run,
                bug -> {
                  throw new AssertionError(bug);
                }));
    slow.open();
    slow.open();
    slow.close();
    assertThat(slow.stateProperty().get()).isEqualTo(State.OPENING);
    assertThat(work).hasSize(1);
    work.remove().run();
    slow.close();
    slow.close();
    slow.open();
    assertThat(slow.stateProperty().get()).isEqualTo(State.CLOSING);
    assertThat(work).hasSize(1);
    work.remove().run();
    assertThat(slow.stateProperty().get()).isEqualTo(State.CLOSED);
  }
}
