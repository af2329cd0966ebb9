package dev.wrapkey.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Setup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CopyCheckTest {

  private static final Instant MADE = Instant.parse("2026-03-02T08:00:00Z");

  private static Server server(String state, boolean geo, Plan.Storage storage) {
    Setup blank = Setup.unknown();
    Setup setup =
        new Setup(
            "",
            storage,
            blank.highAvailability(),
            new Setup.Backups(new Plan.Backup(7, geo), Optional.empty()),
            blank.network(),
            blank.authentication(),
            blank.replication(),
            blank.tags(),
            Optional.of(MADE));
    return new Server(
        ResourceId.server("s", "rg", "orders-pg"),
        "eastus",
        state,
        new Server.Summary("17", "", "pgadmin", "Standard_D2ads_v5", 128),
        List.of(),
        DataEncryption.serviceManaged(),
        setup);
  }

  private static Server server(String state, boolean geo) {
    return server(state, geo, Plan.Storage.premium(128, "P10", 500));
  }

  private static String message(Optional<Finding> finding) {
    return finding.map(Finding::message).orElse("");
  }

  @Test
  void SRC_1_onlyAReadyServerIsCopied() {
    assertThat(CopyCheck.state(server("Ready", false))).isEmpty();
    assertThat(message(CopyCheck.state(server("Stopped", false)))).contains("Start it first");
    assertThat(message(CopyCheck.state(server("Updating", false)))).contains("is Updating");
  }

  @Test
  void RST_5_theFirstGeoBackupIsThereAnHourAfterTheServerWasMade() {
    Server geo = server("Ready", true);
    assertThat(message(CopyCheck.geoBackup(geo, MADE.plus(Duration.ofMinutes(59)))))
        .startsWith(
            "Unable to geo-restore server orders-pg as its geo-backups aren't available yet.")
        .contains("2026-03-02 09:00 UTC");
    assertThat(CopyCheck.geoBackup(geo, MADE.plus(Duration.ofMinutes(60)))).isEmpty();
    assertThat(message(CopyCheck.geoBackup(server("Ready", false), MADE)))
        .contains("no geo-redundant backup");
  }

  @Test
  void REP_1_fiveReplicasAreTheMost() {
    assertThat(CopyCheck.replicas(server("Ready", false), 4)).isEmpty();
    assertThat(message(CopyCheck.replicas(server("Ready", false), 5))).contains("Azure allows 5");
  }

  @Test
  void REP_2_neitherBurstableNorPremiumV2() {
    assertThat(CopyCheck.size(server("Ready", false), "GeneralPurpose")).isEmpty();
    assertThat(message(CopyCheck.size(server("Ready", false), "Burstable")))
        .startsWith("Read replica is not supported for the Burstable pricing tier.");
    Plan.Storage v2 = new Plan.Storage(Plan.Storage.PREMIUM_V2, 128, "", 3000, 125, false);
    assertThat(message(CopyCheck.size(server("Ready", false, v2), "GeneralPurpose")))
        .contains("Premium SSD v2");
    assertThat(CopyCheck.source(server("Ready", false, v2), "Burstable", Origin.Mode.GEO))
        .as("restores are free of it")
        .isEmpty();
  }
}
