package dev.wrapkey.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.signin.Narrowed;
import dev.wrapkey.ui.InMemory;
import dev.wrapkey.ui.Practice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScopeViewModelTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final InMemory memory = new InMemory();
  private final Scripted door = new Scripted(PRACTICE.cloud());
  private final List<List<String>> work = new ArrayList<>();
  private final List<String> tenants = new ArrayList<>();
  private ScopeViewModel page = page();

  private ScopeViewModel page() {
    return new ScopeViewModel(
        door.new Somebody(Scripted.HOME),
        Practice.tasks(),
        memory,
        (in, subscriptions) -> {
          tenants.add(in.tenant().id());
          work.add(subscriptions.stream().map(Subscription::id).toList());
        });
  }

  private ScopeViewModel.Offer offer() {
    return Objects.requireNonNull(page.offerProperty().get());
  }

  private void want(String id, boolean on) {
    Subscription one =
        offer().subscriptions().stream().filter(each -> each.id().equals(id)).findFirst().get();
    page.wantedProperty(one).set(on);
  }

  @Test
  void atFirstAllSubscriptionsAreWanted() {
    page.look();
    page.submit();
    assertThat(work.getFirst())
        .containsExactlyInAnyOrder(Practice.PRODUCTION, Practice.DEVELOPMENT);
    assertThat(offer().tenants()).containsExactly(Scripted.HOME, Scripted.GUEST);
  }

  @Test
  void whatWasChosenIsChosenTheNextTime() {
    page.look();
    want(Practice.DEVELOPMENT, false);
    page.submit();
    page = page();
    page.look();
    page.submit();
    assertThat(work).containsExactly(List.of(Practice.PRODUCTION), List.of(Practice.PRODUCTION));
  }

  @Test
  void withoutASubscriptionThereIsNoWork() {
    page.look();
    page.chooseAll(false);
    assertThat(page.readyProperty().get()).isFalse();
    page.submit();
    assertThat(work).isEmpty();
    page.chooseAll(true);
    assertThat(page.readyProperty().get()).isTrue();
  }

  @Test
  void anotherTenantIsEntered() {
    page.look();
    page.go(Scripted.GUEST);
    assertThat(page.inProperty().get().tenant()).isEqualTo(Scripted.GUEST);
    page.submit();
    assertThat(tenants).containsExactly("tenant-guest");
  }

  @Test
  void aTenantThatRefusesLeavesThePersonWhereTheyAre() {
    page.look();
    door.refusal =
        Optional.of(new CloudFailure(CloudFailure.Kind.SIGN_IN, "AADSTS50076", "MFA", ""));
    page.go(Scripted.GUEST);
    assertThat(page.inProperty().get().tenant()).isEqualTo(Scripted.HOME);
    assertThat(Objects.requireNonNull(page.failureProperty().get()).code())
        .isEqualTo("AADSTS50076");
    assertThat(page.loadingProperty().get()).isFalse();
  }

  @Test
  void whoMayNotListTenantsWorksInTheirOwn() {
    door.listsTenants = false;
    page.look();
    assertThat(offer().tenants()).isEmpty();
    page.submit();
    assertThat(tenants).containsExactly("tenant-home");
  }

  @Test
  void aNarrowedCloudListsWhatWasChosenOnly() {
    Cloud narrowed = new Narrowed(PRACTICE.cloud(), Set.of(Practice.DEVELOPMENT));
    assertThat(narrowed.directory().subscriptions())
        .extracting(Subscription::id)
        .containsExactly(Practice.DEVELOPMENT);
    assertThat(narrowed.servers().get(PRACTICE.idOf("orders-pg")).name()).isEqualTo("orders-pg");
  }
}
