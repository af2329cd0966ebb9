package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final VirtualTime time = VirtualTime.standingAt(START);
  private final Cancellation cancellation = new Cancellation();
  private final AtomicInteger calls = new AtomicInteger();
  private final List<Duration> waits = new ArrayList<>();

  private Retry retry(Retry.Policy policy) {
    return new Retry(time, policy, (failure, failures, wait) -> waits.add(wait));
  }

  private Supplier<String> failing(int times, Kind kind) {
    return () -> {
      if (calls.incrementAndGet() <= times) {
        throw new CloudFailure(kind, "Code", "", "");
      }
      return "answer";
    };
  }

  @ParameterizedTest
  @EnumSource(names = {"THROTTLED", "UNREACHABLE", "OFFLINE", "BUSY"})
  void whatMayPassIsTriedAgain(Kind kind) {
    assertThat(retry(Retry.Policy.STANDARD).call(cancellation, failing(2, kind)))
        .isEqualTo("answer");
    assertThat(calls).hasValue(3);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"THROTTLED", "UNREACHABLE", "OFFLINE", "BUSY"})
  void whatWaitingDoesNotCureIsNotTriedAgain(Kind kind) {
    assertThatThrownBy(() -> retry(Retry.Policy.STANDARD).call(cancellation, failing(1, kind)))
        .isInstanceOf(CloudFailure.class);
    assertThat(calls).hasValue(1);
    assertThat(time.now()).isEqualTo(START);
  }

  @ParameterizedTest
  @EnumSource(names = {"FORBIDDEN", "KEY_UNUSABLE"})
  void freshRightsAreWaitedForOnlyIfAskedFor(Kind kind) {
    assertThat(retry(Retry.Policy.STANDARD.untilPropagated()).call(cancellation, failing(1, kind)))
        .isEqualTo("answer");
  }

  @Test
  void theWaitDoublesUpToItsBoundAndTheNumberOfAttemptsIsBounded() {
    assertThatThrownBy(
            () ->
                retry(Retry.Policy.STANDARD)
                    .call(cancellation, failing(Integer.MAX_VALUE, Kind.THROTTLED)))
        .isInstanceOf(CloudFailure.class);
    assertThat(waits)
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    assertThat(calls).hasValue(8);
    assertThat(time.now()).isEqualTo(START.plusSeconds(91));
  }

  private Supplier<String> throttled(Duration retryAfter) {
    return () -> {
      if (calls.incrementAndGet() <= 2) {
        throw new CloudFailure(Kind.THROTTLED, "Code", "", "", retryAfter);
      }
      return "answer";
    };
  }

  @Test
  void theWaitThatTheServiceAsksForIsKeptEvenBeyondOurOwnBound() {
    retry(Retry.Policy.STANDARD).call(cancellation, throttled(Duration.ofSeconds(372)));
    assertThat(waits).extracting(Duration::toSeconds).containsExactly(372L, 372L);
  }

  @Test
  void aShorterWaitThanOursIsNotHurriedAfter() {
    Retry.Policy slow =
        new Retry.Policy(
            3, Duration.ofSeconds(5), Duration.ofSeconds(30), java.util.Set.of(Kind.THROTTLED));
    retry(slow).call(cancellation, throttled(Duration.ofSeconds(1)));
    assertThat(waits).extracting(Duration::toSeconds).containsExactly(5L, 10L);
  }

  @Test
  void aCancelledCallIsNotMade() {
    cancellation.cancel();
    assertThatThrownBy(() -> retry(Retry.Policy.STANDARD).call(cancellation, failing(0, Kind.BUSY)))
        .isInstanceOf(CancellationException.class);
    assertThat(calls).hasValue(0);
  }

  @Test
  void aCancellationEndsTheWaitBeforeTheNextAttempt() {
    Retry retry =
        new Retry(time, Retry.Policy.STANDARD, (failure, failures, wait) -> cancellation.cancel());
    assertThatThrownBy(() -> retry.call(cancellation, failing(1, Kind.BUSY)))
        .isInstanceOf(CancellationException.class);
    assertThat(calls).hasValue(1);
    assertThat(time.now()).isEqualTo(START);
  }

  @Test
  void anInterruptionDuringTheWaitIsACancellationAndTheFlagStays() {
    Retry retry =
        new Retry(
            time,
            Retry.Policy.STANDARD,
            (failure, failures, wait) -> Thread.currentThread().interrupt());
    assertThatThrownBy(() -> retry.call(cancellation, failing(1, Kind.BUSY)))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(calls).hasValue(1);
  }

  @Test
  void aBugIsNotTriedAgain() {
    assertThatThrownBy(
            () ->
                retry(Retry.Policy.STANDARD)
                    .call(
                        cancellation,
                        () -> {
                          calls.incrementAndGet();
                          throw new IllegalStateException("bug");
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(calls).hasValue(1);
  }
}
