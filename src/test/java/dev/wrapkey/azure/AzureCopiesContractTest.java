package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.provisioning.Backup;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Copying;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Copies of servers, kept by the SDK and the practice cloud together, with their real data. */
class AzureCopiesContractTest extends PracticeContract {

  private static final Plan.Compute D2 =
      new Plan.Compute("GeneralPurpose", "Standard_D2ads_v5", 2, 8);

  private Subscription production() {
    return new Subscription(SUB, "Practice Production");
  }

  private static ResourceId id(String name) {
    return ResourceId.server(SUB, "rg-orders", name);
  }

  private Server server(String name) {
    return cloud.servers().list(SUB).stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private KeyIdentifier key(String uri) {
    return cloud.keyStores().get(KeyIdentifier.of(uri)).id();
  }

  private static ResourceId identity(String name) {
    return new ResourceId(SUB, "rg-orders", ResourceId.IDENTITY, name);
  }

  private DataEncryption east() {
    return DataEncryption.customerManaged(
        key("https://kv-orders-eastus.vault.azure.net/keys/orders-kek"),
        identity("id-orders-eastus"));
  }

  private Plan copy(String source, Origin.Mode mode, String region, String name) {
    Server from = server(source);
    Plan plan = Copying.of(from, production(), D2, Origin.latest(from, mode), region);
    return plan.withBasics(plan.basics().named(name));
  }

  private Server made(Plan plan) {
    Ledger ledger = Ledger.begin(folder, "copy-" + plan.basics().name(), plan, time.now());
    Outcome outcome =
        new Provisioning(cloud, time, Retry.Policy.STANDARD)
            .run(plan, ledger, event -> {}, new Cancellation());
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    return ((Outcome.Succeeded) outcome).server();
  }

  private byte[] data(ResourceId server) {
    return practice.inspector().page(server.toString(), 0).orElseThrow().plain();
  }

  private String wrappedBy(ResourceId server) {
    Inspector.Storage storage = practice.inspector().look(server.toString()).orElseThrow();
    return storage.wrapped().keyVersion();
  }

  @Test
  void theFullBackupsOfAServerAreToldNewestFirst() {
    List<Backup> backups = cloud.servers().backups(server("ledger-pg").id());
    assertThat(backups).isNotEmpty().allSatisfy(b -> assertThat(b.type()).isEqualTo("Full"));
    assertThat(backups)
        .extracting(Backup::completed)
        .isSortedAccordingTo(java.util.Comparator.<Instant>naturalOrder().reversed());
    assertThat(backups.getFirst().name()).startsWith("backup_");
  }

  @Test
  void RST_1_CMK_31_aServiceManagedServerIsRestoredUnderACustomersKeyWithItsData() {
    Server made =
        made(
            copy("ledger-pg", Origin.Mode.POINT_IN_TIME, "eastus", "l-cmk").withEncryption(east()));
    assertThat(made.encryption().isCustomerManaged()).isTrue();
    assertThat(made.setup().replication().isReplica()).isFalse();
    assertThat(data(made.id())).isEqualTo(data(server("ledger-pg").id()));
    assertThat(wrappedBy(made.id())).isEqualTo(east().key().orElseThrow().toString());
  }

  @Test
  void RST_1_CMK_33_aCustomerManagedServerIsRestoredUnderAServiceManagedKey() {
    Server made =
        made(
            copy("orders-pg", Origin.Mode.POINT_IN_TIME, "eastus", "o-smk")
                .withEncryption(DataEncryption.serviceManaged()));
    assertThat(made.encryption().isCustomerManaged()).isFalse();
    assertThat(data(made.id())).isEqualTo(data(server("orders-pg").id()));
    assertThat(wrappedBy(made.id())).contains("service-managed");
  }

  @Test
  void aFullBackupIsRestoredByTheMomentOfItsCompletion() {
    Server source = server("ledger-pg");
    Backup newest = cloud.servers().backups(source.id()).getFirst();
    Plan plan =
        copy("ledger-pg", Origin.Mode.POINT_IN_TIME, "eastus", "l-fast")
            .copiedFrom(Origin.latest(source, Origin.Mode.POINT_IN_TIME).of(newest));
    assertThat(data(made(plan).id())).isNotEmpty();
  }

  @Test
  void RST_10_aRestoredServerHasTheLoginAndTheVersionOfItsSource() {
    Server source = server("ledger-pg");
    Server made = made(copy("ledger-pg", Origin.Mode.POINT_IN_TIME, "eastus", "l-same"));
    assertThat(made.summary().login()).isEqualTo(source.summary().login()).isNotEmpty();
    assertThat(made.summary().version()).isEqualTo(source.summary().version());
    assertThat(made.setup().highAvailability().isOn()).as("RST-9").isFalse();
  }

  @Test
  void CMK_34_aReplicaOfACustomerManagedServerHasAKeyAndIsListed() {
    Server made =
        made(copy("orders-pg", Origin.Mode.REPLICA, "eastus", "o-rep").withEncryption(east()));
    assertThat(made.setup().replication().isReplica()).isTrue();
    assertThat(made.setup().replication().source()).contains(server("orders-pg").id());
    assertThat(data(made.id())).isEqualTo(data(server("orders-pg").id()));
    List<Server> replicas = cloud.servers().replicas(server("orders-pg").id());
    assertThat(replicas).extracting(Server::name).containsExactly("o-rep");
    assertThat(replicas.getFirst().region()).isEqualTo("eastus");
    assertThat(replicas.getFirst().encryption().key()).isEqualTo(east().key());
  }

  private Plan geoRedundant(String name) {
    GeoEncryption west =
        new GeoEncryption(
            key("https://kv-orders-westus.vault.azure.net/keys/orders-west-kek"),
            identity("id-orders-westus"),
            Optional.empty());
    return new Plan(
        new Plan.Basics(
            production(),
            "rg-orders",
            false,
            name,
            "eastus",
            "17",
            "",
            Plan.Authentication.passwords("pgadmin", new Secret("Canary-4711-x"))),
        Plan.Configuration.PRODUCTION.withBackup(new Plan.Backup(7, true)),
        Plan.Networking.open(true, false, List.of()),
        east().withGeo(Optional.of(west)),
        new TreeMap<>());
  }

  @Test
  void RST_6_RST_8_aGeoRestoredServerIsOpenedByItsGeoKeyAndHasTheData() throws Exception {
    Server source = made(geoRedundant("geo-source"));
    time.pause(Duration.ofHours(2));
    Plan plan = copy("geo-source", Origin.Mode.GEO, "westus", "geo-copy");
    assertThat(plan.encryption().key())
        .as("the geo key becomes the first one")
        .isEqualTo(source.encryption().geo().map(GeoEncryption::key));
    assertThat(plan.configuration().backup().geoRedundant()).as("RST-7").isFalse();
    Server made = made(plan);
    assertThat(made.region()).isEqualTo("westus");
    assertThat(data(made.id())).isEqualTo(data(source.id()));
    assertThat(wrappedBy(made.id())).contains("kv-orders-westus");
    Plan earlier =
        copy("geo-source", Origin.Mode.GEO, "westus", "geo-earlier")
            .copiedFrom(
                Origin.latest(source, Origin.Mode.GEO)
                    .at(time.now().minus(Duration.ofMinutes(30))));
    assertThat(data(made(earlier).id())).as("RST-6: at a moment too").isNotEmpty();
  }
}
