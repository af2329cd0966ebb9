package dev.wrapkey.ui.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DeploymentName;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Remnants;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.view.Views;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the next start finds, by how the program ended before. */
class UnfinishedViewModelTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final List<Deployment> visited = new ArrayList<>();
  private final Notifications notifications = new Notifications(PRACTICE.time());
  private final Provisioning provisioning =
      new Provisioning(PRACTICE.cloud(), PRACTICE.time(), Retry.Policy.STANDARD);

  private Path folder(String server) {
    return PRACTICE.folder().resolve("ledgers-" + server);
  }

  private Ledger begun(String server) {
    Plan plan = Plans.encrypted(PRACTICE, server);
    return Ledger.begin(
        folder(server), DeploymentName.next(new SecureRandom()), plan, PRACTICE.time().now());
  }

  /** Runs until Azure creates the server; then a person cancels, or the program ends. */
  private void brokenOff(String server, boolean byAPerson) {
    Cancellation stop = new Cancellation();
    provisioning.run(
        Plans.encrypted(PRACTICE, server),
        begun(server),
        news -> {
          if (news.step().equals("create-server") && news.state() == Progress.State.RUNNING) {
            if (byAPerson) {
              stop.cancel();
            } else {
              Thread.currentThread().interrupt();
            }
          }
        },
        stop);
    assertThat(Thread.interrupted()).isEqualTo(!byAPerson);
  }

  private Deployments nextStart(String server) {
    Deployments deployments =
        new Deployments(
            new Means(
                provisioning,
                new Remnants(PRACTICE.cloud()),
                Practice.tasks(),
                PRACTICE.time(),
                notifications),
            folder(server),
            new SecureRandom());
    deployments.recover();
    return deployments;
  }

  private UnfinishedViewModel notices(Deployments deployments) {
    return new UnfinishedViewModel(deployments, visited::add);
  }

  private Notification.News bell() {
    return notifications.items().getFirst().newsProperty().get();
  }

  @Test
  void whatAzureHadAcceptedIsFollowedToItsEndByItself() {
    brokenOff("taken-pg", false);
    Deployments deployments = nextStart("taken-pg");
    assertThat(deployments.all().getFirst().phaseProperty().get()).isEqualTo(Phase.SUCCEEDED);
    assertThat(bell().state()).isEqualTo(Notification.State.SUCCEEDED);
    assertThat(bell().text()).contains("'taken-pg'");
    assertThat(PRACTICE.server("taken-pg").state()).isEqualTo("Ready");
    assertThat(notices(deployments).deployments()).isEmpty();
    assertThat(nextStart("taken-pg").all()).as("told once").isEmpty();
  }

  @Test
  void whatAzureWasNeverAskedForNeedsThePasswordAndIsMadeWithIt() {
    begun("never-pg");
    Deployments deployments = nextStart("never-pg");
    Deployment old = deployments.all().getFirst();
    assertThat(old.phaseProperty().get()).isEqualTo(Phase.INTERRUPTED);
    assertThat(bell().text()).contains("before Azure accepted", "never-pg", "password");
    assertThat(old.needsPassword()).isTrue();
    assertThat(notices(deployments).deployments()).containsExactly(old);
    Deployments again = nextStart("never-pg");
    assertThat(again.all()).as("told until somebody decides").hasSize(1);

    old.start(new Secret(Plans.PASSWORD));
    assertThat(old.phaseProperty().get()).isEqualTo(Phase.SUCCEEDED);
    assertThat(PRACTICE.server("never-pg").state()).isEqualTo("Ready");
    assertThat(notices(deployments).deployments()).isEmpty();
  }

  @Test
  void aCancelledOneIsShownAtTheNextStartAndLeadsToItsPage() {
    brokenOff("broken-pg", true);
    UnfinishedViewModel unfinished = notices(nextStart("broken-pg"));
    assertThat(unfinished.deployments()).hasSize(1);
    assertThat(unfinished.deployments().getFirst().phaseProperty().get())
        .isEqualTo(Phase.CANCELLED);
    unfinished.open(unfinished.deployments().getFirst());
    assertThat(visited).containsExactlyElementsOf(unfinished.deployments());
  }

  @Test
  void keepingSettlesItForGoodAndLeavesTheServer() {
    brokenOff("kept-pg", true);
    UnfinishedViewModel unfinished = notices(nextStart("kept-pg"));
    unfinished.keep(unfinished.deployments().getFirst());
    assertThat(unfinished.deployments()).isEmpty();
    assertThat(nextStart("kept-pg").all()).isEmpty();
    PRACTICE.time().jump(Duration.ofMinutes(10));
    assertThat(PRACTICE.server("kept-pg").state()).isEqualTo("Ready");
  }

  @Test
  void removingDeletesTheServerThatTheDeploymentMade() {
    brokenOff("removed-pg", true);
    ResourceId id = PRACTICE.idOf("removed-pg");
    Deployments deployments = nextStart("removed-pg");
    deployments.all().getFirst().remove();
    assertThat(deployments.all().getFirst().failureProperty().get()).isNull();
    assertThat(nextStart("removed-pg").all()).isEmpty();
    Assertions.assertThatThrownBy(() -> PRACTICE.cloud().servers().get(id))
        .isInstanceOfSatisfying(
            CloudFailure.class,
            gone -> assertThat(gone.kind()).isEqualTo(CloudFailure.Kind.NOT_FOUND));
  }

  @Test
  void anEndThatNobodySawIsToldAtTheNextStart() {
    Plan plan = Plans.encrypted(PRACTICE, "unseen-pg");
    Deployments windowless = nextStart("unseen-pg");
    windowless.watched(false);
    windowless.begin(plan);
    notifications.dismissAll();
    assertThat(notifications.items()).isEmpty();
    Deployments deployments = nextStart("unseen-pg");
    assertThat(deployments.all().getFirst().phaseProperty().get()).isEqualTo(Phase.SUCCEEDED);
    assertThat(bell().title()).isEqualTo("Deployment succeeded");
    assertThat(nextStart("unseen-pg").all()).isEmpty();
  }

  @Test
  void aDeletedDeploymentIsForgottenAndItsServerStays() {
    Deployments deployments = nextStart("forgotten-pg");
    Deployment done = deployments.begin(Plans.encrypted(PRACTICE, "forgotten-pg"));
    deployments.delete(done);
    assertThat(deployments.all()).isEmpty();
    assertThat(nextStart("forgotten-pg").all()).isEmpty();
    assertThat(PRACTICE.server("forgotten-pg").state()).isEqualTo("Ready");
  }

  private Node notices(AtomicReference<WeakReference<UnfinishedView>> seen) {
    UnfinishedView view =
        new UnfinishedView(new UnfinishedViewModel(nextStart("nobody"), visited::add));
    seen.set(new WeakReference<>(view));
    return Views.load("unfinished", view);
  }

  /** Lists are listened to weakly: a page whose view the collector takes shows nothing new. */
  @Test
  void theNoticesLiveAsLongAsTheirNodes() {
    AtomicReference<WeakReference<UnfinishedView>> view = new AtomicReference<>();
    Node notices = notices(view);
    System.gc();
    assertThat(view.get().get()).isNotNull();
    Reference.reachabilityFence(notices);
  }
}
