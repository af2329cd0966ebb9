package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.PracticeIds;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.RegionOffer;
import dev.wrapkey.provisioning.ResourceGroup;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Rights;
import dev.wrapkey.simulator.PracticeCloud;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/**
 * The port, kept by the SDK and the practice cloud together: what these promise, the screens rely
 * on.
 */
class AzureCloudContractTest extends LandscapeContract {

  @Test
  void aRegionTellsItsSizesDisksVersionsZonesAndPair() {
    RegionOffer offer = cloud.directory().offer(SUB, "eastus");
    assertThat(offer.sizes())
        .contains(
            new RegionOffer.Size("Burstable", "Standard_B1ms", 1, 2, 640),
            new RegionOffer.Size("GeneralPurpose", "Standard_D2ads_v5", 2, 8, 3750),
            new RegionOffer.Size("MemoryOptimized", "Standard_E8ds_v5", 8, 64, 12_800));
    assertThat(offer.disks())
        .startsWith(new RegionOffer.Disk(32, 120))
        .endsWith(new RegionOffer.Disk(32_767, 20_000))
        .doesNotHaveDuplicates();
    assertThat(offer.versions()).contains("18", "17", "11");
    assertThat(offer.zoneRedundant()).isTrue();
    assertThat(offer.geoBackup()).isTrue();
    assertThat(offer.premiumV2()).isTrue();
  }

  @Test
  void aRegionWithoutZonesOrPairOffersNeither() {
    assertThat(cloud.directory().offer(SUB, "westus").zoneRedundant()).isFalse();
    assertThat(cloud.directory().offer(SUB, "westus").geoBackup()).isTrue();
    assertThat(cloud.directory().offer(SUB, "polandcentral").zoneRedundant()).isTrue();
    assertThat(cloud.directory().offer(SUB, "polandcentral").geoBackup()).isFalse();
    assertThat(cloud.directory().offer(SUB, "polandcentral").sizes())
        .noneMatch(size -> size.sku().endsWith("ads_v5"));
  }

  @Test
  void aRegionThatDoesNotExistOffersNothing() {
    assertThat(failureOf(() -> cloud.directory().offer(SUB, "atlantis")).code()).isNotEmpty();
  }

