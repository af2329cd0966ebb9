package dev.wrapkey.ui.create.basics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.task.Tasks;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where an opened plan wants its server, while the cloud has not answered yet. */
class OpenedPlaceTest extends BasicsForm {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final Queue<Runnable> answers = new ArrayDeque<>();

  @Override
  Practice practice() {
    return PRACTICE;
  }

  private Plan open(String group, boolean create, String region) {
    basics =
        entered(
            new Tasks(
                Runnable::run,
                answers::add,
                bug -> {
                  throw new AssertionError(bug);
                }));
    Plan.Basics b = draft.plan().basics();
    Plan plan =
        draft
            .plan()
            .withBasics(
                new Plan.Basics(
                    PRACTICE.subscription(Practice.PRODUCTION),
                    group,
                    create,
                    "opened-pg",
                    region,
                    b.version(),
                    "2",
                    b.authentication()));
    draft.set(plan);
    basics.fill(plan);
    return plan;
  }

  private void answerAll() {
    assertThat(answers).isNotEmpty();
    while (!answers.isEmpty()) {
      answers.remove().run();
    }
  }

  private boolean isWaiting() {
    return basics.waitingProperty().get();
  }

  @Test
  void thePlaceStaysInTheDraftUntilTheCloudHasAnswered() {
    Plan plan = open("rg-orders", false, "eastus");
    assertThat(answers).isNotEmpty();
    while (!answers.isEmpty()) {
      assertThat(isWaiting()).isTrue();
      basics.leave();
      assertThat(draft.plan().basics()).isEqualTo(plan.basics());
      answers.remove().run();
    }
    assertThat(isWaiting()).isFalse();
    assertThat(basics.subscriptionProperty().get()).isEqualTo(plan.basics().subscription());
    assertThat(basics.regionProperty().get()).isNotNull();
    basics.leave();
    assertThat(draft.plan().basics()).isEqualTo(plan.basics());
  }

  @Test
  void aNewGroupStaysNew() {
    Plan plan = open("rg-fresh", true, "eastus");
    basics.leave();
    assertThat(draft.plan().basics()).isEqualTo(plan.basics());
    answerAll();
    basics.leave();
    assertThat(draft.plan().basics()).isEqualTo(plan.basics());
  }

  @Test
  void whatIsNotThereGoesOnceThatIsKnown() {
    open("rg-gone", false, "atlantis");
    answerAll();
    basics.leave();
    assertThat(draft.plan().basics().group()).isEmpty();
    assertThat(draft.plan().basics().region()).isEmpty();
    assertThat(draft.plan().basics().subscription().id()).isEqualTo(Practice.PRODUCTION);
  }
}
