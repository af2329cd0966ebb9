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

  private void geoRedundant(boolean on) {
    Plan.Configuration c = draft.plan().configuration();
    draft.set(draft.plan().withConfiguration(c.withBackup(new Plan.Backup(7, on))));
    security.enter();
  }

  private KeyIdentifier chooseGeoKey(String identity) {
    KeyIdentifier key = PRACTICE.newest("kv-orders-westus", "orders-west-kek");
    security.geo().choice().restore(PRACTICE.identity(identity), key);
    return key;
  }

  @Test
  void CMK_27_geoRedundantBackupNeedsASecondKeyInThePairedRegion() {
    chooseOrdersKey();
    geoRedundant(true);
    assertThat(security.geo().regionProperty().get()).isEqualTo("westus");
    assertThat(security.completeProperty().get()).isFalse();
    KeyIdentifier second = chooseGeoKey("id-orders-westus");
    assertThat(security.completeProperty().get()).isTrue();
    security.leave();
    assertThat(draft.plan().encryption().geo())
        .hasValueSatisfying(
            geo -> {
              assertThat(geo.key()).isEqualTo(second);
              assertThat(geo.identity()).isEqualTo(PRACTICE.identity("id-orders-westus").id());
            });
  }

  @Test
  void CMK_22_theTwoIdentitiesMustDiffer() {
    chooseOrdersKey();
    geoRedundant(true);
    chooseGeoKey("id-orders-eastus");
    assertThat(security.geo().sameIdentityProperty().get())
        .contains("The primary user-assigned identity and backup identity cannot be the same.");
    assertThat(security.completeProperty().get()).isFalse();
  }

  @Test
  void CMK_25_aSecondKeyOfTheServersOwnRegionIsRefused() {
    chooseOrdersKey();
    geoRedundant(true);
    security
        .geo()
        .choice()
        .restore(
            PRACTICE.identity("id-orders-westus"),
            PRACTICE.newest("kv-orders-eastus", "orders-kek"));
    assertThat(security.completeProperty().get()).isFalse();
  }

  @Test
  void CMK_28_withoutGeoRedundancyTheSecondKeyIsDroppedAndThatIsSaid() {
    chooseOrdersKey();
    geoRedundant(true);
    chooseGeoKey("id-orders-westus");
    geoRedundant(false);
    assertThat(security.geo().droppedProperty().get()).isTrue();
    assertThat(security.completeProperty().get()).isTrue();
    security.leave();
    assertThat(draft.plan().encryption().geo()).isEmpty();
    geoRedundant(true);
    assertThat(security.geo().droppedProperty().get()).isFalse();
  }

  @Test
  void withAServiceManagedKeyGeoRedundancyNeedsNothing() {
    place(Practice.PRODUCTION, "eastus");
    geoRedundant(true);
    assertThat(security.completeProperty().get()).isTrue();
  }
}
