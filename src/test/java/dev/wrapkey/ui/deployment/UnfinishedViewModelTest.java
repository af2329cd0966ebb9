package dev.wrapkey.ui.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DeploymentName;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnfinishedViewModelTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final List<ResourceId> visited = new ArrayList<>();
  private final Provisioning provisioning =
      new Provisioning(PRACTICE.cloud(), PRACTICE.time(), Retry.Policy.STANDARD);

  /** Leaves behind what a program leaves that ends while Azure creates the server. */
  private Path brokenOff(String server) {
    Path folder = PRACTICE.folder().resolve("ledgers-" + server);
    Plan plan = Plans.encrypted(PRACTICE, server);
    Ledger ledger =
        Ledger.begin(
            folder,
            DeploymentName.next(new SecureRandom()),
            plan.serverId(),
            PRACTICE.time().now());
    Cancellation stop = new Cancellation();
    provisioning.run(
        plan,
        ledger,
        news -> {
          if (news.step().equals("create-server") && news.state() == Progress.State.RUNNING) {
            stop.cancel();
          }
        },
        stop);
    return folder;
  }

  private UnfinishedViewModel nextStart(Path folder) {
    return new UnfinishedViewModel(
        provisioning, Practice.tasks(), Ledger.unfinished(folder), visited::add);
  }

  @Test
  void aDeploymentThatDidNotEndIsToldAtTheNextStartAndLeadsToItsServer() {
    UnfinishedViewModel unfinished = nextStart(brokenOff("broken-pg"));
    assertThat(unfinished.ledgers()).hasSize(1);
    unfinished.open(unfinished.ledgers().getFirst());
    assertThat(visited).containsExactly(PRACTICE.idOf("broken-pg"));
  }

  @Test
  void keepingSettlesItForGoodAndLeavesTheServer() {
    Path folder = brokenOff("kept-pg");
    UnfinishedViewModel unfinished = nextStart(folder);
    unfinished.keep(unfinished.ledgers().getFirst());
    assertThat(unfinished.ledgers()).isEmpty();
    assertThat(nextStart(folder).ledgers()).isEmpty();
    PRACTICE.time().jump(Duration.ofMinutes(10));
    assertThat(PRACTICE.server("kept-pg").state()).isEqualTo("Ready");
  }

  @Test
  void removingDeletesTheServerThatTheDeploymentMade() {
    Path folder = brokenOff("removed-pg");
    ResourceId id = PRACTICE.idOf("removed-pg");
    PRACTICE.time().jump(Duration.ofMinutes(10));
    UnfinishedViewModel unfinished = nextStart(folder);
    unfinished.remove(unfinished.ledgers().getFirst());
    assertThat(unfinished.failureProperty().get()).isNull();
    assertThat(nextStart(folder).ledgers()).isEmpty();
    assertThatThrownBy(() -> PRACTICE.cloud().servers().get(id))
        .isInstanceOfSatisfying(
            CloudFailure.class,
            gone -> assertThat(gone.kind()).isEqualTo(CloudFailure.Kind.NOT_FOUND));
  }
}
