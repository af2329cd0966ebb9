package dev.wrapkey.ui.create.networking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.wizard.Draft;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** The network of an opened plan while the cloud has not answered yet, step by step. */
class OpenedNetworkTest {

  private final SmallNetworks cloud = new SmallNetworks();
  private final Queue<Runnable> answers = new ArrayDeque<>();
  private final Draft draft = new Draft(NetworkingForm.located());
  private final NetworkingViewModel networking =
      new NetworkingViewModel(
          cloud,
          new Tasks(
              Runnable::run,
              answers::add,
              bug -> {
                throw new AssertionError(bug);
              }),
          NetworkingForm.TIME,
          draft);

  private Plan open() {
    Plan plan =
        draft
            .plan()
            .withNetworking(
                Plan.Networking.closed(
                    new Plan.PrivateAccess(
                        cloud.network("vnet-east").subnet("pg"), cloud.zone, false)));
    draft.set(plan);
    networking.fill(plan);
    return plan;
  }

  @Test
  void whoeverNeverOpensTheTabHasTheNetworkAllTheSame() {
    Plan plan = open();
    networking.showProblems(); // the review asks
    assertThat(answers).isNotEmpty();
    while (!answers.isEmpty()) {
      assertThat(networking.waitingProperty().get()).isTrue();
      networking.leave();
      assertThat(draft.plan().networking()).isEqualTo(plan.networking());
      answers.remove().run();
    }
    assertThat(networking.waitingProperty().get()).isFalse();
    assertThat(networking.completeProperty().get()).isTrue();
    networking.leave();
    assertThat(draft.plan().networking()).isEqualTo(plan.networking());
  }

  @Test
  void publicAccessWaitsForNothing() {
    networking.enter();
    assertThat(networking.waitingProperty().get()).isFalse();
  }
}
