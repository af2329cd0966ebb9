package dev.wrapkey.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void standsStillUntilSomethingMovesIt() {
    VirtualTime time = VirtualTime.standingAt(NOON);
    assertThat(time.now()).isEqualTo(NOON).isEqualTo(time.now());
  }

  @Test
  void aPauseOnAStandingClockMovesItInsteadOfWaiting() throws InterruptedException {
    VirtualTime time = VirtualTime.standingAt(NOON);
    time.pause(Duration.ofDays(91));
    assertThat(time.now()).isEqualTo(NOON.plus(Duration.ofDays(91)));
  }

  @Test
  void runsFasterThanTheWallClock() throws InterruptedException {
    VirtualTime time = new VirtualTime(NOON, 100_000);
    time.pause(Duration.ofMinutes(30));
    assertThat(time.now()).isAfterOrEqualTo(NOON.plus(Duration.ofMinutes(30)));
  }

  @Test
  void neverRunsBackwards() {
    VirtualTime time = VirtualTime.standingAt(NOON);
    assertThatThrownBy(() -> time.jump(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> time.runAt(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> time.runAt(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThat(time.now()).isEqualTo(NOON);
  }

  @Test
  void keepsItsTimeWhenTheSpeedChanges() {
    VirtualTime time = VirtualTime.standingAt(NOON);
    time.jump(Duration.ofHours(1));
    time.runAt(60);
    time.runAt(0);
    assertThat(time.now())
        .isBetween(NOON.plus(Duration.ofHours(1)), NOON.plus(Duration.ofHours(2)));
  }

  @Test
  void anInterruptedPauseEndsEvenOnAStandingClock() {
    VirtualTime time = VirtualTime.standingAt(NOON);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> time.pause(Duration.ofHours(1)))
        .isInstanceOf(InterruptedException.class);
    assertThat(time.now()).isEqualTo(NOON);
  }

  @Test
  void aHeldClockStandsAndGoesOnWhereItStood() {
    VirtualTime time = new VirtualTime(NOON, 100_000);
    time.hold();
    Instant held = time.now();
    assertThat(time.now()).isEqualTo(held);
    time.jump(Duration.ofHours(1));
    assertThat(time.now()).isEqualTo(held.plus(Duration.ofHours(1)));
    assertThat(time.isHeld()).isTrue();
    time.runAt(60);
    assertThat(time.isHeld()).isFalse();
    assertThat(time.now())
        .isBetween(held.plus(Duration.ofHours(1)), held.plus(Duration.ofHours(2)));
  }

  @Test
  void whoWaitsOnAHeldClockWaitsUntilItIsMovedPastTheEnd() throws Exception {
    VirtualTime time = VirtualTime.standingAt(NOON);
    time.hold();
    CompletableFuture<Instant> woken = new CompletableFuture<>();
    Thread waiter =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    time.pause(Duration.ofHours(2));
                    woken.complete(time.now());
                  } catch (InterruptedException e) {
                    woken.completeExceptionally(e);
                  }
                });
    while (waiter.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(time.now()).as("the pause has not moved the clock").isEqualTo(NOON);
    time.jump(Duration.ofHours(1));
    assertThat(woken).isNotDone();
    time.jump(Duration.ofHours(1));
    assertThat(woken.get(40, TimeUnit.SECONDS)).isEqualTo(NOON.plus(Duration.ofHours(2)));
  }

  @Test
  void aSkippingClockRunsAndJumpsOverPauses() throws InterruptedException {
    VirtualTime time = new VirtualTime(NOON, 60);
    time.skip();
    time.pause(Duration.ofDays(1));
    assertThat(time.now()).isAfterOrEqualTo(NOON.plus(Duration.ofDays(1)));
    assertThat(time.isSkipping()).isTrue();
    assertThat(time.speed()).isEqualTo(1);
    time.hold();
    assertThat(time.isSkipping()).isFalse();
  }
}
