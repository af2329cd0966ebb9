package dev.wrapkey.ui.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.DeploymentName;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Progress.State;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Remnant;
import dev.wrapkey.provisioning.Remnants;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.ui.Administrator.Policy;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.notification.Notifications;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeploymentTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final Notifications notifications = new Notifications(PRACTICE.time());
  private final Means means =
      new Means(
          new Provisioning(PRACTICE.cloud(), PRACTICE.time(), Retry.Policy.STANDARD),
          new Remnants(PRACTICE.cloud()),
          Practice.tasks(),
          PRACTICE.time(),
          notifications);
  private final List<Deployment> opened = new ArrayList<>();
  private final List<Phase> phases = new ArrayList<>();

  private Deployment deployment(Plan plan) {
    Deployment deployment =
        new Deployment(
            means,
            Ledger.begin(
                PRACTICE.folder().resolve("ledgers"),
                DeploymentName.next(new SecureRandom()),
                plan,
                PRACTICE.time().now()),
            Optional.of(plan),
            () -> true,
            opened::add);
    deployment.phaseProperty().subscribe(phase -> phases.add(phase));
    return deployment;
  }

  private static State stateOf(Deployment deployment, String step) {
    return row(deployment, step).newsProperty().get().orElseThrow().state();
  }

  private static StepRow row(Deployment deployment, String step) {
    return deployment.steps().stream().filter(r -> r.id().equals(step)).findFirst().orElseThrow();
  }

  private static void cancelWhileAzureCreates(Deployment deployment) {
    row(deployment, "create-server")
        .newsProperty()
        .subscribe(
            news ->
                news.filter(n -> n.state() == State.RUNNING)
                    .filter(n -> deployment.phaseProperty().get() == Phase.RUNNING)
                    .ifPresent(n -> deployment.cancel()));
    deployment.start();
  }

  private Notification.News bell() {
    return notifications.items().getFirst().newsProperty().get();
  }

  @Test
  void everyStepEndsWellAndTheServerIsThere() {
    Deployment deployment = deployment(Plans.encrypted(PRACTICE, "deploy-pg"));
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
    assertThat(deployment.entry().notes().receipt().orElseThrow().correlationId()).isNotEmpty();
    assertThat(deployment.needsPassword()).as("it is kept no longer than needed").isTrue();
    assertThat(bell().state()).isEqualTo(Notification.State.SUCCEEDED);
    assertThat(bell().title()).isEqualTo("Deployment succeeded");
    assertThat(bell().text()).contains("'deploy-pg'", "'rg-orders'");
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

    Deployment deployment = deployment(plan);
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
    Deployment deployment = deployment(Plans.encrypted(PRACTICE, "orders-pg"));
    deployment.start();
    assertThat(deployment.failureProperty().get().kind()).isEqualTo(CloudFailure.Kind.NAME_TAKEN);
    assertThat(deployment.entry().server()).isEqualTo(Ledger.Presence.NONE);
    deployment.remove();
    assertThat(PRACTICE.server("orders-pg").state()).as("somebody else's").isEqualTo("Ready");
  }

  @Test
  void aCancelledCreationIsInTheLedgerAndGoesOnWhereItWas() {
    Deployment deployment = deployment(Plans.encrypted(PRACTICE, "resume-pg"));
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
    Deployment cancelled = deployment(Plans.encrypted(PRACTICE, "again-pg"));
    cancelWhileAzureCreates(cancelled);
    Ledger found =
        Ledger.unfinished(PRACTICE.folder().resolve("ledgers")).stream()
            .filter(l -> l.entry().id().name().equals("again-pg"))
            .findFirst()
            .orElseThrow();
    Deployment resumed =
        new Deployment(means, found, found.entry().notes().plan(), () -> true, opened::add);
    resumed.takeUp();
    assertThat(resumed.phaseProperty().get()).isEqualTo(Phase.SUCCEEDED);
    assertThat(stateOf(resumed, "check-name")).isEqualTo(State.SKIPPED);
    assertThat(PRACTICE.server("again-pg").encryption().isCustomerManaged()).isTrue();
  }

  @Test
  void keepingSettlesTheLedgerAndTheServerStays() {
    Deployment deployment = deployment(Plans.encrypted(PRACTICE, "keep-pg"));
    cancelWhileAzureCreates(deployment);
    deployment.keep();
    assertThat(deployment.phaseProperty().get()).isEqualTo(Phase.KEPT);
    assertThat(deployment.entry().phase()).isEqualTo(Ledger.Phase.SETTLED);
    PRACTICE.time().jump(Duration.ofMinutes(10));
    assertThat(PRACTICE.server("keep-pg").state()).isEqualTo("Ready");
  }

  @Test
  void removingDeletesTheServerAndSettlesTheLedger() {
    Deployment deployment = deployment(Plans.encrypted(PRACTICE, "remove-pg"));
    cancelWhileAzureCreates(deployment);
    PRACTICE.time().jump(Duration.ofMinutes(10));
    ResourceId id = PRACTICE.idOf("remove-pg");
    deployment.remove();
    assertThat(phases).endsWith(Phase.REMOVING, Phase.REMOVED);
    assertThat(deployment.entry().server()).isEqualTo(Ledger.Presence.REMOVED);
    assertThatThrownBy(() -> PRACTICE.cloud().servers().get(id)).isInstanceOf(CloudFailure.class);
  }

  @Test
  void whatACancelledDeploymentLeftIsListedWithWhatAzureSaysOfIt() {
    Plan plan = Plans.encrypted(PRACTICE, "left-pg");
    Deployment deployment = deployment(plan.withBasics(plan.basics().inGroup("rg-left", true)));
    cancelWhileAzureCreates(deployment);
    assertThat(deployment.remnants())
        .extracting(Remnant::kind, Remnant::name, Remnant::presence, Remnant::state)
        .containsExactly(
            tuple(Remnant.Kind.GROUP, "rg-left", Ledger.Presence.EXISTS, Remnant.FOUND),
            tuple(Remnant.Kind.SERVER, "left-pg", Ledger.Presence.CREATING, "Provisioning"));
    PRACTICE.time().jump(Duration.ofMinutes(10));
    deployment.look();
    assertThat(deployment.remnants()).extracting(Remnant::state).contains("Ready");
    assertThat(bell().state()).isEqualTo(Notification.State.WARNING);
  }

  @Test
  void somebodyElsesGroupAndServerAreNotListed() {
    Deployment refused = deployment(Plans.encrypted(PRACTICE, "orders-pg"));
    refused.start();
    assertThat(refused.phaseProperty().get()).isEqualTo(Phase.FAILED);
    assertThat(refused.remnants()).isEmpty();
  }

  @Test
  void theBellTellsWhatIsRunningAndLeadsToTheDeployment() {
    List<String> titles = new ArrayList<>();
    List<Integer> running = new ArrayList<>();
    notifications.onNews(
        told -> {
          titles.add(told.newsProperty().get().title());
          running.add(notifications.runningProperty().get());
        });
    Deployment deployment = deployment(Plans.encrypted(PRACTICE, "bell-pg"));
    deployment.start();
    assertThat(titles).containsExactly("Deployment in progress…", "Deployment succeeded");
    assertThat(running).containsExactly(1, 0);
    assertThat(notifications.items()).hasSize(1);
  }

  @Test
  void everyAzureOperationIsARowWithItsId() {
    Plan plan = Plans.encrypted(PRACTICE, "rows-pg");
    Deployment deployment =
        deployment(
            plan.withNetworking(
                Plan.Networking.open(
                    true,
                    true,
                    List.of(
                        new Plan.FirewallRule("home", "203.0.113.7", "203.0.113.7"),
                        new Plan.FirewallRule("office", "203.0.113.9", "203.0.113.9")))));
    deployment.start();
    List<StepRow> rules =
        deployment.steps().stream().filter(r -> r.id().equals("firewall")).toList();
    assertThat(rules)
        .extracting(StepRow::resource)
        .containsExactly("home", "office", "AllowAllAzureServicesAndResourcesWithinAzureIps");
    assertThat(rules).allSatisfy(row -> assertThat(row.receipts()).hasSize(1));
    assertThat(rules).allMatch(StepRow::isOver);
    assertThat(row(deployment, "create-server").receipts())
        .extracting(r -> r.correlationId())
        .containsExactly(deployment.entry().notes().receipt().orElseThrow().correlationId());
  }

  @Test
  void theReportTellsAllAndHoldsNoPassword() {
    Deployment deployment = deployment(Plans.encrypted(PRACTICE, "report-pg"));
    cancelWhileAzureCreates(deployment);
    String report = Report.json(deployment);
    assertThat(report)
        .contains(
            "\"status\": \"CANCELLED\"",
            "\"state\": \"Provisioning\"",
            "report-pg",
            deployment.entry().deployment(),
            "orders-kek",
            deployment.entry().notes().receipt().orElseThrow().correlationId())
        .doesNotContain(Plans.PASSWORD);
  }

  @Test
  void removingWhileAzureStillCreatesWaitsForItAndThenRemoves() {
    Deployment deployment = deployment(Plans.encrypted(PRACTICE, "early-pg"));
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
