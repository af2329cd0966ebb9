package dev.wrapkey.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.azure.AzureCloud;
import dev.wrapkey.azure.AzureConnection;
import dev.wrapkey.keyfile.KeyFiles;
import dev.wrapkey.keyfile.Passphrase;
import dev.wrapkey.keyfile.RsaMaterial;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of the practice cloud through the port, and what the record says of them. */
class RecordingTest {

  private static final String SUB = "facade00-0000-4000-a000-0000000000a1";
  private static final ResourceId ORDERS = ResourceId.server(SUB, "rg-orders", "orders-pg");

  private final VirtualTime time = VirtualTime.standingAt(Instant.parse("2026-03-01T12:00:00Z"));
  @TempDir private Path folder;
  private PracticeCloud practice;
  private Overheard wire;
  private ChangeRecord changes;
  private Cloud cloud;

  @BeforeEach
  void open() throws Exception {
    practice = Landscapes.open(folder.resolve("practice"), time);
    wire = new Overheard(practice.httpClient());
    changes = new ChangeRecord(folder.resolve("record"), time, UUID::randomUUID);
    cloud = recorded();
  }

  private Cloud recorded() {
    AzureConnection connection =
        AzureConnection.servicePrincipal(
            wire, PracticeCloud.TENANT, PracticeCloud.CLIENT, practice.clientSecret());
    return Recording.over(new AzureCloud(connection), "Practice cloud", changes);
  }

  @AfterEach
  void close() throws Exception {
    practice.close();
  }

  private void finish(RunningOperation operation) {
    while (!operation.poll()) {
      time.jump(Duration.ofMinutes(1));
    }
  }

  private Entry newest() {
    return Entry.of(changes.read().lines()).getFirst();
  }

  private List<Phase> phases() {
    return changes.read().lines().stream().map(Line::phase).toList();
  }

  private KeyIdentifier key(ResourceId server) {
    return cloud.servers().get(server).encryption().key().orElseThrow();
  }

  @Test
  void readingIsNotRecorded() {
    cloud.servers().list(SUB);
    cloud.servers().get(ORDERS);
    cloud.directory().subscriptions();
    assertThat(changes.read().lines()).isEmpty();
  }

  @Test
  void anOperationIsRecordedBeforeAndAfterWithWhoAndWhat() {
    finish(cloud.servers().stop(ORDERS));
    Entry entry = newest();
    assertThat(phases()).containsExactly(Phase.BEGUN, Phase.ACCEPTED, Phase.DONE);
    assertThat(entry.state()).isEqualTo(Entry.State.DONE);
    assertThat(entry.deed().operation())
        .isEqualTo("Microsoft.DBforPostgreSQL/flexibleServers/stop/action");
    assertThat(entry.deed().target()).isEqualTo(ORDERS.toString());
    assertThat(entry.deed().targetName()).isEqualTo("orders-pg");
    Plan.Administrator me = cloud.directory().signedIn();
    assertThat(entry.deed().account())
        .isEqualTo(new Deed.Account(me.name(), me.objectId()))
        .isNotEqualTo(Deed.Account.UNKNOWN);
    assertThat(entry.before()).containsEntry("state", "Ready");
    assertThat(entry.after()).containsEntry("state", "Stopped");
  }

  @Test
  void aKeyChangeTellsTheOldKeyTheWantedAndTheNew() {
    Server server = cloud.servers().get(ORDERS);
    KeyIdentifier newest = cloud.keyStores().get(key(ORDERS).versionless()).id();
    DataEncryption wanted =
        DataEncryption.customerManaged(newest, server.encryption().identity().orElseThrow());
    finish(cloud.servers().changeKey(ORDERS, wanted));
    assertThat(newest().before())
        .containsEntry("primaryKeyURI", server.encryption().key().orElseThrow().toString());
    assertThat(newest().wanted()).containsEntry("primaryKeyURI", newest.toString());
    assertThat(newest().after()).containsEntry("primaryKeyURI", newest.toString());
    assertThat(newest().isChanged("primaryKeyURI")).isTrue();
    assertThat(newest().isChanged("location")).isFalse();
  }

  @Test
  void resourceManagerGetsTheCorrelationIdOfTheRecord() {
    finish(cloud.servers().stop(ORDERS));
    assertThat(wire.sent())
        .filteredOn(sent -> sent.method().equals("POST") && sent.url().contains("/stop"))
        .extracting(Overheard.Sent::correlation)
        .containsExactly(newest().id());
  }

