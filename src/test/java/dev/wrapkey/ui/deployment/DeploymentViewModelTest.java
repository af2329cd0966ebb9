package dev.wrapkey.ui.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.DeploymentName;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Progress.State;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.ui.Administrator.Policy;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.deployment.DeploymentViewModel.Phase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeploymentViewModelTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final List<ResourceId> visited = new ArrayList<>();
  private final List<Phase> phases = new ArrayList<>();

  private DeploymentViewModel deployment(Plan plan) {
    Ledger ledger =
        Ledger.begin(
            PRACTICE.folder().resolve("ledgers"),
            DeploymentName.next(new SecureRandom()),
            plan.serverId(),
            PRACTICE.time().now());
    DeploymentViewModel deployment =
        new DeploymentViewModel(
            new Provisioning(PRACTICE.cloud(), PRACTICE.time(), Retry.Policy.STANDARD),
            Practice.tasks(),
            plan,
            ledger,
            visited::add);
    deployment.phaseProperty().subscribe(phase -> phases.add(phase));
    return deployment;
  }

  private static State stateOf(DeploymentViewModel deployment, String step) {
    return row(deployment, step).newsProperty().get().orElseThrow().state();
  }

  private static StepRow row(DeploymentViewModel deployment, String step) {
    return deployment.steps().stream().filter(r -> r.id().equals(step)).findFirst().orElseThrow();
  }

  private static void cancelWhileAzureCreates(DeploymentViewModel deployment) {
    row(deployment, "create-server")
        .newsProperty()
        .subscribe(
            news ->
                news.filter(n -> n.state() == State.RUNNING)
                    .filter(n -> deployment.phaseProperty().get() == Phase.RUNNING)
                    .ifPresent(n -> deployment.cancel()));
    deployment.start();
  }

  @Test
  void everyStepEndsWellAndTheServerIsThere() {
    DeploymentViewModel deployment = deployment(Plans.encrypted(PRACTICE, "deploy-pg"));
    deployment.start();
    assertThat(phases).containsExactly(Phase.RUNNING, Phase.SUCCEEDED);
    assertThat(deployment.steps())
        .allSatisfy(
            row ->
                assertThat(row.newsProperty().get().orElseThrow().state())
                    .as(row.id())
                    .isIn(State.ENDED, State.SKIPPED));
    assertThat(row(deployment, "create-server").newsProperty().get().orElseThrow().elapsed())
        .isGreaterThan(Duration.ofMinutes(1));
    assertThat(PRACTICE.server("deploy-pg").state()).isEqualTo("Ready");
    assertThat(deployment.entry().phase()).isEqualTo(Ledger.Phase.SUCCEEDED);
    assertThat(Ledger.unfinished(PRACTICE.folder().resolve("ledgers")))
        .extracting(l -> l.entry().id().name())
        .doesNotContain("deploy-pg");
    deployment.goToResource();
    assertThat(visited).containsExactly(PRACTICE.idOf("deploy-pg"));
  }

  @Test
  void aRightThatWasTakenAwayMeanwhileFailsBeforeAnythingIsMadeAndCanBeResumed() {
    ManagedIdentity identity = PRACTICE.identity("id-orders-eastus");
    Policy whole = new Policy(identity.principalId(), "get", "wrapKey", "unwrapKey");
    PRACTICE.administrator().vault("kv-lost-eastus", Policy.own(), whole);
    PRACTICE.administrator().key("kv-lost-eastus", "lost-kek");
    Plan plan =
        Plans.plan(
            PRACTICE,
            "lost-pg",
            DataEncryption.customerManaged(
                PRACTICE.newest("kv-lost-eastus", "lost-kek"), identity.id()));
    PRACTICE.administrator().vault("kv-lost-eastus", Policy.own());

    DeploymentViewModel deployment = deployment(plan);
    deployment.start();
    assertThat(phases).containsExactly(Phase.RUNNING, Phase.FAILED);
    assertThat(deployment.failureProperty().get().kind()).isEqualTo(CloudFailure.Kind.KEY_UNUSABLE);
    assertThat(deployment.failureProperty().get().details())
        .contains("id-orders-eastus", "wrapKey", "kv-lost-eastus")
        .doesNotContain(Plans.PASSWORD);
    assertThat(stateOf(deployment, "check-key")).isEqualTo(State.FAILED);
    assertThat(row(deployment, "create-server").newsProperty().get()).isEmpty();
    assertThat(deployment.entry().server()).isEqualTo(Ledger.Presence.NONE);

    PRACTICE.administrator().vault("kv-lost-eastus", Policy.own(), whole);
    deployment.start();
    assertThat(deployment.failureProperty().get()).isNull();
    assertThat(phases).endsWith(Phase.RUNNING, Phase.SUCCEEDED);
    assertThat(PRACTICE.server("lost-pg").state()).isEqualTo("Ready");
  }

  @Test
  void NAME_3_aNameThatWasTakenMeanwhileFailsAndClaimsNothing() {
    DeploymentViewModel deployment = deployment(Plans.encrypted(PRACTICE, "orders-pg"));
    deployment.start();
    assertThat(deployment.failureProperty().get().kind()).isEqualTo(CloudFailure.Kind.NAME_TAKEN);
    assertThat(deployment.entry().server()).isEqualTo(Ledger.Presence.NONE);
    deployment.remove();
    assertThat(PRACTICE.server("orders-pg").state()).as("somebody else's").isEqualTo("Ready");
  }

  @Test
  void aCancelledCreationIsInTheLedgerAndGoesOnWhereItWas() {
    DeploymentViewModel deployment = deployment(Plans.encrypted(PRACTICE, "resume-pg"));
    cancelWhileAzureCreates(deployment);
    assertThat(phases).containsExactly(Phase.RUNNING, Phase.CANCELLING, Phase.CANCELLED);
    assertThat(stateOf(deployment, "create-server")).isEqualTo(State.CANCELLED);
    assertThat(deployment.entry().server()).isEqualTo(Ledger.Presence.CREATING);
    assertThat(Ledger.unfinished(PRACTICE.folder().resolve("ledgers")))
        .extracting(l -> l.entry().id().name())
        .contains("resume-pg");

    deployment.start();
    assertThat(phases).endsWith(Phase.CANCELLED, Phase.RUNNING, Phase.CANCELLING, Phase.CANCELLED);
  }

  @Test
  void goingOnAfterACancelEndsInTheSameServer() {
    DeploymentViewModel cancelled = deployment(Plans.encrypted(PRACTICE, "again-pg"));
    cancelWhileAzureCreates(cancelled);
    Ledger found =
        Ledger.unfinished(PRACTICE.folder().resolve("ledgers")).stream()
            .filter(l -> l.entry().id().name().equals("again-pg"))
            .findFirst()
            .orElseThrow();
    DeploymentViewModel resumed =
        new DeploymentViewModel(
            new Provisioning(PRACTICE.cloud(), PRACTICE.time(), Retry.Policy.STANDARD),
            Practice.tasks(),
            Plans.encrypted(PRACTICE, "again-pg"),
            found,
            visited::add);
    resumed.start();
    assertThat(resumed.phaseProperty().get()).isEqualTo(Phase.SUCCEEDED);
    assertThat(stateOf(resumed, "check-name")).isEqualTo(State.SKIPPED);
    assertThat(PRACTICE.server("again-pg").encryption().isCustomerManaged()).isTrue();
  }

  @Test
  void keepingSettlesTheLedgerAndTheServerStays() {
    DeploymentViewModel deployment = deployment(Plans.encrypted(PRACTICE, "keep-pg"));
    cancelWhileAzureCreates(deployment);
    deployment.keep();
    assertThat(deployment.phaseProperty().get()).isEqualTo(Phase.KEPT);
    assertThat(deployment.entry().phase()).isEqualTo(Ledger.Phase.SETTLED);
    PRACTICE.time().jump(Duration.ofMinutes(10));
    assertThat(PRACTICE.server("keep-pg").state()).isEqualTo("Ready");
  }

  @Test
  void removingDeletesTheServerAndSettlesTheLedger() {
    DeploymentViewModel deployment = deployment(Plans.encrypted(PRACTICE, "remove-pg"));
    cancelWhileAzureCreates(deployment);
    PRACTICE.time().jump(Duration.ofMinutes(10));
    ResourceId id = PRACTICE.idOf("remove-pg");
    deployment.remove();
    assertThat(phases).endsWith(Phase.REMOVING, Phase.REMOVED);
    assertThat(deployment.entry().server()).isEqualTo(Ledger.Presence.REMOVED);
    assertThatThrownBy(() -> PRACTICE.cloud().servers().get(id)).isInstanceOf(CloudFailure.class);
  }

  @Test
  void aNewGroupThatWasNotMadeIsNotSaidToHaveBeenThereBefore() {
    Plan plan = Plans.encrypted(PRACTICE, "orders-pg");
    Plan.Basics b = plan.basics();
    Plan fresh =
        plan.withBasics(
            new Plan.Basics(
                b.subscription(),
                "rg-not-yet",
                true,
                b.name(),
                b.region(),
                b.version(),
                b.availabilityZone(),
                b.authentication()));
    DeploymentViewModel refused = deployment(fresh);
    refused.start();
    assertThat(refused.phaseProperty().get()).isEqualTo(Phase.FAILED);
    assertThat(refused.groupWords()).isEqualTo("deployment.left.group.new");
    DeploymentViewModel old = deployment(Plans.encrypted(PRACTICE, "orders-pg"));
    old.start();
    assertThat(old.groupWords()).isEqualTo("deployment.left.group.NONE");
  }

  @Test
  void removingWhileAzureStillCreatesWaitsForItAndThenRemoves() {
    DeploymentViewModel deployment = deployment(Plans.encrypted(PRACTICE, "early-pg"));
    cancelWhileAzureCreates(deployment);
    ResourceId id = deployment.entry().id();
    assertThat(PRACTICE.cloud().servers().get(id).state()).isEqualTo("Provisioning");
    deployment.remove();
    assertThat(deployment.failureProperty().get()).isNull();
    assertThat(deployment.phaseProperty().get()).isEqualTo(Phase.REMOVED);
    assertThatThrownBy(() -> PRACTICE.cloud().servers().get(id))
        .isInstanceOfSatisfying(
            CloudFailure.class,
            gone -> assertThat(gone.kind()).isEqualTo(CloudFailure.Kind.NOT_FOUND));
  }
}
