package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

@OnScreen
class DeploymentScreenTest extends OwnWindowScreen {

  private final List<String> ended = new ArrayList<>();

  @Start
  void start(Stage newStage) {
    Plan plan = Plans.encrypted(practice, "broken-pg");
    Ledger.begin(
        practice.folder().resolve("deployments"),
        "PostgreSqlFlexibleServer_00112233445566778899aabbccddeeff",
        plan.withBasics(plan.basics().inGroup("rg-broken", true)),
        practice.time().now());
    begin(newStage);
    Farewell farewell = new Farewell(() -> true, () -> ended.add("ended"));
    farewell.mind(desk.ongoing());
    farewell.watch(stage);
  }

  @AfterEach
  void close() {
    practice.time().runAt(0);
    person.await("rest", () -> desk.ongoing().notifications().runningProperty().get() == 0);
    assertThat(person.seen()).doesNotContain(Plans.PASSWORD);
    desk.close();
  }

  /** At real speed a server is being made for as long as a test wants. */
  private void beginSlowly(String name) {
    practice.time().runAt(1);
    begin(Plans.encrypted(practice, name));
    person.sees("Deployment in progress…");
  }

  private void begin(Plan plan) {
    Person.act(() -> desk.ongoing().deployments().begin(plan));
  }

  private void openFromTheBell() {
    person.click("notifications");
    person.click("notification-open");
  }

  @Test
  void aDeploymentGoesOnWhereverAPersonIsAndTheBellLeadsBack() {
    person.click("notifications");
    person.click("dismiss-all");
    person.sees("Nothing has happened yet");
    person.picture("bell-empty");
    person.type(KeyCode.ESCAPE);
    beginSlowly("running-pg");
    person.sees("Deployment to resource group 'rg-orders' is in progress.");
    person.picture("deployment-toast");
    openFromTheBell();
    person.sees("Deployment is in progress");
    person.sees("In progress");
    person.picture("deployment-running");
    assertThat(person.usable("cancel-deployment")).isPresent();
    assertThat(person.usable("delete-deployment")).isEmpty();
    assertThat(person.usable("redeploy")).isEmpty();
    person.click("crumb-0");
    person.sees("orders-pg");
    practice.time().runAt(0);
    person.sees("Deployment succeeded");
    begin(Plans.encrypted(practice, "orders-pg"));
    person.sees("Deployment failed");
    person.click("notifications");
    person.picture("bell-entries");
    person.type(KeyCode.ESCAPE);
    Person.act(() -> openFirst("running-pg"));
    person.sees("Your deployment is complete");
    person.sees("See how your server's data is encrypted");
    person.picture("deployment-complete");
    assertThat(person.usable("cancel-deployment")).isEmpty();
    assertThat(person.usable("delete-deployment")).isPresent();
    person.click("redeploy");
    person.sees("carried out once more");
    person.picture("deployment-redeploy");
    person.type(KeyCode.ESCAPE);
    person.click("delete-deployment");
    person.sees("Everything that it has made stays as it is");
    person.click("delete-finish");
    person.await("the page gone", () -> !person.reads("Your deployment is complete"));
    assertThat(practice.server("running-pg").state()).isEqualTo("Ready");
  }

  private void openFirst(String server) {
    desk.ongoing().deployments().all().stream()
        .filter(d -> d.entry().id().name().equals(server))
        .findFirst()
        .ifPresent(desk.ongoing().deployments()::open);
  }

  @Test
  void aFailureIsExplainedWithTheServicesWholeAnswer() {
    Plan plan = Plans.encrypted(practice, "failed-pg");
    Plan.Basics b = plan.basics();
    begin(
        plan.withBasics(
            new Plan.Basics(
                b.subscription(),
                "rg-failed",
                true,
                b.name(),
                b.region(),
                "99",
                b.availabilityZone(),
                b.authentication())));
    person.sees("Deployment failed");
    openFromTheBell();
    person.sees("Your deployment failed");
    person.sees("rg-failed");
    person.picture("deployment-failed");
    person.click("failure-details");
    person.sees("What to do");
    person.picture("deployment-failure-pane");
    assertThat(person.seen()).contains("\"error\"", "\"code\"");
    person.type(KeyCode.ESCAPE);
    person.click("keep");
    person.sees("What the deployment had made was kept");
  }

