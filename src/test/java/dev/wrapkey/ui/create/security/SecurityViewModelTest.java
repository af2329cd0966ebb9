package dev.wrapkey.ui.create.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.Drafts;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.wizard.Draft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SecurityViewModelTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final Draft draft = Drafts.blank();
  private SecurityViewModel security;

  @BeforeEach
  void fresh() {
    security = new SecurityViewModel(PRACTICE.cloud(), Practice.tasks(), PRACTICE.time(), draft);
  }

  private void place(String subscription, String region) {
    Plan.Basics b = draft.plan().basics();
    draft.set(
        draft
            .plan()
            .withBasics(
                new Plan.Basics(
                    PRACTICE.subscription(subscription),
                    "rg-orders",
                    false,
                    "security-pg",
                    region,
                    b.version(),
                    b.availabilityZone(),
                    b.authentication())));
    security.enter();
  }

  private KeyIdentifier chooseOrdersKey() {
    place(Practice.PRODUCTION, "eastus");
    security.customerManagedProperty().set(true);
    KeyIdentifier key = PRACTICE.newest("kv-orders-eastus", "orders-kek");
    security.choice().restore(PRACTICE.identity("id-orders-eastus"), key);
    return key;
  }

  @Test
  void CMK_30_serviceManagedIsTheDefaultAndNeedsNothing() {
    assertThat(security.customerManagedProperty().get()).isFalse();
    assertThat(security.completeProperty().get()).isTrue();
    security.leave();
    assertThat(draft.plan().encryption()).isEqualTo(DataEncryption.serviceManaged());
  }

  @Test
  void aCustomerManagedKeyNeedsAPlaceFirst() {
    security.customerManagedProperty().set(true);
    security.enter();
    assertThat(security.locatedProperty().get()).isFalse();
    assertThat(security.completeProperty().get()).isFalse();
    place(Practice.PRODUCTION, "eastus");
    assertThat(security.locatedProperty().get()).isTrue();
    assertThat(security.completeProperty().get()).isFalse();
  }

  @Test
  void keyAndIdentityAreWrittenIntoThePlan() {
    KeyIdentifier key = chooseOrdersKey();
    assertThat(security.completeProperty().get()).isTrue();
    security.leave();
    assertThat(draft.plan().encryption().isCustomerManaged()).isTrue();
    assertThat(draft.plan().encryption().key()).contains(key);
    assertThat(draft.plan().encryption().identity())
        .contains(PRACTICE.identity("id-orders-eastus").id());
  }

  @Test
  void anotherRegionOnBasicsDropsTheChoice() {
    chooseOrdersKey();
    place(Practice.PRODUCTION, "westeurope");
    assertThat(security.choice().keyProperty().get()).isEmpty();
    assertThat(security.choice().identityProperty().get()).isNull();
    assertThat(security.completeProperty().get()).isFalse();
  }

  @Test
  void anotherSubscriptionOnBasicsDropsTheChoice() {
    chooseOrdersKey();
    place(Practice.DEVELOPMENT, "eastus");
    assertThat(security.choice().keyProperty().get()).isEmpty();
  }

  @Test
  void theSamePlaceKeepsTheChoice() {
    KeyIdentifier key = chooseOrdersKey();
    place(Practice.PRODUCTION, "eastus");
    assertThat(security.choice().keyProperty().get()).contains(key);
  }

  @Test
  void whenTheReviewDropsAStaleChoiceThePlanForgetsItToo() {
    chooseOrdersKey();
    security.leave();
    Plan.Basics b = draft.plan().basics();
    draft.set(
        draft
            .plan()
            .withBasics(
                new Plan.Basics(
                    b.subscription(),
                    b.group(),
                    false,
                    b.name(),
                    "westeurope",
                    b.version(),
                    "",
                    b.authentication())));
    security.showProblems();
    assertThat(security.completeProperty().get()).isFalse();
    assertThat(draft.plan().encryption().key()).isEmpty();
  }

  @Test
  void goingBackToServiceManagedLeavesTheKeyOutOfThePlan() {
    chooseOrdersKey();
    security.customerManagedProperty().set(false);
    security.leave();
    assertThat(draft.plan().encryption()).isEqualTo(DataEncryption.serviceManaged());
    assertThat(security.completeProperty().get()).isTrue();
  }
}
