package dev.wrapkey.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.preflight.Probe;
import dev.wrapkey.preflight.Verdict;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.simulator.fault.Aim;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a rotation does when the cloud misbehaves. */
class RotationWithFaultsTest {

  private Rotating rotating;
  private int versions;

  @BeforeEach
  void open() {
    rotating = new Rotating();
    versions = versions();
  }

  @AfterEach
  void close() {
    rotating.close();
  }

  private int versions() {
    return rotating.practice().versions("kv-orders-eastus", "orders-kek").size();
  }

  private void switchOn(Fault fault, Aim aim) {
    FaultOrder usual = FaultOrder.usual(fault);
    rotating
        .practice()
        .itself()
        .faults()
        .switchOn(fault, new FaultOrder(aim, usual.rhythm(), usual.seconds(), ""));
  }

  private RotationOrder order() {
    return RotationOrder.newVersion(rotating.server("orders-pg"), Set.of(Purpose.PRIMARY));
  }

  private void assertRotatedOnce() {
    assertThat(versions()).isEqualTo(versions + 1);
    assertThat(rotating.wrapping("orders-pg")).containsExactly(rotating.keyOf("orders-pg"));
  }

  @Test
  void aNewVersionWhoseAnswerWasLostIsFoundAndNoSecondOneIsMade() {
    switchOn(Fault.LOST_ANSWER, new Aim("POST", "*.vault.azure.net", "*/rotate", ""));
    rotating.succeeded(order());
    assertThat(rotating.told()).contains("new-version RETRYING NoAnswer");
    assertRotatedOnce();
  }

  @Test
  void anUpdateWhoseAnswerWasLostIsMadeOnce() {
    switchOn(Fault.LOST_ANSWER, new Aim("PATCH", "management.azure.com", "", ""));
    rotating.succeeded(order());
    assertThat(rotating.told()).contains("update RETRYING NoAnswer");
    assertRotatedOnce();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"THROTTLING", "BUSY", "NOT_PROPAGATED"})
  void aPassingRefusalIsWaitedOutInSight(Fault fault) {
    switchOn(fault, new Aim("PATCH", "management.azure.com", "", ""));
    rotating.succeeded(order());
    assertThat(rotating.told()).anyMatch(told -> told.startsWith("update RETRYING "));
    assertRotatedOnce();
  }

  @Test
  void aRightThatHasNotSpreadYetIsWaitedForInSight() {
    List<Probe> probes = new ArrayList<>();
    var newcomer = rotating.practice().identity("id-newcomer-eastus");
    rotating
        .practice()
        .administrator()
        .grant(newcomer, rotating.practice().store("kv-orders-eastus"));
    GuidedRotation rotation = rotating.rotation();
    RotationLedger ledger =
        rotation.begin(RotationOrder.otherIdentity(rotating.server("orders-pg"), newcomer.id()));
    RotationOutcome outcome =
        rotation.run(
            ledger,
            new RotationProgress() {
              @Override
              public void on(Progress.Event event) {}

              @Override
              public void probed(Probe probe) {
                probes.add(probe);
              }
            },
            new Cancellation());
    assertThat(outcome).isInstanceOf(RotationOutcome.Succeeded.class);
    assertThat(probes.getFirst().seen().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(probes.getLast().elapsed().toMinutes()).isGreaterThanOrEqualTo(9);
  }

  @Test
  void aRotationThatTheServiceFailsIsGoneOnWithAndMakesNoSecondVersion() {
    switchOn(Fault.FAILS_LATE, Aim.ANY);
    GuidedRotation rotation = rotating.rotation();
    RotationLedger ledger = rotation.begin(order());
    RotationOutcome first = rotation.run(ledger, rotating.progress(), new Cancellation());
    assertThat(((RotationOutcome.Failed) first).step()).isEqualTo(RotationStep.UPDATE);
    assertThat(rotating.rows("orders-pg")).isPositive();
    RotationOutcome second = rotation.run(ledger, rotating.progress(), new Cancellation());
    assertThat(second).as("%s", rotating.told()).isInstanceOf(RotationOutcome.Succeeded.class);
    assertRotatedOnce();
  }

  @Test
  void aKeyDisabledMeanwhileFailsTheRotationAndLeavesTheServerReadable() {
    GuidedRotation rotation = rotating.rotation();
    RotationLedger ledger = rotation.begin(order());
    RotationProgress disabling =
        event -> {
          if (event.step().equals("update") && event.state() == Progress.State.STARTED) {
            rotating
                .practice()
                .administrator()
                .enable(ledger.entry().made().versions().get(Purpose.PRIMARY), false);
          }
        };
    RotationOutcome outcome = rotation.run(ledger, disabling, new Cancellation());
    assertThat(outcome).isInstanceOf(RotationOutcome.Failed.class);
    RotationOutcome.Failed failed = (RotationOutcome.Failed) outcome;
    assertThat(failed.step()).isEqualTo(RotationStep.UPDATE);
    assertThat(failed.failure().code()).isEqualTo("AzureKeyVaultKeyDisabled");
    assertThat(rotating.keyOf("orders-pg")).isEqualTo(ledger.entry().retired().getFirst());
    assertThat(rotating.server("orders-pg").state()).isEqualTo("Ready");
    assertThat(rotating.rows("orders-pg")).isPositive();
  }
}
