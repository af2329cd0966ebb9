package dev.wrapkey.ui.waves;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.rotation.GuidedRotation;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.WaveLedger;
import dev.wrapkey.rotation.WaveRow;
import dev.wrapkey.rotation.Waves;
import dev.wrapkey.rotation.WrapProof;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.file.FileDialogs;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.waves.WavesViewModel.Report;
import dev.wrapkey.ui.waves.WavesViewModel.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WavesViewModelTest {

  private Practice practice;
  private Notifications bell;

  @BeforeEach
  void open() {
    practice = Practice.opened();
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private Path folder() {
    return practice.folder().resolve(RotationLedger.FOLDER);
  }

  private FileDialogs dialogs() {
    return new FileDialogs() {
      @Override
      public Optional<Path> open() {
        return Optional.empty();
      }

      @Override
      public Optional<Path> save(String name) {
        return Optional.empty();
      }

      @Override
      public Optional<Path> report(String name) {
        return Optional.of(practice.folder().resolve(name));
      }

      @Override
      public Optional<Path> folder() {
        return Optional.empty();
      }

      @Override
      public Optional<Path> certificate() {
        return Optional.empty();
      }
    };
  }

  /** As after a start of the program. */
  private WaveRuns runs(Executor frames) {
    bell = new Notifications(practice.time());
    GuidedRotation rotation =
        new GuidedRotation(
            practice.cloud(),
            practice.time(),
            Retry.Policy.STANDARD,
            Runnable::run,
            Optional.of(WrapProof.of(practice.inspector())),
            folder());
    Waves engine = new Waves(rotation, practice.cloud(), practice.time(), Runnable::run, folder());
    return new WaveRuns(engine, Practice.tasks(), frames, bell, folder());
  }

  private WavesViewModel entered(WaveRuns runs, String wanted) {
    WavesViewModel page =
        new WavesViewModel(practice.cloud(), Practice.tasks(), runs, dialogs(), wanted);
    page.enter();
    return page;
  }

  private WavesViewModel entered() {
    return entered(runs(Runnable::run), "");
  }

  /** With the servers that share a key chosen, two at once. */
  private WavesViewModel chosen() {
    Sharing.prepare(practice);
    WavesViewModel page = entered();
    page.choice().value(Facet.KEY).set(Sharing.KEY);
    page.choice().chooseShown();
    page.choice().shaping().sizeProperty().set("1");
    return page;
  }

  private static List<String> shown(WavesViewModel page) {
    return page.choice().shown().stream().map(Candidate::name).toList();
  }

  private static WaveCase run(WavesViewModel page) {
    return page.shownProperty().get().orElseThrow();
  }

  private static WaveLedger.Phase phase(WavesViewModel page) {
    return run(page).standingProperty().get().phase();
  }

  private static List<WaveRow.State> states(WavesViewModel page) {
    return run(page).rows().stream().map(WaveRow::state).toList();
  }

  private String told() {
    return bell.items().getFirst().newsProperty().get().title();
  }

  private void assertAllHaveTheNewest() {
    KeyIdentifier newest = practice.newest("kv-orders-eastus", "orders-kek");
    for (String name : Sharing.SERVERS) {
      assertThat(practice.server(name).encryption().key()).as(name).contains(newest);
    }
  }

  @Test
  void onlyServersWithKeysOfTheCustomerAreOffered() {
    WavesViewModel page = entered();
    assertThat(page.stateProperty().get()).isEqualTo(State.CHOOSING);
    assertThat(shown(page)).contains("orders-pg", "billing-pg").doesNotContain("ledger-pg");
    assertThat(page.startableProperty().get()).isFalse();
  }

  @Test
  void aNumberThatIsNoneKeepsTheWavesFromBeginning() {
    WavesViewModel page = chosen();
    assertThat(page.startableProperty().get()).isTrue();
    page.choice().shaping().sizeProperty().set("0");
    assertThat(page.startableProperty().get()).isFalse();
    assertThat(page.choice().shaping().problemProperty().get()).contains("1 to 100");
    page.start();
    assertThat(WaveLedger.all(folder())).isEmpty();
  }

  @Test
  void allServersGetTheNewVersionAndTheReportNamesThem() throws IOException {
    WavesViewModel page = chosen();
    page.start();
    assertThat(phase(page)).isEqualTo(WaveLedger.Phase.ENDED);
    assertThat(states(page)).containsOnly(WaveRow.State.SUCCEEDED).hasSize(3);
    assertAllHaveTheNewest();
    assertThat(told()).isEqualTo("Servers rotated");
    assertThat(run(page).standingProperty().get().canSettle()).isFalse();
    page.save(Report.CSV);
    page.save(Report.HTML);
    String id = run(page).ledger().id();
    assertThat(Files.readString(practice.folder().resolve(id + ".csv")))
        .contains("wave-1-pg,")
        .contains(",succeeded,");
    assertThat(Files.readString(practice.folder().resolve(id + ".html"))).contains("wave-2-pg");
  }

  @Test
  void aCanaryThatFailsHoldsTheOthersBackUntilItIsTriedAgain() {
    WavesViewModel page = chosen();
    practice.itself().faults().switchOn(Fault.FAILS_LATE, FaultOrder.usual(Fault.FAILS_LATE));
    page.start();
    assertThat(phase(page)).isEqualTo(WaveLedger.Phase.HALTED);
    assertThat(states(page))
        .containsExactly(WaveRow.State.FAILED, WaveRow.State.WAITING, WaveRow.State.WAITING);
    assertThat(bell.items().getFirst().newsProperty().get().state())
        .isEqualTo(Notification.State.FAILED);
    run(page).retry();
    assertThat(phase(page)).isEqualTo(WaveLedger.Phase.ENDED);
    assertAllHaveTheNewest();
  }

  @Test
  void whatIsPausedIsToldAtTheNextStartAndGoesOnFromWhereItWas() {
    WavesViewModel page = chosen();
    page.shownProperty()
        .subscribe(
            shown ->
                shown.ifPresent(
                    one ->
                        one.lines()
                            .getFirst()
                            .nowProperty()
                            .subscribe(
                                now -> {
                                  if (now.row().state() == WaveRow.State.SUCCEEDED) {
                                    one.pause();
                                  }
                                })));
    page.start();
    assertThat(phase(page)).isEqualTo(WaveLedger.Phase.PAUSED);
    assertThat(states(page))
        .containsExactly(WaveRow.State.SUCCEEDED, WaveRow.State.WAITING, WaveRow.State.WAITING);

    WaveRuns later = runs(Runnable::run);
    later.recover();
    assertThat(told()).isEqualTo("Unfinished rotation of many servers");
    WavesViewModel again = entered(later, "");
    assertThat(again.stateProperty().get()).isEqualTo(State.SHOWING);
    run(again).goOn();
    assertThat(phase(again)).isEqualTo(WaveLedger.Phase.ENDED);
    assertAllHaveTheNewest();
    assertThat(practice.versions("kv-orders-eastus", "orders-kek").getFirst())
        .isEqualTo(run(again).rows().getFirst().to());
  }

  @Test
  void whatIsStoppedCanBeLeftAsItIsAndIsNotToldAgain() {
    WavesViewModel page = chosen();
    page.shownProperty()
        .subscribe(
            shown ->
                shown.ifPresent(
                    one ->
                        one.lines()
                            .getFirst()
                            .nowProperty()
                            .subscribe(
                                now -> {
                                  if (now.row().state() == WaveRow.State.RUNNING) {
                                    one.stop();
                                  }
                                })));
    page.start();
    assertThat(phase(page)).isEqualTo(WaveLedger.Phase.STOPPED);
    assertThat(states(page)).startsWith(WaveRow.State.STOPPED, WaveRow.State.WAITING);
    assertThat(practice.server("orders-pg").state()).isEqualTo("Ready");
    run(page).settle();
    WaveRuns later = runs(Runnable::run);
    later.recover();
    assertThat(bell.items()).isEmpty();
    assertThat(entered(later, "").stateProperty().get()).isEqualTo(State.CHOOSING);
  }

  @Test
  void aServerThatIsRotatedElsewhereIsRefusedByName() {
    WavesViewModel page = chosen();
    practice.itself().faults().switchOn(Fault.FAILS_LATE, FaultOrder.usual(Fault.FAILS_LATE));
    page.start();
    page.choose();
    page.choice().value(Facet.KEY).set(Sharing.KEY);
    page.choice().chooseShown();
    page.start();
    assertThat(page.stateProperty().get()).isEqualTo(State.CHOOSING);
    assertThat(page.failureProperty().get().details()).contains("orders-pg");
  }

  @Test
  void theScreenTakesAllNewsOfAFrameInOneStep() {
    Sharing.prepare(practice);
    Deque<Runnable> frames = new ArrayDeque<>();
    WavesViewModel page = entered(runs(frames::add), "");
    page.choice().value(Facet.KEY).set(Sharing.KEY);
    page.choice().chooseShown();
    List<WaveRow.State> seen = new ArrayList<>();
    page.shownProperty()
        .subscribe(
            shown ->
                shown.ifPresent(
                    one ->
                        one.lines()
                            .getFirst()
                            .nowProperty()
                            .subscribe(now -> seen.add(now.row().state()))));
    page.start();
    assertThat(frames).as("asked for, whatever has happened meanwhile").hasSize(1);
    assertThat(seen).containsExactly(WaveRow.State.WAITING, WaveRow.State.SUCCEEDED);
    frames.remove().run();
    assertThat(states(page)).containsOnly(WaveRow.State.SUCCEEDED);
    assertThat(frames).isEmpty();
  }
}
