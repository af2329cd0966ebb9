package dev.wrapkey.ui.create.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.Drafts;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.wizard.Draft;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The keys of an opened plan while the cloud has not answered yet, step by step. */
class OpenedKeysTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final Draft draft = Drafts.blank();
  private final Queue<Runnable> answers = new ArrayDeque<>();
  private final SecurityViewModel security =
      new SecurityViewModel(
          PRACTICE.cloud(),
          new Tasks(
              Runnable::run,
              answers::add,
              bug -> {
                throw new AssertionError(bug);
              }),
          PRACTICE.time(),
          draft);

  private static Plan plan(ResourceId identity, String region) {
    Plan.Basics b = Plan.blank().basics();
    return Plan.blank()
        .withConfiguration(Plan.Configuration.DEVELOPMENT.withBackup(new Plan.Backup(7, true)))
        .withBasics(
            new Plan.Basics(
                PRACTICE.subscription(Practice.PRODUCTION),
                "rg-orders",
                false,
                "opened-pg",
                region,
                b.version(),
                "",
                b.authentication()))
        .withEncryption(
            DataEncryption.customerManaged(
                    PRACTICE.newest("kv-orders-eastus", "orders-kek"), identity)
                .withGeo(
                    Optional.of(
                        new GeoEncryption(
                            PRACTICE.newest("kv-orders-westus", "orders-west-kek"),
                            PRACTICE.identity("id-orders-westus").id(),
                            Optional.empty()))));
  }

  private Plan open(ResourceId identity) {
    Plan plan = plan(identity, "eastus");
    draft.set(plan);
    security.fill(plan);
    return plan;
  }

  private void answerAll() {
    while (!answers.isEmpty()) {
      answers.remove().run();
    }
  }

  private boolean isWaiting() {
    return security.waitingProperty().get();
  }

  @Test
  void bothKeysStayInTheDraftUntilTheCloudHasAnswered() {
    Plan plan = open(PRACTICE.identity("id-orders-eastus").id());
    assertThat(answers).isNotEmpty();
    while (!answers.isEmpty()) {
      assertThat(isWaiting()).isEqualTo(!security.completeProperty().get());
      security.leave();
      assertThat(draft.plan().encryption()).isEqualTo(plan.encryption());
      answers.remove().run();
    }
    assertThat(isWaiting()).isFalse();
    assertThat(security.completeProperty().get()).isTrue();
    security.leave();
    assertThat(draft.plan().encryption()).isEqualTo(plan.encryption());
  }

  @Test
  void anIdentityThatIsNotThereEndsTheWaiting() {
    open(new ResourceId("sub", "rg-orders", ResourceId.IDENTITY, "id-gone"));
    assertThat(isWaiting()).isTrue();
    answerAll();
    assertThat(isWaiting()).isFalse();
    assertThat(security.missingProperty().get()).contains("id-gone");
    assertThat(security.completeProperty().get()).isFalse();
    security.leave();
    assertThat(draft.plan().encryption().isCustomerManaged()).isFalse();
  }

  @Test
  void aServiceManagedKeyIsTakenAtOnce() {
    open(PRACTICE.identity("id-orders-eastus").id());
    security.customerManagedProperty().set(false);
    assertThat(isWaiting()).isFalse();
    security.leave();
    assertThat(draft.plan().encryption()).isEqualTo(DataEncryption.serviceManaged());
  }

  @Test
  void anAnswerForAnotherRegionIsNotTaken() {
    Plan plan = open(PRACTICE.identity("id-orders-eastus").id());
    draft.set(plan(plan.encryption().identity().orElseThrow(), "westeurope"));
    security.enter();
    answerAll();
    assertThat(isWaiting()).isFalse();
    assertThat(security.choice().identityProperty().get()).isNull();
    assertThat(draft.plan().encryption().isCustomerManaged()).isFalse();
  }
}
