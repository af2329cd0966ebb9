package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.Authentication.Method;
import dev.wrapkey.provisioning.Plan.HighAvailability.Mode;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Setup;
import dev.wrapkey.provisioning.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the wizard decides, in the words of the published API; and back. */
class AzureServerShapeTest {

  private static final String SUB = "facade00-0000-4000-a000-0000000000a1";
  private static final ResourceId SERVER = ResourceId.server(SUB, "rg-orders", "orders-pg");
  private static final KeyIdentifier KEY =
      KeyIdentifier.of("https://kv-orders-eastus.vault.azure.net/keys/kek");
  private static final KeyIdentifier GEO_KEY =
      KeyIdentifier.of(
          "https://kv-orders-westus.vault.azure.net/keys/kek/0123456789abcdef0123456789abcdef");
  private static final ResourceId IDENTITY =
      new ResourceId(SUB, "rg-orders", ResourceId.IDENTITY, "id-east");
  private static final ResourceId GEO_IDENTITY =
      new ResourceId(SUB, "rg-orders", ResourceId.IDENTITY, "id-west");
  private static final String SUBNET =
      "/subscriptions/"
          + SUB
          + "/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/vnet/subnets/pg";
  private static final String ZONE =
      "/subscriptions/"
          + SUB
          + "/resourceGroups/rg-net/providers/Microsoft.Network/privateDnsZones/x.postgres.database.azure.com";

  private final Wire wire = new Wire();
  private final ObjectMapper json = new ObjectMapper();

  private static Plan plan(Plan.Authentication authentication) {
    return Plan.blank()
        .withBasics(
            new Plan.Basics(
                new Subscription(SUB, "Practice Production"),
                "rg-orders",
                false,
                "orders-pg",
                "eastus",
                "17",
                "2",
                authentication))
        .withTags(new TreeMap<>(Map.of("team", "orders")));
  }

  private JsonNode asked(Plan plan) throws Exception {
    wire.then(201, "{\"id\":\"" + SERVER + "\"}");
    wire.cloud().servers().create(plan);
    return json.readTree(wire.asked.getLast().body());
  }

  @Test
  void everyChoiceOfComputeStorageAvailabilityAndBackupIsSent() throws Exception {
    JsonNode body =
        asked(
            plan(Plan.Authentication.passwords("pgadmin", new Secret("Canary-4711-x")))
                .withConfiguration(
                    new Plan.Configuration(
                        new Plan.Compute("MemoryOptimized", "Standard_E4ads_v5", 4, 32),
                        new Plan.Storage(Plan.Storage.PREMIUM, 512, "P30", 5000, 0, true),
                        new Plan.HighAvailability(Mode.ZONE_REDUNDANT, "3"),
                        new Plan.Backup(21, true))));

    assertThat(body.path("sku"))
        .isEqualTo(json.readTree("{\"name\":\"Standard_E4ads_v5\",\"tier\":\"MemoryOptimized\"}"));
    JsonNode properties = body.path("properties");
    assertThat(properties.path("storage"))
        .isEqualTo(
            json.readTree(
                "{\"storageSizeGB\":512,\"autoGrow\":\"Enabled\",\"tier\":\"P30\",\"type\":\"Premium_LRS\"}"));
    assertThat(properties.path("highAvailability"))
        .isEqualTo(json.readTree("{\"mode\":\"ZoneRedundant\",\"standbyAvailabilityZone\":\"3\"}"));
    assertThat(properties.path("backup"))
        .isEqualTo(
            json.readTree("{\"backupRetentionDays\":21,\"geoRedundantBackup\":\"Enabled\"}"));
    assertThat(properties.path("availabilityZone").asText()).isEqualTo("2");
    assertThat(body.path("tags")).isEqualTo(json.readTree("{\"team\":\"orders\"}"));
  }

  @Test
  void premiumSsdV2HasNoTierButWhatWasBought() throws Exception {
    Plan plan = plan(Plan.Authentication.passwords("pgadmin", new Secret("Canary-4711-x")));
    JsonNode storage =
        asked(
                plan.withConfiguration(
                    plan.configuration()
                        .withStorage(
                            new Plan.Storage(Plan.Storage.PREMIUM_V2, 100, "", 4000, 200, false))))
            .path("properties")
            .path("storage");
    assertThat(storage)
        .isEqualTo(
            json.readTree(
                "{\"storageSizeGB\":100,\"autoGrow\":\"Disabled\",\"iops\":4000,\"throughput\":200,\"type\":\"PremiumV2_LRS\"}"));
  }

  @Test
  void withEntraOnlyNoLoginAndNoPasswordAreSent() throws Exception {
    JsonNode properties =
        asked(plan(new Plan.Authentication(Method.ENTRA, "", Secret.EMPTY, List.of())))
            .path("properties");
    assertThat(properties.path("authConfig").path("activeDirectoryAuth").asText())
        .isEqualTo("Enabled");
    assertThat(properties.path("authConfig").path("passwordAuth").asText()).isEqualTo("Disabled");
    assertThat(properties.has("administratorLogin")).isFalse();
    assertThat(properties.has("administratorLoginPassword")).isFalse();
  }

