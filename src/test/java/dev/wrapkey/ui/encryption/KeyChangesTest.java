package dev.wrapkey.ui.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.KeyChangeNote;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.simulator.fault.Aim;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.simulator.fault.Rhythm;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyChangesTest {

  private static final Aim CHANGES = new Aim("", "", "", "changing-servers");

  private Practice practice;
  private Blades blades;
  private EncryptionViewModel blade;
  private KeyIdentifier newest;

  @BeforeEach
  void open() {
    practice = Practice.opened();
    blades = Blades.of(practice);
    blade = blades.entered("orders-pg");
    newest = practice.newest("kv-orders-eastus", "orders-kek");
    blade.blocks().primary().choice().identifier().set(newest.toString());
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private void busy(int times) {
    practice
        .itself()
        .faults()
        .switchOn(Fault.BUSY, new FaultOrder(CHANGES, new Rhythm(1, 1, times, 0), 0, ""));
  }

  private KeyIdentifier inTheCloud() {
    return practice.server("orders-pg").encryption().key().orElseThrow();
  }

  @Test
  void aChangeThatSomebodySawTheEndOfLeavesNoNote() {
    blade.save();
    assertThat(blades.bell().state()).isEqualTo(Notification.State.SUCCEEDED);
    assertThat(KeyChangeNote.open(blades.folder())).isEmpty();
  }

  @Test
  void anEndThatNobodySawIsToldAtTheNextStart() {
    blades.changes().watched(false);
    blade.save();
    assertThat(KeyChangeNote.open(blades.folder())).hasSize(1);
    Blades next = Blades.of(practice);
    next.changes().recover();
    assertThat(next.bell().state()).isEqualTo(Notification.State.SUCCEEDED);
    assertThat(KeyChangeNote.open(blades.folder())).isEmpty();
  }

  @Test
  void aServerThatCannotBeReadAtTheNextStartIsAskedAgainAtTheOneAfter() {
    blades.changes().watched(false);
    blade.save();
    practice
        .itself()
        .faults()
        .switchOn(
            Fault.TRUNCATED,
            new FaultOrder(
                new Aim("GET", "", "*/flexibleServers/*", ""),
                new Rhythm(1, 1, Rhythm.FOR_EVER, 0),
                0,
                ""));
    Blades next = Blades.of(practice);
    next.changes().recover();
    practice.itself().faults().switchOff(Fault.TRUNCATED);
    assertThat(next.bell().title()).isEqualTo("Key change not known");
    assertThat(KeyChangeNote.open(blades.folder())).hasSize(1);
  }

  @Test
  void aBusyServerIsWaitedForInSightAndThenChanged() {
    busy(4);
    List<String> waits = new ArrayList<>();
    blade
        .progress()
        .waitProperty()
        .subscribe(wait -> wait.ifPresent(w -> waits.add(w.code() + " " + w.attempts())));
    blade.save();
    assertThat(waits)
        .containsExactly("ServerIsBusy 1", "ServerIsBusy 2", "ServerIsBusy 3", "ServerIsBusy 4");
    assertThat(inTheCloud()).isEqualTo(newest);
    assertThat(blade.progress().waitProperty().get()).isEmpty();
  }

  @Test
  void waitingForABusyServerCanBeStoppedAndNothingIsChanged() {
    busy(Rhythm.FOR_EVER);
    KeyIdentifier before = inTheCloud();
    blade
        .progress()
        .waitProperty()
        .subscribe(
            wait -> {
              if (wait.filter(w -> w.attempts() == 3).isPresent()) {
                blade.stopWaiting();
              }
            });
    blade.save();
    practice.itself().faults().switchOff(Fault.BUSY);
    assertThat(blade.stateProperty().get()).isEqualTo(EncryptionViewModel.State.CUSTOMER_MANAGED);
    assertThat(inTheCloud()).isEqualTo(before);
    assertThat(blades.bell().text()).contains("was not changed");
    assertThat(KeyChangeNote.open(blades.folder())).isEmpty();
  }

  @Test
  void aSaveGoesOnWithoutThePageAndIsNotAskedAfter() {
    List<Boolean> unsaved = new ArrayList<>();
    blade
        .progress()
        .elapsedProperty()
        .subscribe(
            time -> {
              if (time.isPositive()) {
                unsaved.add(blade.isUnsaved());
              }
            });
    blade.save();
    assertThat(unsaved).isNotEmpty().containsOnly(false);
  }

  @Test
  void theEndOfTheProgramIsNoWishToStopAndTheNextStartTells() {
    blade
        .progress()
        .elapsedProperty()
        .subscribe(
            time -> {
              if (time.isPositive()) {
                Thread.currentThread().interrupt();
              }
            });
    blade.save();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(KeyChangeNote.open(blades.folder())).hasSize(1);
    Blades next = Blades.of(practice);
    next.changes().recover();
    assertThat(next.bell().state()).isEqualTo(Notification.State.SUCCEEDED);
    assertThat(inTheCloud()).isEqualTo(newest);
  }
}
