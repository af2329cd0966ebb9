package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.encryption.Inspector.Call;
import dev.wrapkey.encryption.Inspector.Content;
import dev.wrapkey.encryption.Inspector.LastRotation;
import dev.wrapkey.encryption.Inspector.Storage;
import dev.wrapkey.simulator.Practice.Answer;
import dev.wrapkey.simulator.world.Connection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changing the key of a server: the data key is wrapped anew, the pages are not touched. */
class ChangeKeyTest {

  private static final String SERVER = Orders.id("orders-pg");

  @TempDir Path folder;
  private Practice practice;
  private Orders orders;

  @BeforeEach
  void open() throws StateInUse {
    practice = new Practice(folder);
    orders = new Orders(practice);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private Answer patch(String server, String key, String identity) {
    return practice.send("PATCH", Orders.url(server), Orders.change(key, identity));
  }

  private Storage storage() {
    return practice.cloud.inspector().look(SERVER).orElseThrow();
  }

  @Test
  void CMK_43_aRotationWrapsTheDataKeyAnewAndRewritesNoPage() {
    Storage before = storage();
    byte[] pageBefore = practice.cloud.inspector().page(SERVER, 5).orElseThrow().plain();
    String fresh = practice.keys("kv-orders-eastus").rotateKey("orders-kek").getId();

    Answer end = orders.outcome(patch("orders-pg", fresh, "id-orders-eastus"));

    assertThat(end.json().path("status").asText()).isEqualTo("Succeeded");
    Storage after = storage();
    assertThat(after.wrapped().keyVersion())
        .isEqualTo(fresh)
        .isNotEqualTo(before.wrapped().keyVersion());
    assertThat(after.wrapped().bytes()).isNotEqualTo(before.wrapped().bytes());
    assertThat(after.digest()).isEqualTo(before.digest());
    assertThat(after.rotations()).isEqualTo(before.rotations() + 1);
    assertThat(after.pagesRewritten()).isZero();
    assertThat(practice.cloud.inspector().page(SERVER, 5).orElseThrow().plain())
        .isEqualTo(pageBefore);
    assertThat(
            practice
                .get(Orders.url("orders-pg"))
                .json()
                .at("/properties/dataEncryption/primaryKeyURI")
                .asText())
        .isEqualTo(fresh);
    assertThat(after.calls().stream().map(Call::operation)).contains("wrapKey", "unwrapKey");
  }

  @Test
  void aRotationRewrapsEveryVolumeAndTellsWhatItTook() {
    practice.cloud.connect(new Connection.Attempt("orders-pg", "", "", "", ""));
    assertThat(storage().volumes())
        .extracting(Content::kind)
        .startsWith("data")
        .contains("log", "temp", "wal")
        .anyMatch(kind -> kind.startsWith("backup-"));
    assertThat(storage().rotation()).isEmpty();
    long keys = storage().volumes().stream().mapToLong(v -> v.facts().keys().size()).sum();
    String fresh = practice.keys("kv-orders-eastus").rotateKey("orders-kek").getId();

    orders.outcome(patch("orders-pg", fresh, "id-orders-eastus"));

    assertThat(storage().volumes())
        .flatExtracting(volume -> volume.facts().keys())
        .allSatisfy(
            key -> {
              assertThat(key.wrapped().keyVersion()).isEqualTo(fresh);
              assertThat(key.wrappedAt())
                  .isBetween(practice.time.now().minusSeconds(120), practice.time.now());
            });
    LastRotation done = storage().rotation().orElseThrow();
    assertThat(done.keysRewrapped()).isEqualTo((int) keys);
    assertThat(done.keyOperations()).isEqualTo(3 * (int) keys);
    assertThat(done.volumes()).isEqualTo(storage().volumes().size());
    assertThat(done.pagesRewritten()).isZero();
    assertThat(done.toKeyVersion()).isEqualTo(fresh);
    assertThat(
            practice.cloud.connect(new Connection.Attempt("orders-pg", "", "", "", "")).accepted())
        .isTrue();
  }

  @Test
  void everyVolumeCanBeLookedInto() {
    practice.cloud.connect(new Connection.Attempt("orders-pg", "", "", "", ""));
    assertThat(
            new String(
                practice.cloud.inspector().page(SERVER, "log", 0).orElseThrow().plain(),
                StandardCharsets.UTF_8))
        .contains("database system is ready to accept connections");
    assertThat(practice.cloud.inspector().page(SERVER, "log", 1)).isEmpty();
    assertThat(practice.cloud.inspector().page(SERVER, "../data", 0)).isEmpty();
  }

  @Test
  void anotherKeyOfAnotherVaultIsTakenToo() {
    String key = practice.keys("kv-orders-eastus").getKey("ledger-kek").getId();
    Answer end = orders.outcome(patch("orders-pg", key, "id-orders-eastus"));
    assertThat(end.json().path("status").asText()).isEqualTo("Succeeded");
    assertThat(storage().wrapped().keyVersion()).isEqualTo(key);
  }

  @Test
  void anIdentityWithoutRightsChangesNothingButIsAttached() {
    Storage before = storage();
    String key = practice.keys("kv-orders-eastus").getKey("orders-kek").getId();

    Answer end = orders.outcome(patch("orders-pg", key, "id-newcomer-eastus"));

    assertThat(end.json().path("status").asText()).isEqualTo("Failed");
    assertThat(end.code()).isEqualTo("AzureKeyVaultKeyNameNotFound");
    assertThat(storage().wrapped()).isEqualTo(before.wrapped());
    var server = practice.get(Orders.url("orders-pg")).json();
    assertThat(server.at("/properties/dataEncryption/primaryUserAssignedIdentityId").asText())
        .endsWith("id-orders-eastus");
    assertThat(server.at("/properties/state").asText()).isEqualTo("Ready");
    assertThat(server.at("/identity/userAssignedIdentities").properties()).hasSize(2);
  }

  @Test
  void aServiceManagedServerStaysServiceManaged() {
    Answer end =
        orders.outcome(
            patch("ledger-pg", Orders.key("kv-orders-eastus", "ledger-kek"), "id-orders-eastus"));
    assertThat(end.json().path("status").asText()).isEqualTo("Failed");
    assertThat(
            practice
                .get(Orders.url("ledger-pg"))
                .json()
                .at("/properties/dataEncryption/type")
                .asText())
        .isEqualTo("SystemManaged");
  }

  /** Recorded: a second change while the first one runs is accepted and fails. */
  @Test
  void aBusyServerFailsTheSecondChange() {
    String key = practice.keys("kv-orders-eastus").getKey("orders-kek").getId();
    assertThat(patch("orders-pg", key, "id-orders-eastus").status()).isEqualTo(202);
    assertThat(practice.get(Orders.url("orders-pg")).json().at("/properties/state").asText())
        .isEqualTo("Updating");
    assertThat(orders.outcome(patch("orders-pg", key, "id-orders-eastus")).code())
        .isEqualTo("ServerIsBusy");
  }

  @Test
  void aDisabledKeyTurnsTheKeyStatusInvalid() {
    String uri = storage().wrapped().keyVersion();
    String status = "/properties/dataEncryption/primaryEncryptionKeyStatus";
    assertThat(practice.get(Orders.url("orders-pg")).json().at(status).asText()).isEqualTo("Valid");
    practice.send("PATCH", uri + "?api-version=7.4", "{\"attributes\": {\"enabled\": false}}");
    practice.time.jump(Duration.ofHours(1));
    assertThat(practice.get(Orders.url("orders-pg")).json().at(status).asText())
        .isEqualTo("Invalid");
    assertThat(practice.cloud.inspector().page(SERVER, 0)).isEmpty();
  }

  @Test
  void aDeletedServerTakesItsStorageWithIt() {
    Path data = Path.of(storage().file());
    Answer accepted = practice.send("DELETE", Orders.url("orders-pg"), "");
    assertThat(accepted.json().path("operation").asText())
        .isEqualTo("DropServerManagementOperation");
    assertThat(accepted.header("Azure-AsyncOperation")).contains("/locations/East%20US/");
    assertThat(data).exists();
    assertThat(orders.outcome(accepted).json().path("status").asText()).isEqualTo("Succeeded");
    assertThat(practice.get(accepted.header("Location")).status()).isEqualTo(200);
    assertThat(practice.get(Orders.url("orders-pg")).code()).isEqualTo("ResourceNotFound");
    assertThat(practice.send("DELETE", Orders.url("orders-pg"), "").status()).isEqualTo(204);
    orders.create("next-pg", Orders.plain());
    assertThat(Files.exists(data)).isFalse();
  }
}
