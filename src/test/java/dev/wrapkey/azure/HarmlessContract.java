package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.signin.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Promises of the port that cost nothing to try, and leave nothing behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HarmlessContract {

  /**
   * Where to try.
   *
   * @param group a resource group that exists, to make an identity in; none to make nothing
   */
  record Ground(SignedIn signedIn, String subscription, String region, Optional<String> group) {}

  abstract Ground ground();

  @Test
  void theAccountHasANameAnObjectIdAndATenant() {
    SignedIn signedIn = ground().signedIn();
    assertThat(signedIn.account().objectId()).matches("[0-9a-fA-F-]{36}");
    assertThat(signedIn.account().name()).isNotEmpty();
    assertThat(signedIn.tenants())
        .extracting(SignedIn.Tenant::id)
        .anyMatch(signedIn.tenant().id()::equalsIgnoreCase);
  }

  @Test
  void theSubscriptionIsListedWithTheRegion() {
    assertThat(ground().signedIn().cloud().directory().subscriptions())
        .extracting(Subscription::id)
        .contains(ground().subscription());
    assertThat(ground().signedIn().cloud().directory().regions(ground().subscription()))
        .extracting(Region::name)
        .contains(ground().region());
  }

  @Test
  void theRegionOffersVersionsOfTheDatabase() {
    assertThat(
            ground()
                .signedIn()
                .cloud()
                .directory()
                .offer(ground().subscription(), ground().region())
                .versions())
        .isNotEmpty();
  }

  @Test
  void serversVaultsAndIdentitiesCanBeListed() {
    String subscription = ground().subscription();
    assertThat(ground().signedIn().cloud().servers().list(subscription))
        .allMatch(server -> server.id().subscription().equalsIgnoreCase(subscription));
    List<KeyStore> vaults = new ArrayList<>();
    ground()
        .signedIn()
        .cloud()
        .keyStores()
        .list(KeyStore.Kind.KEY_VAULT, subscription, new Cancellation(), vaults::addAll);
    assertThat(vaults).allMatch(vault -> vault.host().startsWith(vault.name().toLowerCase()));
    List<ManagedIdentity> identities = new ArrayList<>();
    ground()
        .signedIn()
        .cloud()
        .identities()
        .list(subscription, new Cancellation(), identities::addAll);
    assertThat(identities).allMatch(identity -> !identity.principalId().isEmpty());
  }

  @Test
  void aServerThatIsNotThereIsNotFound() {
    ResourceId nowhere =
        ResourceId.server(ground().subscription(), "rg-wrapkey-nowhere", "wrapkey-nowhere");
    CloudFailure failure =
        catchThrowableOfType(
            CloudFailure.class, () -> ground().signedIn().cloud().servers().get(nowhere));
    assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void anIdentityIsMadeAndTakenAway() {
    assumeThat(ground().group()).isPresent();
    ResourceId id =
        new ResourceId(
            ground().subscription(),
            ground().group().orElseThrow(),
            ResourceId.IDENTITY,
            "id-wrapkey-contract");
    var identities = ground().signedIn().cloud().identities();
    ManagedIdentity made = identities.create(id, ground().region());
    try {
      assertThat(made.principalId()).isNotEmpty();
      assertThat(identities.get(id).principalId()).isEqualTo(made.principalId());
    } finally {
      identities.delete(id);
    }
    assertThat(catchThrowableOfType(CloudFailure.class, () -> identities.get(id)).kind())
        .isEqualTo(Kind.NOT_FOUND);
  }
}