  @Test
  void subscriptionsAreTheEnabledOnesAndLookLikePractice() {
    assertThat(cloud.directory().subscriptions())
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.name()).startsWith("Practice"))
        .allSatisfy(s -> assertThat(PracticeIds.isPractice(s.id())).isTrue());
    assertThat(production().name()).isEqualTo("Practice Production");
  }

  @Test
  void regionsComeWithTheirPairs() {
    assertThat(cloud.directory().regions(SUB))
        .filteredOn(r -> r.name().equals("eastus"))
        .singleElement()
        .satisfies(r -> assertThat(r.displayName()).isEqualTo("East US"))
        .satisfies(r -> assertThat(r.pair()).contains("westus"));
    assertThat(cloud.directory().regions(SUB))
        .extracting(Region::displayName)
        .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
  }

  @Test
  void aResourceGroupIsMadeOnceAndFoundAgain() {
    ResourceGroup made = cloud.directory().createResourceGroup(SUB, "rg-contract", "eastus");
    assertThat(made).isEqualTo(new ResourceGroup(SUB, "rg-contract", "eastus"));
    assertThat(cloud.directory().createResourceGroup(SUB, "rg-contract", "eastus")).isEqualTo(made);
    assertThat(cloud.directory().resourceGroups(SUB)).contains(made);
    assertThat(
            failureOf(() -> cloud.directory().createResourceGroup(SUB, "rg-contract", "westeurope"))
                .code())
        .isEqualTo("InvalidResourceGroupLocation");
  }

  @Test
  void identitiesAreListedAndRead() {
    ManagedIdentity listed = identity("id-orders-eastus");
    assertThat(listed.region()).isEqualTo("eastus");
    assertThat(listed.principalId()).isNotEmpty();
    assertThat(listed.clientId()).isNotEmpty().isNotEqualTo(listed.principalId());
    assertThat(cloud.identities().get(listed.id())).isEqualTo(listed);

    ResourceId absent =
        new ResourceId(SUB, listed.id().resourceGroup(), ResourceId.IDENTITY, "id-absent");
    assertThat(failureOf(() -> cloud.identities().get(absent)).kind()).isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void vaultsTellWhatDataEncryptionDependsOn() {
    KeyStore store = vault("kv-orders-eastus");
    assertThat(store.region()).isEqualTo("eastus");
    assertThat(store.host()).isEqualTo("kv-orders-eastus.vault.azure.net");
    assertThat(store.tenantId()).isEqualTo(PracticeCloud.TENANT);
    assertThat(store.rbac()).isTrue();
    assertThat(store.protection()).isEqualTo(new KeyStore.Protection(true, true, 90));
  }

  @Test
  void managedHsmsAreListedWithTheirKeys() {
    List<KeyStore> found = new ArrayList<>();
    cloud.keyStores().list(KeyStore.Kind.MANAGED_HSM, SUB, new Cancellation(), found::addAll);
    assertThat(found)
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.kind()).isEqualTo(KeyStore.Kind.MANAGED_HSM));
    KeyStore hsm = found.getFirst();
    assertThat(hsm.host()).isEqualTo(hsm.name() + ".managedhsm.azure.net");
    Key key = cloud.keyStores().keys(hsm).getFirst();
    assertThat(key.id().isManagedHsm()).isTrue();
    assertThat(cloud.keyStores().get(key.id()).type()).isEqualTo("RSA-HSM");
  }

  @Test
  void aListingCancelledInItsFirstPageEndsThere() {
    Cancellation cancellation = new Cancellation();
    List<KeyStore> found = new ArrayList<>();
    assertThatThrownBy(
            () ->
                cloud
                    .keyStores()
                    .list(
                        KeyStore.Kind.KEY_VAULT,
                        SUB,
                        cancellation,
                        page -> {
                          found.addAll(page);
                          cancellation.cancel();
                        }))
        .isInstanceOf(CancellationException.class);
    assertThat(found).isNotEmpty();
  }

  @Test
  void anInterruptedListingIsCancelled() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> cloud.servers().list(SUB)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void keysAndVersionsCanBeChosenFrom() {
    KeyStore store = vault("kv-orders-eastus");
    assertThat(cloud.keyStores().keys(store))
        .extracting(k -> k.id().toString())
        .contains("https://kv-orders-eastus.vault.azure.net/keys/orders-kek");
    List<Key> versions = cloud.keyStores().versions(store, "orders-kek");
    assertThat(versions).hasSizeGreaterThanOrEqualTo(2);
    assertThat(versions.getFirst().life().created()).isAfter(versions.getLast().life().created());

    Key newest = cloud.keyStores().get(versions.getFirst().id().versionless());
    assertThat(newest.id()).isEqualTo(versions.getFirst().id());
    assertThat(newest.type()).isEqualTo("RSA");
    assertThat(newest.bits()).isEqualTo(2048);
    assertThat(newest.operations()).contains("wrapKey", "unwrapKey");
    assertThat(newest.life().enabled()).isTrue();
    assertThat(cloud.keyStores().get(versions.getLast().id()).id())
        .isEqualTo(versions.getLast().id());
  }

  @Test
  void rotatingMakesANewVersionThatIsTheNewest() throws Exception {
    KeyIdentifier before = newest();
    List<Key> known = cloud.keyStores().versions(vault("kv-orders-eastus"), "orders-kek");
    time.pause(Duration.ofHours(1));
    Key made = cloud.keyStores().rotate(before);
    assertThat(made.id().versionless()).isEqualTo(before.versionless());
    assertThat(made.id()).isNotEqualTo(before);
    assertThat(newest()).isEqualTo(made.id());
    assertThat(cloud.keyStores().versions(vault("kv-orders-eastus"), "orders-kek"))
        .hasSize(known.size() + 1);
  }

  @Test
  void aKeyThatIsNotThereIsNotFound() {
    KeyIdentifier absent = KeyIdentifier.of("https://kv-orders-eastus.vault.azure.net/keys/absent");
    assertThat(failureOf(() -> cloud.keyStores().get(absent)).kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(failureOf(() -> cloud.keyStores().get(newest().withVersion("0".repeat(32)))).kind())
        .isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void aVaultThatIsNotThereIsAFailureAndNotABug() {
    KeyIdentifier absent = KeyIdentifier.of("https://kv-absent-9.vault.azure.net/keys/kek");
    assertThat(failureOf(() -> cloud.keyStores().get(absent)).kind())
        .isIn(Kind.NOT_FOUND, Kind.UNREACHABLE);
  }

  @Test
  void rightsAreThoseOfTheRolesAssigned() {
    KeyStore store = vault("kv-orders-eastus");
    assertThat(cloud.keyStores().rights(store, identity("id-orders-eastus")).suffice()).isTrue();
    assertThat(cloud.keyStores().rights(store, identity("id-newcomer-eastus")))
        .isEqualTo(new Rights(Set.of()));
  }

  @Test
  void rightsAreThoseOfTheAccessPoliciesWhereThereAreNoRoles() {
    KeyStore store = vault("kv-policy-eastus");
    assertThat(store.rbac()).isFalse();
    assertThat(cloud.keyStores().rights(store, identity("id-orders-eastus")))
        .isEqualTo(new Rights(Set.of("get")));
    assertThat(cloud.keyStores().rights(store, identity("id-newcomer-eastus")).granted()).isEmpty();
  }

  @Test
  void aWrongSecretIsAFailureOfSignIn() {
    AzureCloud stranger =
        new AzureCloud(
            AzureConnection.servicePrincipal(
                transport, PracticeCloud.TENANT, PracticeCloud.CLIENT, "not-the-secret"));
    assertThat(failureOf(() -> stranger.directory().subscriptions()).kind())
        .isEqualTo(Kind.SIGN_IN);
  }
}