  @Test
  void keyVaultGetsTheCorrelationIdOfTheRecord() {
    KeyIdentifier key = key(ORDERS);
    cloud.keyLife().edit(key, KeyEdit.enabled(false));
    assertThat(wire.sent())
        .filteredOn(sent -> sent.method().equals("PATCH"))
        .extracting(Overheard.Sent::request)
        .containsExactly(newest().id());
    assertThat(newest().before()).containsEntry("enabled", "true");
    assertThat(newest().wanted()).containsExactlyEntriesOf(java.util.Map.of("enabled", "false"));
    assertThat(newest().after()).containsEntry("enabled", "false");
  }

  @Test
  void aRefusalIsRecordedWithTheServicesCode() {
    ResourceId nowhere = ResourceId.server(SUB, "rg-orders", "nobodys-pg");
    assertThatThrownBy(() -> cloud.servers().stop(nowhere)).isInstanceOf(CloudFailure.class);
    assertThat(newest().state()).isEqualTo(Entry.State.REFUSED);
    assertThat(newest().said()).startsWith("ResourceNotFound");
    assertThat(newest().before()).isEmpty();
  }

  @Test
  void whatCannotBeRecordedIsNotAskedFor() throws IOException {
    Files.createDirectories(changes.path());
    assertThatThrownBy(() -> cloud.servers().stop(ORDERS))
        .isInstanceOfSatisfying(
            CloudFailure.class, failure -> assertThat(failure.code()).isEqualTo("NotRecorded"));
    assertThat(wire.sent()).noneMatch(sent -> sent.url().contains("/stop"));
    assertThat(cloud.servers().get(ORDERS).state()).isEqualTo("Ready");
  }

  @Test
  void aProgramThatEndedMeanwhileIsFollowedUpInTheSameEntry() {
    Receipt receipt = cloud.servers().stop(ORDERS).receipt().orElseThrow();
    assertThat(newest().state()).isEqualTo(Entry.State.OPEN);
    Cloud next = recorded();
    finish(next.servers().follow(ORDERS, receipt));
    assertThat(Entry.of(changes.read().lines())).hasSize(1);
    assertThat(newest().state()).isEqualTo(Entry.State.DONE);
    assertThat(newest().after()).containsEntry("state", "Stopped");
  }

  @Test
  void aDeletedServerIsGoneAfterwards() {
    finish(cloud.servers().delete(ORDERS));
    assertThat(newest().before()).containsEntry("state", "Ready");
    assertThat(newest().after()).isEmpty();
    assertThat(newest().state()).isEqualTo(Entry.State.DONE);
  }

  @Test
  void noPasswordIsWrittenDown() throws IOException {
    finish(cloud.servers().create(plan("Canary-4711-x")));
    assertThat(newest().state()).isEqualTo(Entry.State.DONE);
    assertThat(newest().deed().targetName()).isEqualTo("hushed-pg");
    assertThat(newest().wanted())
        .containsEntry("version", "17")
        .containsEntry("location", "eastus");
    assertThat(Files.readString(changes.path())).doesNotContain("Canary");
  }

  private static Plan plan(String password) {
    return new Plan(
        new Plan.Basics(
            new Subscription(SUB, "Practice Production"),
            "rg-orders",
            false,
            "hushed-pg",
            "eastus",
            "17",
            "",
            Plan.Authentication.passwords("pgadmin", new Secret(password))),
        Plan.Configuration.PRODUCTION,
        Plan.Networking.open(true, false, List.of()),
        DataEncryption.serviceManaged(),
        new TreeMap<>());
  }

  @Test
  void noPrivateKeyIsWrittenDown() throws Exception {
    KeyStore vault =
        cloud
            .newVaults()
            .get(new ResourceId(SUB, "rg-security", ResourceId.VAULT, "kv-orders-eastus"));
    cloud.keyStores().importKey(vault, "brought-kek", material(), false);
    Entry entry = newest();
    assertThat(entry.deed().target())
        .isEqualTo("https://kv-orders-eastus.vault.azure.net/keys/brought-kek");
    assertThat(entry.wanted()).containsOnlyKeys("name", "hardware");
    assertThat(entry.after()).containsEntry("kty", "RSA").containsEntry("enabled", "true");
    assertThat(changes.path()).content().hasSizeLessThan(4000);
  }

  private static RsaMaterial material() throws Exception {
    try (var in = KeyFiles.class.getResourceAsStream("plain.pem")) {
      return (RsaMaterial) KeyFiles.read(in.readAllBytes(), Passphrase.none(), Optional.empty());
    }
  }
}
