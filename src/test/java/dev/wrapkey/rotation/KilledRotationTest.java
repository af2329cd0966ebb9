package dev.wrapkey.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.rotation.MortalCloud.Killed;
import dev.wrapkey.rotation.MortalCloud.Moment;
import dev.wrapkey.rotation.RotationLedger.Phase;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The program ends during a rotation, and a new one goes on with it or rolls it back. How many
 * random ends: system property {@code rotation.kills}; which: {@code rotation.seed}.
 */
class KilledRotationTest {

  private static final String SERVER = "orders-pg";
  private Rotating rotating;
  private long rows;

  @BeforeEach
  void open() {
    rotating = new Rotating();
    rows = rotating.rows(SERVER);
  }

  @AfterEach
  void close() {
    rotating.close();
  }

  private RotationOrder order() {
    return RotationOrder.newVersion(rotating.server(SERVER), Set.of(Purpose.PRIMARY));
  }

  private void assertWorks() {
    assertThat(rotating.server(SERVER).state()).isIn("Ready", "Updating");
    assertThat(rotating.rows(SERVER)).isEqualTo(rows);
  }

  /** The only rotation that a new program finds. */
  private RotationLedger found() {
    List<RotationLedger> all = RotationLedger.unfinished(rotating.folder());
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private void finish(boolean rollBack, KeyIdentifier old, int versions) {
    assertWorks();
    RotationLedger ledger = found();
    boolean made = ledger.entry().made().noted().containsKey(Purpose.PRIMARY);
    GuidedRotation again = rotating.rotation();
    RotationOutcome outcome =
        rollBack
            ? again.rollBack(ledger, rotating.progress(), new Cancellation())
            : again.run(ledger, rotating.progress(), new Cancellation());
    assertThat(outcome).as("%s", rotating.told()).isInstanceOf(RotationOutcome.Succeeded.class);
    assertWorks();
    List<KeyIdentifier> after = rotating.practice().versions("kv-orders-eastus", "orders-kek");
    assertThat(after.size() - versions).as("made once").isLessThanOrEqualTo(1);
    if (rollBack) {
      assertThat(ledger.entry().phase()).isEqualTo(Phase.ROLLED_BACK);
      assertThat(rotating.keyOf(SERVER)).isEqualTo(old);
      assertThat(after.size() - versions).isLessThanOrEqualTo(made ? 1 : 0);
    } else {
      assertThat(ledger.entry().phase()).isEqualTo(Phase.SUCCEEDED);
      assertThat(after).hasSize(versions + 1);
      assertThat(rotating.keyOf(SERVER)).isEqualTo(after.getFirst());
      assertThat(rotating.wrapping(SERVER)).containsExactly(after.getFirst());
    }
    assertThat(RotationLedger.unfinished(rotating.folder())).isEmpty();
  }

  private int versions() {
    return rotating.practice().versions("kv-orders-eastus", "orders-kek").size();
  }

  static Stream<String> boundaries() {
    return Stream.concat(
        Stream.of(RotationStep.values())
            .flatMap(step -> Stream.of(step.id() + " STARTED", step.id() + " ENDED")),
        Stream.of("update accepted"));
  }

  private static RotationProgress dyingAt(String point) {
    return new RotationProgress() {
      @Override
      public void on(Progress.Event event) {
        if (point.equals(event.step() + " " + event.state())) {
          throw new Killed(point);
        }
      }

      @Override
      public void accepted(String step, Receipt receipt) {
        if (point.equals(step + " accepted")) {
          throw new Killed(point);
        }
      }
    };
  }

  private void killAt(String point) {
    GuidedRotation rotation = rotating.rotation();
    RotationLedger ledger = rotation.begin(order());
    try {
      rotation.run(ledger, dyingAt(point), new Cancellation());
      throw new AssertionError("never came to " + point);
    } catch (Killed expected) {
      assertThat(found().entry().phase()).isEqualTo(Phase.RUNNING);
    }
  }

  @ParameterizedTest
  @MethodSource("boundaries")
  void aRotationKilledAtAStepsBoundaryIsGoneOnWith(String point) {
    KeyIdentifier old = rotating.keyOf(SERVER);
    int versions = versions();
    killAt(point);
    finish(false, old, versions);
  }

  @ParameterizedTest
  @MethodSource("boundaries")
  void aRotationKilledAtAStepsBoundaryIsRolledBack(String point) {
    KeyIdentifier old = rotating.keyOf(SERVER);
    int versions = versions();
    killAt(point);
    finish(true, old, versions);
  }

  @ParameterizedTest
  @CsvSource({
    "KeyStores.rotate, false, false",
    "KeyStores.rotate, true, false",
    "KeyStores.rotate, true, true",
    "Servers.changeKey, false, false",
    "Servers.changeKey, true, false",
    "Servers.changeKey, true, true",
    "RunningOperation.poll, true, true",
  })
  void aRotationKilledWhileItChangesSomethingChangesItOnce(
      String call, boolean answered, boolean back) {
    KeyIdentifier old = rotating.keyOf(SERVER);
    int versions = versions();
    rotating.rotation().begin(order());
    assertThat(dies(new Moment(call, answered), false)).isTrue();
    finish(back, old, versions);
  }

  static Stream<Long> kills() {
    int number = Integer.getInteger("rotation.kills", 20);
    long seed = Long.getLong("rotation.seed", 20261122L);
    return new Random(seed).longs(number).boxed();
  }

  /** The port is called this often, or a little more, when nobody dies. */
  private static final int CALLS = 45;

  @Tag("long")
  @ParameterizedTest
  @MethodSource("kills")
  void aRotationKilledAtARandomCallIsGoneOnWithOrRolledBack(long seed) {
    Random dice = new Random(seed);
    KeyIdentifier old = rotating.keyOf(SERVER);
    int versions = versions();
    RotationLedger ledger = rotating.rotation().begin(order());
    int deaths = 1 + dice.nextInt(3);
    for (int i = 0; i < deaths; i++) {
      Moment moment = new Moment(dice.nextInt(CALLS), dice.nextBoolean());
      boolean back = i > 0 && dice.nextInt(4) == 0;
      if (!dies(moment, back)) {
        break;
      }
      assertWorks();
    }
    if (RotationLedger.unfinished(rotating.folder()).isEmpty()) {
      assertThat(RotationLedger.all(rotating.folder()).getFirst().entry().phase())
          .isIn(Phase.SUCCEEDED, Phase.ROLLED_BACK);
      assertWorks();
    } else {
      finish(dice.nextBoolean(), old, versions);
    }
    assertThat(ledger.entry().id())
        .isEqualTo(RotationLedger.all(rotating.folder()).getFirst().entry().id());
  }

  /** Whether the program died; otherwise it has come to the end. */
  private boolean dies(Moment moment, boolean back) {
    MortalCloud mortal = new MortalCloud(moment);
    GuidedRotation rotation =
        rotating.rotation(
            mortal.around(rotating.practice().cloud()), Optional.of(rotating.proof()));
    try {
      RotationLedger ledger = found();
      RotationOutcome outcome =
          back
              ? rotation.rollBack(ledger, rotating.progress(), new Cancellation())
              : rotation.run(ledger, rotating.progress(), new Cancellation());
      assertThat(outcome).as("%s", rotating.told()).isInstanceOf(RotationOutcome.Succeeded.class);
      return false;
    } catch (Killed expected) {
      return true;
    }
  }

  @Test
  void everyCallOfTheRandomEndsIsReached() {
    MortalCloud immortal = MortalCloud.immortal();
    GuidedRotation rotation =
        rotating.rotation(
            immortal.around(rotating.practice().cloud()), Optional.of(rotating.proof()));
    rotation.run(rotation.begin(order()), rotating.progress(), new Cancellation());
    assertThat(immortal.calls()).hasSizeBetween(CALLS * 2 / 3, CALLS * 3 / 2);
    assertThat(immortal.calls()).contains("KeyStores.rotate", "Servers.changeKey");
    assertThat(IntStream.range(0, immortal.calls().size()))
        .as("the change comes early enough to be met")
        .anyMatch(i -> i < CALLS && immortal.calls().get(i).equals("RunningOperation.poll"));
  }

  @Test
  void theServerIsReadableBeforeAndAfterEveryCall() {
    MortalCloud watching = MortalCloud.watching(this::assertWorks);
    GuidedRotation rotation =
        rotating.rotation(
            watching.around(rotating.practice().cloud()), Optional.of(rotating.proof()));
    RotationLedger ledger = rotation.begin(order());
    assertThat(rotation.run(ledger, rotating.progress(), new Cancellation()))
        .isInstanceOf(RotationOutcome.Succeeded.class);
    assertThat(rotation.rollBack(ledger, rotating.progress(), new Cancellation()))
        .isInstanceOf(RotationOutcome.Succeeded.class);
  }

  @Test
  void aRotationThatAPersonStopsStaysStoppedAndWorks() {
    GuidedRotation rotation = rotating.rotation();
    RotationLedger ledger = rotation.begin(order());
    Cancellation cancellation = new Cancellation();
    RotationOutcome outcome =
        rotation.run(
            ledger,
            new RotationProgress() {
              @Override
              public void on(Progress.Event event) {}

              @Override
              public void accepted(String step, Receipt receipt) {
                cancellation.cancel();
              }
            },
            cancellation);
    assertThat(outcome).isEqualTo(new RotationOutcome.Stopped(RotationStep.UPDATE));
    assertThat(ledger.entry().phase()).isEqualTo(Phase.STOPPED);
    int versions = versions() - 1;
    finish(false, ledger.entry().order().base().key().orElseThrow(), versions);
  }
}
