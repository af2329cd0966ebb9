package dev.wrapkey.ui.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.preflight.Preflight;
import dev.wrapkey.preflight.Repair;
import dev.wrapkey.preflight.Subject;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.rotation.GuidedRotation;
import dev.wrapkey.rotation.PlannedStep;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.RotationLedger.Phase;
import dev.wrapkey.rotation.RotationOrder;
import dev.wrapkey.rotation.RotationStep;
import dev.wrapkey.rotation.WaveControl;
import dev.wrapkey.rotation.WaveLedger;
import dev.wrapkey.rotation.WaveOrder;
import dev.wrapkey.rotation.Waves;
import dev.wrapkey.rotation.WrapProof;
import dev.wrapkey.simulator.fault.Aim;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.simulator.fault.Rhythm;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.preflight.Examiner;
import dev.wrapkey.ui.preflight.PreflightViewModel;
import dev.wrapkey.ui.rotation.RotationCase.Busy;
import dev.wrapkey.ui.rotation.RotationViewModel.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RotationViewModelTest {

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

  private GuidedRotation engine() {
    return new GuidedRotation(
        practice.cloud(),
        practice.time(),
        Retry.Policy.STANDARD,
        Runnable::run,
        Optional.of(WrapProof.of(practice.inspector())),
        folder());
  }

  /** As after a start of the program. */
  private Rotations rotations() {
    bell = new Notifications(practice.time());
    return new Rotations(engine(), Practice.tasks(), bell, folder());
  }

  private RotationViewModel entered(Rotations rotations, String server) {
    RotationViewModel page =
        new RotationViewModel(
            practice.cloud(),
            Practice.tasks(),
            practice.time(),
            practice.idOf(server),
            rotations,
            this::checks);
    page.enter();
    return page;
  }

  private RotationViewModel entered(String server) {
    return entered(rotations(), server);
  }

  private PreflightViewModel checks(Supplier<Optional<Subject>> subject) {
    Examiner examiner =
        Examiner.of(
            new Preflight(practice.cloud(), practice.time(), Runnable::run),
            new Repair(practice.cloud(), practice.time()));
    return new PreflightViewModel(examiner, Practice.tasks(), practice.time(), subject, rule -> {});
  }

  private static RotationCase shown(RotationViewModel page) {
    return page.shownProperty().get().orElseThrow();
  }

  private static Phase phase(RotationViewModel page) {
    return shown(page).entryProperty().get().phase();
  }

  private KeyIdentifier inTheCloud(String server) {
    return practice.server(server).encryption().key().orElseThrow();
  }

  @Test
  void aServiceManagedServerHasNothingToRotate() {
    RotationViewModel page = entered("ledger-pg");
    assertThat(page.stateProperty().get()).isEqualTo(State.SERVICE_MANAGED);
    assertThat(page.startableProperty().get()).isFalse();
  }

  @Test
  void everyStepIsToldWithItsCommandBeforeAnythingIsDone() {
    KeyIdentifier before = inTheCloud("orders-pg");
    RotationViewModel page = entered("orders-pg");
    assertThat(page.steps()).extracting(PlannedStep::step).containsExactly(RotationStep.values());
    assertThat(page.steps()).allSatisfy(step -> assertThat(step.commands()).isNotEmpty());
    assertThat(inTheCloud("orders-pg")).isEqualTo(before);
    assertThat(RotationLedger.all(folder())).isEmpty();
  }

  @Test
  void aStopLeavesAServerThatWorksAndARotationThatIsGoneOnWithAfterTheNextStart() {
    KeyIdentifier before = inTheCloud("orders-pg");
    RotationViewModel page = entered("orders-pg");
    page.shownProperty()
        .subscribe(
            shown ->
                shown.ifPresent(
                    one ->
                        one.newsProperty()
                            .subscribe(
                                news ->
                                    news.event()
                                        .filter(
                                            event -> event.step().equals(RotationStep.REACH.id()))
                                        .filter(event -> event.state() == Progress.State.ENDED)
                                        .ifPresent(event -> one.stop()))));
    page.start();
    assertThat(phase(page)).isEqualTo(Phase.STOPPED);
    assertThat(inTheCloud("orders-pg")).isEqualTo(before);
    assertThat(practice.server("orders-pg").state()).isEqualTo("Ready");
    int versions = practice.versions("kv-orders-eastus", "orders-kek").size();

    Rotations later = rotations();
    later.recover();
    assertThat(bell.items().getFirst().newsProperty().get().title())
        .isEqualTo("Unfinished rotation");
    RotationViewModel again = entered(later, "orders-pg");
    assertThat(again.stateProperty().get()).isEqualTo(State.SHOWING);
    shown(again).goOn();
    assertThat(phase(again)).isEqualTo(Phase.SUCCEEDED);
    assertThat(practice.versions("kv-orders-eastus", "orders-kek")).hasSize(versions);
    assertThat(inTheCloud("orders-pg"))
        .isEqualTo(practice.newest("kv-orders-eastus", "orders-kek"))
        .isNotEqualTo(before);
    assertThat(bell.items().getFirst().newsProperty().get().state())
        .isEqualTo(Notification.State.SUCCEEDED);
  }

  @Test
  void aSecondPageOfTheSameServerShowsTheSameRotation() {
    Rotations rotations = rotations();
    RotationViewModel page = entered(rotations, "orders-pg");
    page.start();
    assertThat(shown(entered(rotations, "orders-pg"))).isSameAs(shown(page));
  }

  @Test
  void bothKeysOfAGeoRedundantServerAreRotatedOrOneOfThem() {
    RotationViewModel page = entered("billing-pg");
    page.choice().primaryProperty().set(false);
    KeyIdentifier first = inTheCloud("billing-pg");
    KeyIdentifier second = practice.server("billing-pg").encryption().geo().orElseThrow().key();
    page.start();
    assertThat(phase(page)).isEqualTo(Phase.SUCCEEDED);
    assertThat(inTheCloud("billing-pg")).isEqualTo(first);
    assertThat(practice.server("billing-pg").encryption().geo().orElseThrow().key())
        .isNotEqualTo(second);
    page.choice().geoProperty().set(false);
    assertThat(page.choice().orderProperty().get()).isEmpty();
  }

  @Test
  void theGateIsClosedForTwoHoursAndOpensByWaiting() {
    KeyIdentifier old = inTheCloud("orders-pg");
    RotationViewModel page = entered("orders-pg");
    page.start();
    RotationCase one = shown(page);
    assertThat(one.gateProperty().get().orElseThrow().isOpenAt(page.now())).isFalse();
    one.retire();
    assertThat(practice.cloud().keyStores().get(old).life().enabled()).isTrue();
    practice.time().jump(Duration.ofHours(2).plusSeconds(1));
    one.retire();
    assertThat(practice.cloud().keyStores().get(old).life().enabled()).isFalse();
    assertThat(one.hasGate()).isFalse();
    assertThat(practice.server("orders-pg").state()).isEqualTo("Ready");
  }

  @Test
  void aBusyServerIsWaitedForInSight() {
    practice
        .itself()
        .faults()
        .switchOn(
            Fault.BUSY,
            new FaultOrder(new Aim("", "", "", "changing-servers"), new Rhythm(1, 1, 3, 0), 0, ""));
    RotationViewModel page = entered("orders-pg");
    List<String> waits = new ArrayList<>();
    page.shownProperty()
        .subscribe(
            shown ->
                shown.ifPresent(
                    one ->
                        one.newsProperty()
                            .subscribe(
                                news ->
                                    news.pause()
                                        .ifPresent(
                                            wait -> waits.add(wait.code() + wait.attempts())))));
    page.start();
    assertThat(waits).contains("ServerIsBusy1", "ServerIsBusy3");
    assertThat(phase(page)).isEqualTo(Phase.SUCCEEDED);
  }

  @Test
  void anUnfinishedRotationCanBeLeftAsItIsAndAnotherPlanned() {
    practice.administrator().enable(inTheCloud("orders-pg"), false);
    RotationViewModel page = entered("orders-pg");
    page.start();
    assertThat(phase(page)).isEqualTo(Phase.FAILED);
    assertThat(shown(page).busyProperty().get()).isEqualTo(Busy.NONE);
    assertThat(RotationViewModel.isChecked(shown(page).failureProperty().get())).isTrue();
    page.abandon();
    assertThat(page.stateProperty().get()).isEqualTo(State.CHOOSING);
    assertThat(page.historyProperty().get()).hasSize(1);
    Rotations later = rotations();
    later.recover();
    assertThat(bell.items()).isEmpty();
  }

  @Test
  void theGateOfAServerThatWasRotatedWithOthersIsOnItsOwnPage() {
    KeyIdentifier old = inTheCloud("orders-pg");
    Waves waves = new Waves(engine(), practice.cloud(), practice.time(), Runnable::run, folder());
    RotationOrder order =
        RotationOrder.newVersion(practice.server("orders-pg"), Set.of(Purpose.PRIMARY));
    WaveLedger ledger = waves.begin(new WaveOrder(List.of(order), new WaveOrder.Shape(1, 5, 0)));
    waves.run(ledger, false, new WaveControl(), row -> {});

    RotationViewModel page = entered("orders-pg");
    assertThat(page.stateProperty().get()).isEqualTo(State.SHOWING);
    assertThat(shown(page).gateProperty().get().orElseThrow().versions()).containsExactly(old);
    practice.time().jump(Duration.ofHours(2).plusSeconds(1));
    shown(page).retire();
    assertThat(practice.cloud().keyStores().get(old).life().enabled()).isFalse();
  }
}
