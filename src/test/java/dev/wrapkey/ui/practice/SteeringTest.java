package dev.wrapkey.ui.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.rehearsal.Stage;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SteeringTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  /** Remembers what it was told. */
  private static final class Told implements PracticeSteering {

    final List<String> orders = new ArrayList<>();
    final List<Standing> on = new ArrayList<>();
    Optional<Due> due =
        Optional.of(
            new Due(
                NOON,
                "expiry",
                "a version of the key expires",
                "https://kv.vault.azure.net/keys/kek/0123456789abcdef0123456789abcdef"));
    Optional<String> refusal = Optional.empty();
    double speed = 600;

    @Override
    public PracticeClock clock() {
      return new PracticeClock() {
        @Override
        public Instant now() {
          return NOON;
        }

        @Override
        public double speed() {
          return speed;
        }

        @Override
        public void runAt(double wanted) {
          speed = wanted;
        }
      };
    }

    @Override
    public Stage stage() {
      throw new AssertionError("nobody rehearses");
    }

    @Override
    public List<Due> upcoming() {
      return due.stream().toList();
    }

    @Override
    public Optional<Instant> nextLook(String server) {
      return Optional.empty();
    }

    @Override
    public Profile profile() {
      return Profile.CURRENT;
    }

    @Override
    public Optional<Due> next() {
      return due;
    }

    @Override
    public void jump(Duration length) {
      orders.add("jump " + length);
    }

    @Override
    public void jumpTo(Instant moment) {
      orders.add("jump to " + moment);
      due = Optional.empty();
    }

    @Override
    public List<Trouble> troubles() {
      return List.of(
          new Trouble("busy", "The server is busy.", false),
          new Trouble("key-disabled", "A key is switched off.", true));
    }

    @Override
    public List<Standing> standing() {
      return List.copyOf(on);
    }

    @Override
    public Optional<String> switchOn(String id) {
      orders.add("on " + id);
      if (refusal.isEmpty()) {
        on.add(new Standing(id, "", 0, false));
      }
      return refusal;
    }

    @Override
    public Optional<String> switchOff(String id) {
      orders.add("off " + id);
      on.clear();
      return Optional.of("The key is switched on again.");
    }

    @Override
    public void startOver() {
      orders.add("start over");
    }
  }

  private final Told told = new Told();
  private int changes;
  private final Steering steering = new Steering(told, Practice.tasks(), () -> changes++);

  private Steering.Row row(String id) {
    return steering.rowsProperty().get().stream()
        .filter(row -> row.trouble().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatComesNextIsToldWithTheNameOfTheThing() {
    steering.look();
    assertThat(steering.nextProperty().get())
        .isEqualTo("Next, at 2026-11-22 12:00:00 UTC: a version of the key expires (kek).");
  }

  @Test
  void aJumpLandsOnWhatComesNextAndSaysSo() {
    steering.jumpToNext();
    assertThat(told.orders).containsExactly("jump to " + NOON);
    assertThat(steering.newsProperty().get())
        .isEqualTo("It is 2026-11-22 12:00:00 UTC: a version of the key expires (kek).");
    assertThat(steering.nextProperty().get()).isEqualTo("Nothing will happen by itself.");
    assertThat(changes).isEqualTo(1);
  }

  @Test
  void whereNothingIsDueTheClockStays() {
    told.due = Optional.empty();
    steering.jumpToNext();
    assertThat(told.orders).isEmpty();
    assertThat(steering.newsProperty().get()).isEqualTo("Nothing will happen by itself.");
  }

  @Test
  void aFaultIsSwitchedOnAndOffByTheSameButton() {
    steering.look();
    assertThat(row("busy").standing()).isEmpty();
    steering.toggle(row("busy"));
    assertThat(row("busy").standing()).isPresent();
    assertThat(row("key-disabled").standing()).isEmpty();
    assertThat(steering.newsProperty().get()).isEqualTo("On: busy");
    steering.toggle(row("busy"));
    assertThat(told.orders).containsExactly("on busy", "off busy");
    assertThat(steering.newsProperty().get()).isEqualTo("The key is switched on again.");
  }

  @Test
  void aFaultThatIsRefusedSaysWhy() {
    told.refusal = Optional.of("target names nothing that is there.");
    steering.look();
    steering.toggle(row("key-disabled"));
    assertThat(steering.newsProperty().get()).isEqualTo("target names nothing that is there.");
    assertThat(row("key-disabled").standing()).isEmpty();
  }

  @Test
  void hoursAndStartingOverAreTold() {
    steering.jump(Duration.ofHours(1));
    assertThat(steering.newsProperty().get()).isEqualTo("One hour has passed.");
    steering.jump(Duration.ofDays(1));
    assertThat(steering.newsProperty().get()).isEqualTo("24 hours have passed.");
    steering.startOver();
    assertThat(steering.newsProperty().get()).isEqualTo("The starter landscape is back.");
    assertThat(told.orders).containsExactly("jump PT1H", "jump PT24H", "start over");
    assertThat(changes).isEqualTo(3);
  }

  @Test
  void theClockIsPausedAndRunsOnAsItRanBefore() {
    steering.pauseOrResume();
    assertThat(told.speed).isEqualTo(PracticeClock.PAUSED);
    assertThat(steering.speedProperty().get()).isEqualTo(PracticeClock.PAUSED);
    steering.pauseOrResume();
    assertThat(told.speed).isEqualTo(600);
    told.speed = PracticeClock.INSTANT;
    steering.tick();
    assertThat(steering.speedProperty().get()).isEqualTo(PracticeClock.INSTANT);
  }

  @Test
  void aJumpToWhatWasChosenSaysWhatHappened() {
    steering.jumpTo(told.due.orElseThrow());
    assertThat(told.orders).containsExactly("jump to " + NOON);
    assertThat(steering.newsProperty().get())
        .isEqualTo("It is 2026-11-22 12:00:00 UTC: a version of the key expires (kek).");
  }

  @Test
  void oneThingAtATime() {
    Queue<Runnable> work = new ArrayDeque<>();
    Steering slow =
        new Steering(
            told,
            new Tasks(
                work::add,
                Runnable::run,
                bug -> {
                  throw new AssertionError(bug);
                }),
            () -> {});
    slow.jump(Duration.ofHours(1));
    slow.startOver();
    assertThat(slow.busyProperty().get()).isTrue();
    assertThat(work).hasSize(1);
    work.remove().run();
    assertThat(slow.busyProperty().get()).isFalse();
    assertThat(told.orders).containsExactly("jump PT1H");
  }
}
