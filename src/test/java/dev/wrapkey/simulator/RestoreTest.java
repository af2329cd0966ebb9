package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.encryption.Inspector.Page;
import dev.wrapkey.simulator.Practice.Answer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers made from other servers: real pages, decrypted and sealed anew. */
class RestoreTest {

  private static final String GEO =
      """
      {"location": "eastus", "sku": {"name": "Standard_D2ads_v5", "tier": "GeneralPurpose"},
       "identity": {"type": "UserAssigned", "userAssignedIdentities": {"%1$s": {}, "%2$s": {}}},
       "properties": {"administratorLogin": "wrapadmin", "administratorLoginPassword": "%5$s", "version": "17",
         "backup": {"geoRedundantBackup": "%6$s"},
         "dataEncryption": {"type": "AzureKeyVault", "primaryKeyURI": "%3$s", "primaryUserAssignedIdentityId": "%1$s"
           %4$s}}}\
      """;

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

  private static String from(String source, String mode, String region, String more) {
    return """
    {"location": "%s", %s "properties": {"createMode": "%s", "sourceServerResourceId": "%s" %s}}\
    """
        .formatted(region, "", mode, Orders.id(source), more);
  }

  private Page page(String server) {
    return practice.cloud.inspector().page(Orders.id(server), 0).orElseThrow();
  }

  private String ordersKey() {
    return practice
        .cloud
        .inspector()
        .look(Orders.id("orders-pg"))
        .orElseThrow()
        .wrapped()
        .keyVersion();
  }

  private String status(Answer outcome) {
    return outcome.json().path("status").asText();
  }

  @Test
  void aReplicaOfACustomerManagedServerHoldsItsPagesUnderADataKeyOfItsOwn() {
    Answer accepted = orders.put("orders-rep", from("orders-pg", "Replica", "eastus", ""));
    assertThat(accepted.json().path("operation").asText())
        .isEqualTo("CreateReadReplicaManagementOperation");
    assertThat(status(orders.outcome(accepted))).isEqualTo("Succeeded");

    assertThat(page("orders-rep").plain()).isEqualTo(page("orders-pg").plain());
    assertThat(page("orders-rep").stored()).isNotEqualTo(page("orders-pg").stored());
    Answer replica = practice.get(Orders.url("orders-rep"));
    assertThat(replica.json().at("/properties/replicationRole").asText()).isEqualTo("AsyncReplica");
    assertThat(replica.json().at("/properties/sourceServerResourceId").asText())
        .isEqualTo(Orders.id("orders-pg"));
    Answer list =
        practice.get(
            Practice.ARM + Orders.id("orders-pg") + "/replicas?api-version=" + Practice.PG);
    assertThat(list.json().path("value")).hasSize(1);
  }

  @Test
  void aServiceManagedServerIsRestoredUnderACustomersKey() {
    String body =
        from(
                "ledger-pg",
                "PointInTimeRestore",
                "eastus",
                ", \"pointInTimeUTC\": \"2026-03-02T08:00:00Z\"")
            .replace(
                "\"properties\": {",
                Orders.change(ordersKey(), "id-orders-eastus").replaceAll("^\\{|\\}\\}$", "")
                    + ", ");
    assertThat(status(orders.create("ledger-back", body))).isEqualTo("Succeeded");
    assertThat(page("ledger-back").plain()).isEqualTo(page("ledger-pg").plain());
    assertThat(
            practice
                .cloud
                .inspector()
                .look(Orders.id("ledger-back"))
                .orElseThrow()
                .wrapped()
                .keyVersion())
        .isEqualTo(ordersKey());
  }

  @Test
  void aRestoreNeedsTheKeyOfItsSource() {
    practice.send(
        "PATCH", ordersKey() + "?api-version=7.4", "{\"attributes\": {\"enabled\": false}}");
    Answer outcome =
        orders.create("orders-back", from("orders-pg", "PointInTimeRestore", "eastus", ""));
    assertThat(status(outcome)).isEqualTo("Failed");
    assertThat(outcome.code()).isEqualTo("AzureKeyVaultKeyDisabled");
    assertThat(practice.get(Orders.url("orders-back")).status()).isEqualTo(404);
  }

  private static String geoServer(String geoPart, String geoBackup) {
    return GEO.formatted(
        Orders.identity("id-orders-eastus"),
        Orders.identity("id-orders-westus"),
        Orders.key("kv-orders-eastus", "orders-kek"),
        geoPart,
        Orders.PASSWORD,
        geoBackup);
  }

  private static String geoKey(String identity) {
    return ", \"geoBackupKeyURI\": \"%s\", \"geoBackupUserAssignedIdentityId\": \"%s\""
        .formatted(Orders.key("kv-orders-westus", "orders-west-kek"), Orders.identity(identity));
  }

  @Test
  void aGeoRestoreReadsTheCopyUnderTheSecondKey() {
    assertThat(status(orders.create("geo-pg", geoServer(geoKey("id-orders-westus"), "Enabled"))))
        .isEqualTo("Succeeded");
    String restore = from("geo-pg", "GeoRestore", "westus", "");
    assertThat(orders.put("geo-back", restore).code()).isEqualTo("GeoBackupsNotAvailable");

    practice.time.jump(Duration.ofHours(1));
    practice.send(
        "PATCH",
        practice.cloud.inspector().look(Orders.id("geo-pg")).orElseThrow().wrapped().keyVersion()
            + "?api-version=7.4",
        "{\"attributes\": {\"enabled\": false}}");
    assertThat(status(orders.create("geo-back", restore))).isEqualTo("Succeeded");
    assertThat(new String(page("geo-back").plain(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("geo-pg order");
  }

  /** CMK-22, CMK-27, CMK-28. */
  @Test
  void geoRedundantBackupWithACustomersKeyNeedsASecondKeyAndAnotherIdentity() {
    assertThat(orders.put("geo-pg", geoServer("", "Enabled")).body())
        .contains("CMKInvalidEncryptionParameters")
        .contains("Geo-Backup Encryption user assigned identity and key is required");
    assertThat(orders.put("geo-pg", geoServer(geoKey("id-orders-westus"), "Disabled")).body())
        .contains("Geo-redundant backup is not enabled");
    assertThat(orders.put("geo-pg", geoServer(geoKey("id-orders-eastus"), "Enabled")).body())
        .contains("cannot be the same");
  }

  @Test
  void aPromotedReplicaStandsAlone() {
    orders.create("orders-rep", from("orders-pg", "Replica", "eastus", ""));
    Answer accepted =
        practice.send(
            "PATCH", Orders.url("orders-rep"), "{\"properties\": {\"replicationRole\": \"None\"}}");
    assertThat(accepted.json().path("operation").asText())
        .isEqualTo("PromoteReadReplicaManagementOperation");
    assertThat(status(orders.outcome(accepted))).isEqualTo("Succeeded");
    assertThat(
            practice
                .get(Orders.url("orders-rep"))
                .json()
                .at("/properties/replicationRole")
                .asText())
        .isEqualTo("Primary");
  }
}
