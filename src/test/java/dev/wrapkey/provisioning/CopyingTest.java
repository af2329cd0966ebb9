package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CopyingTest {

  private static final ResourceId SUBNET =
      new ResourceId(Stage.SUB.id(), "rg-net", ResourceId.SUBNET, "hall/db");
  private static final ResourceId ZONE =
      new ResourceId(
          Stage.SUB.id(), "rg-net", ResourceId.PRIVATE_ZONE, "orders.private.postgres.com");
  private static final Plan.Compute D2 =
      new Plan.Compute("GeneralPurpose", "Standard_D2ads_v5", 2, 8);

  private static Server server(Setup.Network network) {
    Setup blank = Setup.unknown();
    Setup setup =
        new Setup(
            "1",
            Plan.Storage.premium(128, "P10", 500),
            new Plan.HighAvailability(Plan.HighAvailability.Mode.ZONE_REDUNDANT, "2"),
            new Setup.Backups(new Plan.Backup(14, true), Optional.empty()),
            network,
            Plan.Authentication.Method.BOTH,
            blank.replication(),
            blank.tags(),
            blank.created());
    return new Server(
        ResourceId.server(Stage.SUB.id(), "rg", "orders-pg"),
        "eastus",
        "Ready",
        new Server.Summary("16", "", "pgadmin", D2.sku(), 128),
        List.of(),
        DataEncryption.serviceManaged(),
        setup);
  }

  private static Plan copy(Setup.Network network, Origin.Mode mode, String region) {
    Server source = server(network);
    return Copying.of(source, Stage.SUB, D2, Origin.latest(source, mode), region);
  }

  private static Setup.Network hidden() {
    return new Setup.Network(false, Optional.of(SUBNET), Optional.of(ZONE));
  }

  private static Setup.Network open(boolean internet) {
    return new Setup.Network(internet, Optional.empty(), Optional.empty());
  }

  @Test
  void RST_4_aPrivateServerIsRestoredIntoItsOwnNetworkFirst() {
    Plan plan = copy(hidden(), Origin.Mode.POINT_IN_TIME, "eastus");
    assertThat(plan.networking())
        .isEqualTo(Plan.Networking.closed(new Plan.PrivateAccess(SUBNET, ZONE, false)));
  }

  @Test
  void RST_4_inTheOtherRegionItStaysPrivateAndNeedsANetworkOfThatRegion() {
    Plan plan = copy(hidden(), Origin.Mode.GEO, "westus");
    assertThat(plan.networking().method()).isEqualTo(Plan.Networking.Method.PRIVATE);
    assertThat(plan.networking().privateAccess()).isEmpty();
  }

  @Test
  void RST_4_aPublicServerStaysPublicAndOffIfItWasOff() {
    Plan plan = copy(open(false), Origin.Mode.POINT_IN_TIME, "eastus");
    assertThat(plan.networking()).isEqualTo(Plan.Networking.open(false, false, List.of()));
    assertThat(copy(open(true), Origin.Mode.REPLICA, "westus").networking().publicAccess())
        .isTrue();
  }

  @Test
  void RST_7_RST_9_REP_3_standbyNeverAndGeoBackupOnlyWithARestoreInTheRegion() {
    for (Origin.Mode mode : Origin.Mode.values()) {
      Plan plan = copy(open(true), mode, "eastus");
      assertThat(plan.configuration().highAvailability().isOn()).isFalse();
      assertThat(plan.configuration().backup())
          .isEqualTo(new Plan.Backup(14, mode == Origin.Mode.POINT_IN_TIME));
    }
  }

  @Test
  void RST_10_loginMethodAndVersionAreTakenOverAndThereIsNoPassword() {
    Plan plan = copy(open(true), Origin.Mode.POINT_IN_TIME, "eastus");
    assertThat(plan.basics().authentication())
        .isEqualTo(
            new Plan.Authentication(
                Plan.Authentication.Method.BOTH, "pgadmin", Secret.EMPTY, List.of()));
    assertThat(plan.basics().version()).isEqualTo("16");
    assertThat(plan.takesPassword()).isFalse();
  }
}
