package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Ledger.Phase;
import dev.wrapkey.provisioning.Ledger.Presence;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployments of copies: the newest restore point, no password, a ledger that knows the source. */
class CopyDeploymentTest {

  private static final ResourceId SOURCE = ResourceId.server(Stage.SUB.id(), "rg", "source-pg");

  @TempDir Path folder;

  private final Stage stage = new Stage();

  private static Origin restore() {
    return new Origin(
        SOURCE, Origin.Mode.POINT_IN_TIME, Optional.empty(), "", Optional.of(Stage.KEY));
  }

  private static Plan copy(Origin origin) {
    return Stage.plan().copiedFrom(origin).withoutSecrets();
  }

  private Outcome run(Plan plan, Ledger ledger) {
    return new Provisioning(stage, stage.time, Retry.Policy.STANDARD)
        .run(plan, ledger, e -> {}, new Cancellation());
  }

  private Ledger ledger(Plan plan) {
    return Ledger.begin(folder, "d1", plan, Stage.START);
  }

  @Test
  void RST_10_aCopyIsMadeWithoutAPassword() {
    Plan plan = copy(restore());
    assertThat(plan.lacksPassword()).isFalse();
    assertThat(Stage.plan().withoutSecrets().lacksPassword()).isTrue();
    assertThat(run(plan, ledger(plan))).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.count("create")).isEqualTo(1);
  }

  @Test
  void theNewestRestorePointIsTheMomentOfTheRequestNotThatOfThePlan() {
    Plan plan = copy(restore());
    stage.fail("create", Stage.failure(Kind.BUSY, "ServerIsBusy"));
    run(plan, ledger(plan));
    assertThat(stage.created).hasSize(1);
    Instant asked = stage.created.getFirst().origin().orElseThrow().moment().orElseThrow();
    assertThat(asked).as("the first request was refused").isAfter(Stage.START);
    assertThat(Ledger.untold(folder).getFirst().entry().notes().plan().orElseThrow().origin())
        .as("a later run of the program asks for what is newest then")
        .contains(restore());
  }

  @Test
  void aChosenMomentStaysAndAReplicaHasNone() {
    Instant chosen = Stage.START.minus(Duration.ofDays(2));
    Plan plan = copy(restore().at(chosen));
    run(plan, ledger(plan));
    assertThat(stage.created.getFirst().origin().orElseThrow().moment()).contains(chosen);
    Plan replica =
        copy(new Origin(SOURCE, Origin.Mode.REPLICA, Optional.empty(), "", Optional.empty()));
    assertThat(replica.asOf(Stage.START)).isEqualTo(replica);
  }

  @Test
  void whatItIsCopiedFromIsThereAfterARestartAndItIsFollowedToItsEnd() {
    Plan plan = copy(restore().of(new Backup("backup_1", "Full", Stage.START)));
    Ledger begun = ledger(plan);
    begun.accepted(Optional.of(new Receipt("c-9", "https://arm/operations/9", true)));
    stage.put(plan, "Provisioning");
    stage.followed = stage.after(3, () -> stage.put(plan, "Ready"));
    Ledger found = Ledger.unfinished(folder).getFirst();
    Plan kept = found.entry().notes().plan().orElseThrow();
    assertThat(kept).isEqualTo(plan);
    assertThat(run(kept, found)).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.asked).doesNotContain("create");
  }

  @Test
  void oneThatWasNeverAcceptedIsAskedForAgainWithoutAQuestion() {
    Plan plan = copy(restore());
    Ledger begun = ledger(plan);
    begun.phase(Phase.RUNNING, "create-server", Stage.START);
    begun.server(Presence.REQUESTED);
    Ledger found = Ledger.unfinished(folder).getFirst();
    assertThat(run(found.entry().notes().plan().orElseThrow(), found))
        .isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.count("create")).isEqualTo(1);
  }

  @Test
  void CMK_32_aRestoredServersLedgerTellsWhoseKeyItStillNeeds() {
    Plan plan = copy(restore());
    run(plan, ledger(plan));
    Optional<Instant> made = Optional.of(Stage.START.plusSeconds(1));
    assertThat(Ledger.originOf(folder, plan.serverId(), made)).contains(restore());
    assertThat(Ledger.originOf(folder, plan.serverId(), Optional.empty())).contains(restore());
    assertThat(Ledger.originOf(folder, SOURCE, made)).isEmpty();
    Optional<Instant> later = Optional.of(Stage.START.plus(Duration.ofDays(1)));
    assertThat(Ledger.originOf(folder, plan.serverId(), later))
        .as("another server of that name")
        .isEmpty();
  }

  @Test
  void CMK_32_aFailedRestoreNeedsNothing() {
    Plan plan = copy(restore());
    stage.fail("create", Stage.failure(Kind.INVALID, "InvalidParameterValue"));
    run(plan, ledger(plan));
    assertThat(Ledger.originOf(folder, plan.serverId(), Optional.empty())).isEmpty();
  }
}
