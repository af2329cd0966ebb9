package dev.wrapkey.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.world.Lifecycle.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private final Lifecycle life =
      new Lifecycle(
          START,
          List.of(
              new Phase("Provisioning", Duration.ofMinutes(4)),
              new Phase("Updating", Duration.ofMinutes(1))),
          "Ready");

  @Test
  void eachPhaseLastsAsLongAsItSays() {
    assertThat(life.at(START)).isEqualTo("Provisioning");
    assertThat(life.at(START.plusSeconds(239))).isEqualTo("Provisioning");
    assertThat(life.at(START.plusSeconds(240))).isEqualTo("Updating");
    assertThat(life.at(START.plusSeconds(300))).isEqualTo("Ready");
    assertThat(life.at(START.plus(Duration.ofDays(365)))).isEqualTo("Ready");
  }

  @Test
  void beforeItsStartItIsInItsFirstPhase() {
    assertThat(life.at(START.minusSeconds(1))).isEqualTo("Provisioning");
  }

  @Test
  void askingDoesNotChangeIt() {
    assertThat(life.at(START.plusSeconds(300))).isEqualTo("Ready");
    assertThat(life.at(START)).isEqualTo("Provisioning");
  }

  @Test
  void itIsSettledFromTheEndOfItsLastPhase() {
    assertThat(life.isSettled(START.plusSeconds(299))).isFalse();
    assertThat(life.isSettled(START.plusSeconds(300))).isTrue();
    assertThat(Lifecycle.settled(START, "Ready").isSettled(START)).isTrue();
  }
}
