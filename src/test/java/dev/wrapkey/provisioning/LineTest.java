package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Line.State;
import dev.wrapkey.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineTest {

  private static final Instant START = Instant.parse("2026-11-22T14:02:00Z");
  private static final String ARM = "management.azure.com";
  private static final String VAULT = "kv.vault.azure.net";

  private final VirtualTime time = VirtualTime.standingAt(START);
  private final Line line = new Line(time);
  private final AtomicInteger told = new AtomicInteger();
  private final Runnable listener = told::incrementAndGet;

  @BeforeEach
  void listen() {
    line.onChange(listener);
  }

  @Test
  void atFirstAllIsWellAndAnAnswerChangesNothing() {
    assertThat(line.state()).isEqualTo(new State.Clear());
    line.answered(ARM);
    assertThat(line.state()).isEqualTo(new State.Clear());
    assertThat(told).hasValue(0);
  }

  @Test
  void aWaitLastsUntilItsEndOrAnAnswerOfTheSameService() {
    line.slowed(ARM, Duration.ofSeconds(12), 1);
    assertThat(line.state()).isEqualTo(new State.Slowed(START.plusSeconds(12), 1));
    line.answered(VAULT);
    assertThat(line.state()).isInstanceOf(State.Slowed.class);
    line.answered(ARM);
    assertThat(line.state()).isEqualTo(new State.Clear());

    line.slowed(ARM, Duration.ofSeconds(12), 1);
    time.jump(Duration.ofSeconds(12));
    assertThat(line.state()).isEqualTo(new State.Clear());
  }

  @Test
  void waitsInARowAreCountedAndTheLongestHolds() {
    line.slowed(ARM, Duration.ofSeconds(2), 1);
    line.slowed(ARM, Duration.ofSeconds(4), 1);
    line.slowed(VAULT, Duration.ofSeconds(1), 1);
    assertThat(line.state()).isEqualTo(new State.Slowed(START.plusSeconds(4), 2));
    assertThat(told).hasValue(3);
  }

  @Test
  void whoeverWaitsStillWaitsThoughSomebodyElseIsAnswered() {
    Line.Wait wait = line.waiting(Duration.ofSeconds(12), 2);
    line.answered(ARM);
    assertThat(line.state()).isEqualTo(new State.Slowed(START.plusSeconds(12), 2));
    wait.close();
    assertThat(line.state()).isEqualTo(new State.Clear());
  }

  @Test
  void silenceLastsUntilAnybodyAnswersAndKnowsWhenSomebodyLastDid() {
    line.silent(Kind.OFFLINE);
    assertThat(line.state()).isEqualTo(new State.Silent(Kind.OFFLINE, Optional.empty()));
    line.answered(VAULT);
    assertThat(line.state()).isEqualTo(new State.Clear());
    time.jump(Duration.ofMinutes(3));
    line.silent(Kind.UNREACHABLE);
    assertThat(line.state()).isEqualTo(new State.Silent(Kind.UNREACHABLE, Optional.of(START)));
  }

  @Test
  void aRefusalIsAnAnswerToo() {
    line.silent(Kind.OFFLINE);
    line.slowed(ARM, Duration.ofSeconds(2), 1);
    assertThat(line.state()).isInstanceOf(State.Slowed.class);
  }
}
