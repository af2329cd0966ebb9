package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** The clock and the timeline on the page about the practice cloud. */
@OnScreen
class PanelScreenTest extends OwnWindowScreen {

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @BeforeEach
  void meet() {
    person.sees("orders-pg");
    person.click("manage-practice");
    person.await(
        "rows", () -> person.node("timeline-table").isPresent() && !table().getItems().isEmpty());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private TableView<?> table() {
    return (TableView<?>) person.node("timeline-table").orElseThrow();
  }

  @Test
  void aPersonJumpsToWhatTheyChoseOnTheTimeline() {
    person.picture("panel");
    person.pick("timeline-kind", "Key becomes valid");
    person.await("one kind", () -> table().getItems().size() == 1);
    assertThat(person.usable("timeline-jump")).isEmpty();
    Person.act(() -> table().getSelectionModel().select(0));
    person.picture("panel-chosen");
    person.click("timeline-jump");
    person.sees("a version of the key becomes valid (coming-kek).");
    assertThat(practice.time().now()).isEqualTo(Practice.START.plus(Duration.ofDays(30)));
    person.await("what has happened to go", () -> !person.reads("Key becomes valid"));
  }

  @Test
  void aLinkLeadsToTheKey() {
    person.pick("timeline-kind", "Key becomes valid");
    person.clickText("coming-kek");
    person.sees("Versions");
    person.sees("kv-orders-eastus");
  }

  @Test
  void theClockIsPausedJumpsByALengthAndRefusesNonsense() {
    Person.act(() -> practice.time().runAt(1));
    person.sees("Time runs at real speed");
    person.click("clock-pause");
    person.sees("Time runs not at all");
    assertThat(practice.time().isHeld()).isTrue();
    Instant held = practice.time().now();
    person.write("jump-length", "soon");
    person.click("jump-by");
    person.sees("Enter a length such as 90 min");
    person.picture("panel-paused");
    person.write("jump-length", "90 min");
    person.click("jump-by");
    person.sees("1 h 30 min have passed.");
    assertThat(practice.time().now()).isEqualTo(held.plus(Duration.ofMinutes(90)));
    person.click("clock-pause");
    person.sees("Time runs at real speed");
    assertThat(practice.time().isHeld()).isFalse();
  }
}
