package dev.wrapkey.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.app.Steered;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.ui.Practice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rehearsal outlives the program. */
class KilledRehearsalTest {

  private Practice practice = Practice.opened();

  @AfterEach
  void close() {
    practice.close();
  }

  private void startAgain() {
    practice.release();
    practice = Practice.in(practice.folder());
  }

  @Test
  void whoEndsTheProgramInTheMiddlePlaysOn() {
    Rehearsals first = Steered.rehearsals(practice);
    Attempt begun = first.begin(Scenario.KEY_DISABLED, new Cancellation());
    first.hint(Scenario.KEY_DISABLED);
    startAgain();
    Rehearsals second = Steered.rehearsals(practice);
    Attempt found = second.get(Scenario.KEY_DISABLED);
    assertThat(found.phase()).isEqualTo(Attempt.Phase.PLAYING);
    assertThat(found.props()).isEqualTo(begun.props());
    assertThat(found.called()).isEqualTo(begun.called());
    assertThat(found.hints()).isEqualTo(1);
    Player player = new Player(practice, found.props().orElseThrow());
    player.mend(Scenario.KEY_DISABLED);
    player.finish(Scenario.KEY_DISABLED);
    Attempt passed = second.check(Scenario.KEY_DISABLED).attempt();
    assertThat(passed.passes()).singleElement().matches(pass -> pass.hints() == 1);
    second.giveUp(Scenario.KEY_DISABLED);
    startAgain();
    assertThat(Steered.rehearsals(practice).get(Scenario.KEY_DISABLED).passes())
        .isEqualTo(passed.passes());
  }

  @Test
  void aSetThatWasHalfBuiltIsClearedAwayAndBuiltAnew() {
    Cancellation kill = new Cancellation();
    Rehearsals broken =
        new Rehearsals(
            practice.cloud(),
            new Dying(Steered.stage(practice), kill),
            practice.folder().resolve(Rehearsals.FOLDER),
            new Random());
    assertThatThrownBy(() -> broken.begin(Scenario.EXPIRED_KEY, kill))
        .isInstanceOf(CancellationException.class);
    startAgain();
    Rehearsals again = Steered.rehearsals(practice);
    Attempt found = again.get(Scenario.EXPIRED_KEY);
    assertThat(found.phase()).isEqualTo(Attempt.Phase.BUILDING);
    assertThat(groups()).contains(found.props().orElseThrow().group());
    Attempt anew = again.begin(Scenario.EXPIRED_KEY, new Cancellation());
    assertThat(anew.phase()).isEqualTo(Attempt.Phase.PLAYING);
    assertThat(groups())
        .doesNotContain(found.props().orElseThrow().group())
        .contains(anew.props().orElseThrow().group());
  }

  private List<String> groups() {
    return practice.cloud().directory().resourceGroups(Practice.PRODUCTION).stream()
        .map(group -> group.name())
        .toList();
  }

  /** A stage whose program ends at the first wait that is long. */
  private record Dying(Stage stage, Cancellation kill) implements Stage {

    @Override
    public Instant now() {
      return stage.now();
    }

    @Override
    public void jump(Duration length) {
      kill.cancel();
      stage.jump(length);
    }

    @Override
    public String subscription() {
      return stage.subscription();
    }

    @Override
    public void strike(String group) {
      stage.strike(group);
    }

    @Override
    public List<Deed> deeds(String group, Instant since) {
      return stage.deeds(group, since);
    }
  }
}