  @Test
  void whatACancelledDeploymentLeftCanBeRemovedByTypingItsName() {
    beginSlowly("cancelled-pg");
    openFromTheBell();
    person.sees("In progress");
    person.await("the request", () -> person.reads("Deployment is in progress"));
    person.await("creation", () -> creating("cancelled-pg"));
    person.click("cancel-deployment");
    person.sees("You cancelled the deployment");
    person.sees("Provisioning");
    person.picture("deployment-cancelled");
    person.click("remove");
    assertThat(person.usable("remove-finish")).isEmpty();
    person.write("remove-name", "cancelled-pg");
    person.picture("deployment-remove");
    person.click("remove-finish");
    person.sees("Removing what was made");
    practice.time().runAt(0);
    person.sees("What the deployment had made was removed");
    assertThat(practice.cloud().servers().list(Practice.PRODUCTION))
        .noneMatch(s -> s.name().equals("cancelled-pg"));
  }

  private boolean creating(String server) {
    return desk.ongoing().deployments().all().stream()
        .anyMatch(
            d ->
                d.entry().id().name().equals(server)
                    && d.entry().server() == Ledger.Presence.CREATING);
  }

  @Test
  void oneThatWasBrokenOffIsToldAtTheStartAndGoesOnWithThePassword() {
    person.sees("The deployment of broken-pg");
    person.sees("Deployment broken off");
    person.picture("home-unfinished");
    person.click("unfinished-open");
    person.sees("Your deployment was broken off");
    person.click("resume");
    person.write("redeploy-password", Plans.PASSWORD);
    person.picture("deployment-retry");
    person.click("retry-finish");
    person.sees("Your deployment is complete");
    person.click("refresh-deployment");
    person.click("operation-create-server");
    person.sees("What has happened");
    person.picture("deployment-operation");
    person.type(KeyCode.ESCAPE);
    person.click("go-to-resource");
    person.sees("Status: Ready");
  }

  private void requestClose() {
    Platform.runLater(
        () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  @Test
  void closingWithWorkRunningAsksAndKeepsRunningUntilItIsFinished() {
    beginSlowly("quit-pg");
    requestClose();
    person.sees("Work is still running");
    Dialogs.picture("quit-question");
    person.clickText("Stay");
    person.await("the dialog gone", () -> !person.reads("Work is still running"));
    assertThat(stage.isShowing()).isTrue();
    assertThat(ended).isEmpty();
    requestClose();
    person.sees("Work is still running");
    person.clickText("Keep running until it is finished");
    person.await("the window gone", () -> !stage.isShowing());
    assertThat(ended).isEmpty();
    practice.time().runAt(0);
    person.await("the end", () -> !ended.isEmpty());
    assertThat(ended).containsExactly("ended");
    assertThat(practice.server("quit-pg").state()).isEqualTo("Ready");
    assertThat(Ledger.untold(practice.folder().resolve("deployments")))
        .as("nobody saw how it ended")
        .anyMatch(l -> l.entry().id().name().equals("quit-pg"));
  }

  @Test
  void quittingNowEndsAtOnceAndTheLedgerKnows() {
    beginSlowly("now-pg");
    person.await("creation", () -> creating("now-pg"));
    requestClose();
    person.sees("Work is still running");
    person.clickText("Quit now");
    person.await("the end", () -> !ended.isEmpty());
    assertThat(Ledger.unfinished(practice.folder().resolve("deployments")))
        .filteredOn(l -> l.entry().id().name().equals("now-pg"))
        .extracting(l -> l.entry().phase())
        .containsExactly(Ledger.Phase.RUNNING);
  }
}