  @Test
  void aSecondKeyGoesWithASecondIdentity() throws Exception {
    Plan plan = plan(Plan.Authentication.passwords("pgadmin", new Secret("Canary-4711-x")));
    JsonNode body =
        asked(
            plan.withEncryption(
                DataEncryption.customerManaged(KEY, IDENTITY)
                    .withGeo(
                        Optional.of(new GeoEncryption(GEO_KEY, GEO_IDENTITY, Optional.empty())))));
    assertThat(body.path("properties").path("dataEncryption"))
        .isEqualTo(
            json.readTree(
                """
                {"type":"AzureKeyVault","primaryKeyURI":"%s","primaryUserAssignedIdentityId":"%s",
                 "geoBackupKeyURI":"%s","geoBackupUserAssignedIdentityId":"%s"}\
                """
                    .formatted(KEY, IDENTITY, GEO_KEY, GEO_IDENTITY)));
    assertThat(body.path("identity").path("userAssignedIdentities").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(IDENTITY.toString(), GEO_IDENTITY.toString());
  }

  @Test
  void privateAccessNamesSubnetAndZone() throws Exception {
    Plan plan = plan(Plan.Authentication.passwords("pgadmin", new Secret("Canary-4711-x")));
    JsonNode network =
        asked(
                plan.withNetworking(
                    Plan.Networking.closed(
                        new Plan.PrivateAccess(ResourceId.of(SUBNET), ResourceId.of(ZONE), true))))
            .path("properties")
            .path("network");
    assertThat(network)
        .isEqualTo(
            json.readTree(
                """
                {"publicNetworkAccess":"Disabled","delegatedSubnetResourceId":"%s","privateDnsZoneArmResourceId":"%s"}\
                """
                    .formatted(SUBNET, ZONE)));
  }

  @Test
  void aServerTellsHowItIsSetUp() {
    wire.then(
        200,
        """
        {"id":"%s","location":"East US","tags":{"team":"orders"},
         "sku":{"name":"Standard_D4ds_v5","tier":"GeneralPurpose"},
         "systemData":{"createdAt":"2026-03-01T12:00:00Z"},
         "properties":{"state":"Ready","availabilityZone":"1","replicationRole":"AsyncReplica",
          "sourceServerResourceId":"%s",
          "authConfig":{"activeDirectoryAuth":"Enabled","passwordAuth":"Enabled"},
          "storage":{"storageSizeGB":256,"autoGrow":"Enabled","tier":"P15","iops":1100,"type":""},
          "highAvailability":{"mode":"SameZone","state":"Healthy","standbyAvailabilityZone":"1"},
          "backup":{"backupRetentionDays":14,"geoRedundantBackup":"Enabled","earliestRestoreDate":"2026-03-01T12:05:00Z"},
          "network":{"publicNetworkAccess":"Disabled","delegatedSubnetResourceId":"%s","privateDnsZoneArmResourceId":"%s"},
          "dataEncryption":{"type":"AzureKeyVault","primaryKeyURI":"%s","primaryUserAssignedIdentityId":"%s",
           "primaryEncryptionKeyStatus":"Valid","geoBackupKeyURI":"%s","geoBackupUserAssignedIdentityId":"%s",
           "geoBackupEncryptionKeyStatus":"Invalid"}}}
        """
            .formatted(SERVER, SERVER, SUBNET, ZONE, KEY, IDENTITY, GEO_KEY, GEO_IDENTITY));

    Server server = wire.cloud().servers().get(SERVER);

    assertThat(server.encryption())
        .isEqualTo(
            DataEncryption.customerManaged(KEY, IDENTITY)
                .withStatus("Valid")
                .withGeo(
                    Optional.of(new GeoEncryption(GEO_KEY, GEO_IDENTITY, Optional.of("Invalid")))));
    Setup setup = server.setup();
    assertThat(setup.availabilityZone()).isEqualTo("1");
    assertThat(setup.highAvailability()).isEqualTo(new Plan.HighAvailability(Mode.SAME_ZONE, "1"));
    assertThat(setup.backup())
        .isEqualTo(
            new Setup.Backups(
                new Plan.Backup(14, true), Optional.of(Instant.parse("2026-03-01T12:05:00Z"))));
    assertThat(setup.network().isPrivate()).isTrue();
    assertThat(setup.network().publicAccess()).isFalse();
    assertThat(setup.network().zone()).contains(ResourceId.of(ZONE));
    assertThat(setup.authentication()).isEqualTo(Method.BOTH);
    assertThat(setup.replication().isReplica()).isTrue();
    assertThat(setup.replication().source()).contains(SERVER);
    assertThat(setup.tags()).containsExactly(Map.entry("team", "orders"));
    assertThat(setup.created()).contains(Instant.parse("2026-03-01T12:00:00Z"));
    assertThat(setup.storage().autoGrow()).isTrue();
    assertThat(setup.storage().performanceTier()).isEqualTo("P15");
  }
}
