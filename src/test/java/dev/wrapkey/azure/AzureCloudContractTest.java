package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.http.HttpClient;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.DeploymentName;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.PracticeIds;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.RegionOffer;
import dev.wrapkey.provisioning.ResourceGroup;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Rights;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.VirtualTime;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The port, kept by the SDK and the practice cloud together: what these promise, the screens rely
 * on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AzureCloudContractTest {

  private static final String SUB = "facade00-0000-4000-a000-0000000000a1";

  private final VirtualTime time = VirtualTime.standingAt(Instant.parse("2026-03-01T12:00:00Z"));
  private Path folder;
  private PracticeCloud practice;
  private AzureCloud cloud;
  private HttpClient transport;

  // One practice cloud for all tests, whose landscape takes seconds of key making: each makes its
  // own servers.
  @BeforeAll
  void open(@TempDir Path temporary) throws Exception {
    folder = temporary;
    practice = Landscapes.open(folder.resolve("practice"), time);
    transport = transport(practice, time, folder);
    cloud =
        new AzureCloud(
            AzureConnection.servicePrincipal(
                transport, PracticeCloud.TENANT, PracticeCloud.CLIENT, practice.clientSecret()));
  }

  /** What carries the requests: here nothing but a call in this process. */
  HttpClient transport(PracticeCloud practice, VirtualTime time, Path folder) throws Exception {
    return practice.httpClient();
  }

  @AfterAll
  void close() throws Exception {
    practice.close();
  }

  private Subscription production() {
    return cloud.directory().subscriptions().stream()
        .filter(s -> s.id().equals(SUB))
        .findFirst()
        .orElseThrow();
  }

  private KeyStore vault(String name) {
    List<KeyStore> found = new ArrayList<>();
    cloud.keyStores().list(KeyStore.Kind.KEY_VAULT, SUB, new Cancellation(), found::addAll);
    return found.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private ManagedIdentity identity(String name) {
    List<ManagedIdentity> found = new ArrayList<>();
    cloud.identities().list(SUB, new Cancellation(), found::addAll);
    return found.stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
  }

  private Server server(String name) {
    return cloud.servers().list(SUB).stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private KeyIdentifier newest() {
    return cloud.keyStores().versions(vault("kv-orders-eastus"), "orders-kek").getFirst().id();
  }

  private Plan plan(String name, DataEncryption encryption) {
    return new Plan(
        new Plan.Basics(
            production(),
            "rg-" + name,
            true,
            name,
            "eastus",
            "17",
            "",
            Plan.Authentication.passwords("pgadmin", new Secret("Canary-4711-x"))),
        Plan.Configuration.PRODUCTION,
        Plan.Networking.open(
            true, true, List.of(new Plan.FirewallRule("home", "203.0.113.7", "203.0.113.7"))),
        encryption,
        new TreeMap<>(Map.of("team", "orders")));
  }

  private Outcome provision(Plan plan, List<Progress.Event> events) {
    Ledger ledger =
        Ledger.begin(
            folder.resolve("ledgers"),
            DeploymentName.next(new SecureRandom()),
            plan.serverId(),
            time.now());
    return new Provisioning(cloud, time, Retry.Policy.STANDARD)
        .run(plan, ledger, events::add, new Cancellation());
  }

  private void finish(RunningOperation operation) throws InterruptedException {
    while (!operation.poll()) {
      time.pause(operation.retryAfter());
    }
  }

  private static CloudFailure failureOf(ThrowingCallable call) {
    CloudFailure failure = catchThrowableOfType(CloudFailure.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }

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
  void aCancelledCreationGoesOnInTheCloudAndIsPickedUpAgain() {
    DataEncryption encryption =
        DataEncryption.customerManaged(newest(), identity("id-orders-eastus").id());
    Plan plan = plan("resumed-pg", encryption);
    Path ledgers = folder.resolve("resumed");
    Ledger ledger =
        Ledger.begin(ledgers, DeploymentName.next(new SecureRandom()), plan.serverId(), time.now());
    Provisioning provisioning = new Provisioning(cloud, time, Retry.Policy.STANDARD);
    Cancellation cancellation = new Cancellation();
    Progress cancelWhileCreating =
        event -> {
          if (event.step().equals("create-server") && event.state() == Progress.State.RUNNING) {
            cancellation.cancel();
          }
        };

    assertThat(provisioning.run(plan, ledger, cancelWhileCreating, cancellation))
        .isEqualTo(new Outcome.Cancelled("create-server"));
    assertThat(ledger.entry().server()).isEqualTo(Ledger.Presence.CREATING);
    assertThat(ledger.entry().group()).isEqualTo(Ledger.Presence.EXISTS);

    Ledger afterRestart = Ledger.unfinished(ledgers).getFirst();
    Outcome outcome = provisioning.resume(plan, afterRestart, event -> {}, new Cancellation());
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(server("resumed-pg").encryption().key()).isEqualTo(encryption.key());

    provisioning.remove(afterRestart, event -> {}, new Cancellation());
    assertThat(failureOf(() -> cloud.servers().get(plan.serverId())).kind())
        .isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void serversTellHowTheyAreEncrypted() {
    Server orders = server("orders-pg");
    assertThat(orders.state()).isEqualTo("Ready");
    assertThat(orders.encryption().isCustomerManaged()).isTrue();
    assertThat(orders.encryption().key().orElseThrow().version()).isPresent();
    assertThat(orders.encryption().identity()).isPresent();
    assertThat(orders.identities()).containsAll(orders.encryption().identity().stream().toList());
    assertThat(cloud.servers().get(orders.id())).isEqualTo(orders);
    assertThat(server("ledger-pg").encryption()).isEqualTo(DataEncryption.serviceManaged());
    assertThat(server("reporting-pg").encryption().key().orElseThrow().version()).isEmpty();
  }

  @Test
  void aServerThatIsNotThereIsNotFound() {
    ResourceId absent =
        ResourceId.server(SUB, server("orders-pg").id().resourceGroup(), "absent-pg");
    assertThat(failureOf(() -> cloud.servers().get(absent)).kind()).isEqualTo(Kind.NOT_FOUND);
    ResourceId noGroup = ResourceId.server(SUB, "rg-absent", "absent-pg");
    assertThat(failureOf(() -> cloud.servers().get(noGroup)).kind()).isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void aNameInUseIsRefusedWithAReason() {
    assertThat(cloud.servers().refusalOfName(SUB, "eastus", "orders-pg")).isPresent();
    assertThat(cloud.servers().refusalOfName(SUB, "eastus", "free-pg-4711")).isEmpty();
  }

  @Test
  void aServerIsMadeWithACustomerManagedKeyThenGetsTheNextVersionThenGoes() throws Exception {
    KeyIdentifier first = newest();
    ResourceId identity = identity("id-orders-eastus").id();
    List<Progress.Event> events = new ArrayList<>();

    Plan plan = plan("tour-pg", DataEncryption.customerManaged(first, identity));
    Outcome made = provision(plan, events);
    assertThat(made).as("%s", events).isInstanceOf(Outcome.Succeeded.class);
    Server server = ((Outcome.Succeeded) made).server();
    assertThat(server.state()).isEqualTo("Ready");
    assertThat(server.region()).isEqualTo("eastus");
    assertThat(server.encryption().key()).contains(first);
    assertThat(server.encryption().identity()).contains(identity);
    assertThat(server.encryption().status()).contains("Valid");
    assertThat(server.summary())
        .isEqualTo(
            new Server.Summary(
                "17", "tour-pg.postgres.database.azure.com", "pgadmin", "Standard_D2ads_v5", 128));

    time.pause(Duration.ofHours(1));
    KeyIdentifier second = cloud.keyStores().rotate(first).id();
    DataEncryption wanted = DataEncryption.customerManaged(second, identity);
    Outcome changed =
        new KeyChange(cloud, time, Retry.Policy.STANDARD)
            .run(plan.serverId(), wanted, events::add, new Cancellation());
    assertThat(changed).as("%s", events).isInstanceOf(Outcome.Succeeded.class);
    assertThat(server("tour-pg").encryption().key()).contains(second);

    finish(cloud.servers().delete(plan.serverId()));
    assertThat(failureOf(() -> cloud.servers().get(plan.serverId())).kind())
        .isEqualTo(Kind.NOT_FOUND);
    assertThat(cloud.servers().delete(plan.serverId()).poll())
        .as("what is gone is gone at once")
        .isTrue();
  }

  @Test
  void aServerIsMadeWithAVersionlessKeyAndKeepsItVersionless() {
    DataEncryption encryption =
        DataEncryption.customerManaged(newest().versionless(), identity("id-orders-eastus").id());
    Outcome made = provision(plan("auto-pg", encryption), new ArrayList<>());
    assertThat(made).isInstanceOf(Outcome.Succeeded.class);
    assertThat(((Outcome.Succeeded) made).server().encryption().key())
        .contains(newest().versionless());
  }

  @Test
  void aServerIsMadeWithAServiceManagedKey() {
    Outcome made = provision(plan("plain-pg", DataEncryption.serviceManaged()), new ArrayList<>());
    assertThat(made).isInstanceOf(Outcome.Succeeded.class);
    assertThat(((Outcome.Succeeded) made).server().encryption())
        .isEqualTo(DataEncryption.serviceManaged());
  }

  @Test
  void anIdentityWithoutRightsIsFoundOutBeforeAnythingIsMade() {
    DataEncryption encryption =
        DataEncryption.customerManaged(newest(), identity("id-newcomer-eastus").id());
    Outcome outcome = provision(plan("denied-pg", encryption), new ArrayList<>());
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    CloudFailure failure = ((Outcome.Failed) outcome).failure();
    assertThat(failure.kind()).isEqualTo(Kind.KEY_UNUSABLE);
    assertThat(failure.details())
        .contains("id-newcomer-eastus", "get", "wrapKey", "unwrapKey", "kv-orders-eastus");
    assertThat(cloud.directory().resourceGroups(SUB))
        .noneMatch(g -> g.name().equals("rg-denied-pg"));
  }

  @Test
  void anIdentityWithoutRightsIsRefusedByTheServiceToo() {
    cloud.directory().createResourceGroup(SUB, "rg-refused-pg", "eastus");
    DataEncryption encryption =
        DataEncryption.customerManaged(newest(), identity("id-newcomer-eastus").id());
    CloudFailure failure =
        failureOf(() -> finish(cloud.servers().create(plan("refused-pg", encryption))));
    assertThat(failure.kind()).isEqualTo(Kind.KEY_UNUSABLE);
    assertThat(failure.details()).isNotEmpty();
  }

  @Test
  void theKeyOfAServiceManagedServerCannotBeChanged() {
    CloudFailure failure =
        failureOf(
            () ->
                finish(
                    cloud
                        .servers()
                        .changeKey(
                            server("ledger-pg").id(),
                            DataEncryption.customerManaged(
                                newest(), identity("id-orders-eastus").id()))));
    assertThat(failure.kind()).isEqualTo(Kind.INVALID);
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
