package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Ledger.Phase;
import dev.wrapkey.provisioning.Ledger.Presence;
import dev.wrapkey.provisioning.Progress.State;
import org.junit.jupiter.api.Test;

class ProvisioningResumedTest extends StagedRun {

  @Test
  void aCancellationEndsItAtTheNextMomentAndTheServerGoesOnBeingMade() {
    stage.spy =
        call -> {
          if (call.equals("poll")) {
            cancellation.cancel();
          }
        };
    Ledger ledger = ledger(Stage.plan());
    Outcome outcome = run(Stage.plan(), ledger);

    assertThat(outcome).isEqualTo(new Outcome.Cancelled("create-server"));
    assertThat(stage.count("poll")).isEqualTo(1);
    assertThat(ledger.entry().phase()).isEqualTo(Phase.CANCELLED);
    assertThat(ledger.entry().server()).isEqualTo(Presence.CREATING);
    assertThat(events.getLast().state()).isEqualTo(State.CANCELLED);
  }

  @Test
  void aCancellationBeforeTheRequestMakesNothing() {
    stage.spy =
        call -> {
          if (call.equals("groups")) {
            cancellation.cancel();
          }
        };
    Ledger ledger = ledger(Stage.plan());
    assertThat(run(Stage.plan(), ledger)).isInstanceOf(Outcome.Cancelled.class);
    assertThat(stage.asked).doesNotContain("create");
    assertThat(ledger.entry().server()).isEqualTo(Presence.NONE);
  }

  @Test
  void resumingWaitsForTheServerThatIsBeingMadeInsteadOfMakingItAgain() {
    Ledger ledger = ledger(Stage.plan());
    stage.spy =
        call -> {
          if (call.equals("poll")) {
            cancellation.cancel();
          }
        };
    run(Stage.plan(), ledger);
    stage.nameRefusal = "Taken by yourself.";
    stage.spy =
        call -> {
          if (call.equals("get") && stage.count("get") == 3) {
            stage.put(Stage.plan(), "Ready");
          }
        };

    Outcome outcome = provisioning().resume(Stage.plan(), ledger, events::add, new Cancellation());

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.count("create")).isEqualTo(1);
    assertThat(ledger.entry().server()).isEqualTo(Presence.EXISTS);
    assertThat(events).extracting(Progress.Event::detail).contains("Provisioning");
  }

  @Test
  void resumingMakesTheServerIfTheRequestNeverArrived() {
    Ledger ledger = ledger(Stage.plan());
    ledger.server(Presence.REQUESTED);
    assertThat(provisioning().resume(Stage.plan(), ledger, events::add, cancellation))
        .isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.count("create")).isEqualTo(1);
  }

  @Test
  void resumingAfterACrashFindsTheLedgerOnDisk() {
    Ledger ledger = ledger(Stage.plan());
    ledger.server(Presence.CREATING);
    stage.put(Stage.plan(), "Ready");
    Ledger found = Ledger.unfinished(folder).getFirst();
    assertThat(provisioning().resume(Stage.plan(), found, events::add, cancellation))
        .isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.count("create")).isZero();
    assertThat(Ledger.unfinished(folder)).isEmpty();
  }

  @Test
  void removingDeletesTheServerAndLeavesTheGroup() {
    Ledger ledger = ledger(Stage.planWithNewGroup());
    run(Stage.planWithNewGroup(), ledger);
    provisioning().remove(ledger, events::add, new Cancellation());

    assertThat(stage.servers).isEmpty();
    assertThat(stage.groups).contains("rg-new");
    assertThat(ledger.entry().server()).isEqualTo(Presence.REMOVED);
    assertThat(ledger.entry().group()).isEqualTo(Presence.EXISTS);
    assertThat(Ledger.unfinished(folder)).isEmpty();
  }

  @Test
  void aRemovalThatFailsLeavesTheServerInTheLedger() {
    Ledger ledger = ledger(Stage.plan());
    ledger.server(Presence.CREATING);
    stage.fail("delete", Stage.failure(Kind.FORBIDDEN, "AuthorizationFailed"));
    assertThatThrownBy(() -> provisioning().remove(ledger, events::add, new Cancellation()))
        .isInstanceOf(CloudFailure.class);
    assertThat(ledger.entry().server()).isEqualTo(Presence.CREATING);
    assertThat(Ledger.unfinished(folder)).hasSize(1);
  }

  @Test
  void theLedgerOfAnotherServerIsRefused() {
    Ledger ledger = ledger(Stage.planWithNewGroup());
    assertThatThrownBy(() -> run(Stage.plan(), ledger))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
