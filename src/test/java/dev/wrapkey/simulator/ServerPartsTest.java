package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.resourcemanager.postgresqlflexibleserver.PostgreSqlManager;
import dev.wrapkey.simulator.Practice.Answer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is within and around a server, as Microsoft's client and raw requests see it. */
class ServerPartsTest {

  private static final String V2022 = "?api-version=2022-12-01";

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

  private static String ledger(String more) {
    return Practice.ARM + Orders.id("ledger-pg") + more + V2022;
  }

  private String state() {
    return practice.get(ledger("")).json().at("/properties/state").asText();
  }

  private String patch(String body) {
    Answer accepted = practice.send("PATCH", ledger(""), body);
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
    return orders.outcome(accepted).body();
  }

  @Test
  void microsoftsClientListsDatabasesParametersBackupsAndCapabilities() {
    PostgreSqlManager manager = practice.postgres(Practice.PRODUCTION);
    assertThat(manager.databases().listByServer("rg-orders", "ledger-pg"))
        .extracting(d -> d.name())
        .contains("postgres", "azure_maintenance");
    assertThat(manager.configurations().listByServer("rg-orders", "ledger-pg"))
        .extracting(c -> c.name())
        .contains("max_connections", "pgaudit.log");
    assertThat(manager.replicas().listByServer("rg-orders", "ledger-pg")).isEmpty();
    practice.time.jump(Duration.ofHours(1));
    assertThat(practice.get(ledger("/backups")).json().at("/value/0/properties/source").asText())
        .isEqualTo("Automatic");
  }

  /** Recorded 2022-12-01, test_postgres_flexible_server_mgmt. */
  @Test
  void aStoppedServerIsStartedAgainAndChangesNothingMeanwhile() {
    Answer stop = practice.send("POST", ledger("/stop"), "");
    assertThat(stop.json().path("operation").asText()).isEqualTo("StopServerManagementOperation");
    assertThat(state()).isEqualTo("Stopping");
    orders.outcome(stop);
    assertThat(state()).isEqualTo("Stopped");
    assertThat(practice.get(stop.header("Location")).json().path("type").asText())
        .isEqualTo("PostgreSQL");
    assertThat(patch("{\"tags\": {\"a\": \"b\"}}")).contains("ServerIsBusy");

    orders.outcome(practice.send("POST", ledger("/start"), ""));
    assertThat(state()).isEqualTo("Ready");
  }

  @Test
  void sizeStorageAndSettingsChangeTogether() {
    assertThat(
            patch(
                """
                {"sku": {"name": "Standard_D4ds_v5", "tier": "GeneralPurpose"}, "properties": {
                 "storage": {"storageSizeGB": 1024}, "backup": {"backupRetentionDays": 17},
                 "maintenanceWindow": {"customWindow": "Enabled", "dayOfWeek": 5, "startHour": 3, "startMinute": 0},
                 "highAvailability": {"mode": "ZoneRedundant"},
                 "authConfig": {"activeDirectoryAuth": "Enabled", "passwordAuth": "Enabled"}}}\
                """))
        .contains("Succeeded");
    var properties = practice.get(ledger("")).json().path("properties");
    assertThat(properties.at("/storage/storageSizeGB").asInt()).isEqualTo(1024);
    assertThat(properties.at("/backup/backupRetentionDays").asInt()).isEqualTo(17);
    assertThat(properties.at("/maintenanceWindow/dayOfWeek").asInt()).isEqualTo(5);
    assertThat(properties.at("/highAvailability/state").asText()).isEqualTo("Healthy");
    assertThat(properties.at("/authConfig/tenantId").asText()).isEqualTo(PracticeCloud.TENANT);
  }

  @Test
  void storageNeverShrinks() {
    Answer answer =
        practice.send(
            "PATCH", ledger(""), "{\"properties\": {\"storage\": {\"storageSizeGB\": 32}}}");
    assertThat(answer.status()).isEqualTo(400);
  }

  /** The service's own spelling (recorded). */
  @Test
  void aBurstableServerGetsNoStandbyAndHearsItLate() {
    assertThat(
            patch(
                """
                {"sku": {"name": "Standard_B2s", "tier": "Burstable"},
                 "properties": {"highAvailability": {"mode": "ZoneRedundant"}}}\
                """))
        .contains("High availiability not supported for burstable server [ledger-pg].");
    assertThat(practice.get(ledger("")).json().at("/sku/tier").asText())
        .isEqualTo("MemoryOptimized");
  }

  /** Fields appear and vanish by version, as recorded. */
  @Test
  void laterVersionsShowReplicaAndStorageTierInsteadOfStorageAutoGrowth() {
    var old = practice.get(ledger("")).json().path("properties");
    assertThat(old.has("storageAutoGrowth")).isTrue();
    assertThat(old.has("replica")).isFalse();
    var later =
        practice
            .get(Practice.ARM + Orders.id("ledger-pg") + "?api-version=2024-11-01-preview")
            .json()
            .path("properties");
    assertThat(later.at("/replica/role").asText()).isEqualTo("Primary");
    assertThat(later.at("/storage/tier").asText()).isEqualTo("P20");
    assertThat(later.path("privateEndpointConnections").isArray()).isTrue();
    assertThat(later.has("storageAutoGrowth")).isFalse();
  }

  @Test
  void aParameterKeepsWhatItWasSetToAndRefusesWhatItMayNotBe() {
    String parameter = ledger("/configurations/lock_timeout");
    Answer set =
        practice.send(
            "PATCH",
            parameter,
            "{\"properties\": {\"value\": \"2000\", \"source\": \"user-override\"}}");
    orders.outcome(set);
    assertThat(practice.get(parameter).json().at("/properties/value").asText()).isEqualTo("2000");
    assertThat(practice.get(parameter).json().at("/properties/source").asText())
        .isEqualTo("user-override");
    assertThat(practice.send("PUT", parameter, "{\"properties\": {\"value\": \"soon\"}}").status())
        .isEqualTo(400);
  }

  @Test
  void aDatabaseAppearsAndGoesWithItsOperation() {
    String database = ledger("/databases/shop");
    orders.outcome(practice.send("PUT", database, "{\"properties\": {\"charset\": \"utf8\"}}"));
    assertThat(practice.get(database).json().at("/properties/charset").asText()).isEqualTo("UTF8");
    orders.outcome(practice.send("DELETE", database, ""));
    assertThat(practice.get(database).code()).isEqualTo("ResourceNotFound");
  }
}
