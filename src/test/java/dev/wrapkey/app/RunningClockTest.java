package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.practice.PracticeBarViewModel;
import dev.wrapkey.ui.practice.PracticeClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunningClockTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final VirtualTime time = new VirtualTime(NOON, 60);
  private final PracticeClock clock = new RunningClock(time);

  @Test
  void everySpeedOnOfferIsTakenAndTold() {
    for (double speed : PracticeBarViewModel.SPEEDS) {
      clock.runAt(speed);
      assertThat(clock.speed()).isEqualTo(speed);
      assertThat(PracticeBarViewModel.words(speed)).isNotBlank();
    }
  }

  @Test
  void aPausedClockIsHeldAndAnInstantOneSkipsWaits() throws InterruptedException {
    clock.runAt(PracticeClock.PAUSED);
    assertThat(time.isHeld()).isTrue();
    clock.runAt(PracticeClock.INSTANT);
    assertThat(time.isHeld()).isFalse();
    time.pause(Duration.ofDays(30));
    assertThat(clock.now()).isAfterOrEqualTo(NOON.plus(Duration.ofDays(30)));
  }
}
