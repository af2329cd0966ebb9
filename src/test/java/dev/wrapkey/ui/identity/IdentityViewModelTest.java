package dev.wrapkey.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.key.Scope;
import dev.wrapkey.ui.task.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdentityViewModelTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final List<ManagedIdentity> picked = new ArrayList<>();

  private IdentityViewModel pane(Subscription subscription) {
    IdentityViewModel pane =
        new IdentityViewModel(
            PRACTICE.cloud(),
            Practice.tasks(),
            new Scope(subscription, "eastus"),
            Optional.empty(),
            picked::add);
    pane.load();
    return pane;
  }

  private IdentityViewModel pane() {
    return pane(PRACTICE.subscription(Practice.PRODUCTION));
  }

  @Test
  void identitiesOfEveryRegionOfTheSubscriptionAreListed() {
    assertThat(pane().shown())
        .extracting(ManagedIdentity::name)
        .containsExactlyInAnyOrder(
            "id-orders-eastus",
            "id-orders-westus",
            "id-newcomer-eastus",
            "id-fresh-eastus",
            "id-reporting-weu",
            "id-billing-weu",
            "id-billing-neu",
            "id-payroll-uks");
    assertThat(pane(PRACTICE.subscription(Practice.DEVELOPMENT)).shown()).isEmpty();
  }

  @Test
  void theFilterLooksAtNamesAndResourceGroupsWithoutRegardToCase() {
    IdentityViewModel pane = pane();
    pane.filterProperty().set(" RG-Reporting ");
    assertThat(pane.shown()).extracting(ManagedIdentity::name).containsExactly("id-reporting-weu");
    pane.filterProperty().set("newcomer");
    assertThat(pane.shown())
        .extracting(ManagedIdentity::name)
        .containsExactly("id-newcomer-eastus");
    pane.filterProperty().set("");
    assertThat(pane.shown()).hasSize(8);
  }

  @Test
  void nothingIsHandedOverBeforeOneIsPicked() {
    IdentityViewModel pane = pane();
    assertThat(pane.readyProperty().get()).isFalse();
    pane.finish();
    assertThat(picked).isEmpty();
    pane.selectedProperty().set(pane.shown().getFirst());
    assertThat(pane.readyProperty().get()).isTrue();
    pane.finish();
    assertThat(picked).containsExactly(pane.shown().getFirst());
  }

  @Test
  void aSubscriptionThatCannotBeReadSaysWhyAndCanBeTriedAgain() {
    IdentityViewModel pane = pane(new Subscription("facade00-0000-4000-a000-00000000dead", "Gone"));
    assertThat(pane.listing().stateProperty().get()).isEqualTo(Listing.State.FAILED);
    assertThat(pane.listing().failureProperty().get().details()).isNotBlank();
    pane.listing().reload();
    assertThat(pane.listing().stateProperty().get()).isEqualTo(Listing.State.FAILED);
  }
}
