package dev.wrapkey.ui.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.app.Steered;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.practice.PracticeSteering.Due;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The timeline on a practice cloud whose clock stands. */
class TimelineViewModelTest {

  private final Practice practice = Practice.opened();
  private final PracticeSteering wheel = Steered.by(practice);
  private final Steering steering = new Steering(wheel, Practice.tasks(), () -> {});
  private final List<String> visited = new ArrayList<>();
  private final TimelineViewModel timeline =
      new TimelineViewModel(wheel, steering, practice.time(), Practice.tasks(), visited::add);

  @AfterEach
  void close() {
    practice.close();
  }

  private List<Due> shown() {
    return timeline.shownProperty().get();
  }

  private Due first(String kind) {
    return shown().stream().filter(due -> due.kind().equals(kind)).findFirst().orElseThrow();
  }

  @Test
  void nothingIsKnownBeforeTheFirstLook() {
    assertThat(timeline.knownProperty().get()).isFalse();
    timeline.look();
    assertThat(timeline.knownProperty().get()).isTrue();
    assertThat(shown()).isSortedAccordingTo(Comparator.comparing(Due::at)).hasSizeGreaterThan(5);
  }

  @Test
  void theListIsNarrowedToAKindThatThereIs() {
    timeline.look();
    assertThat(timeline.kindsProperty().get()).startsWith("").contains("backup", "activation");
    timeline.kindProperty().set("backup");
    assertThat(shown()).isNotEmpty().allMatch(due -> due.kind().equals("backup"));
    timeline.kindProperty().set("");
    assertThat(shown()).anyMatch(due -> !due.kind().equals("backup"));
  }

  @Test
  void aJumpToTheChosenOneLandsOnIt() {
    timeline.look();
    Due due = first("activation");
    timeline.jump();
    assertThat(practice.time().now()).as("nothing is chosen yet").isEqualTo(Practice.START);
    timeline.chosenProperty().set(Optional.of(due));
    timeline.jump();
    assertThat(practice.time().now()).isEqualTo(due.at());
    timeline.tick();
    assertThat(shown()).doesNotContain(due);
    assertThat(timeline.chosenProperty().get()).isEmpty();
  }

  @Test
  void theTimeUntilThenIsToldFromTheLastTick() {
    timeline.look();
    Due due = first("activation");
    practice.time().jump(Duration.between(Practice.START, due.at()).minusMinutes(90));
    timeline.tick();
    assertThat(timeline.until(due)).isEqualTo("1 h 30 min");
  }

  @Test
  void keysAndServersAndVaultsHaveAPageAndARoleOnAGroupHasNone() {
    timeline.look();
    timeline.visit(first("activation"));
    timeline.visit(first("backup"));
    assertThat(visited).hasSize(2);
    timeline.visit(new Due(Practice.START, "right", "", "/subscriptions/x/resourceGroups/rg"));
    assertThat(visited).hasSize(2);
  }
}
