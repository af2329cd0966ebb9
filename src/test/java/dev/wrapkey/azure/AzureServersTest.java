package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AzureServersTest {

  private static final String SUB = "facade00-0000-4000-a000-0000000000a1";
  private static final ResourceId SERVER = ResourceId.server(SUB, "rg-orders", "orders-pg");
  private static final KeyIdentifier KEY =
      KeyIdentifier.of(
          "https://kv-orders.vault.azure.net/keys/kek/0123456789abcdef0123456789abcdef");
  private static final ResourceId IDENTITY =
      new ResourceId(SUB, "rg-orders", ResourceId.IDENTITY, "id-orders");
  private static final String OPERATION =
      "https://management.azure.com/subscriptions/"
          + SUB
          + "/providers/Microsoft.DBforPostgreSQL/locations/eastus/azureAsyncOperation/7?api-version=x&t=1&s=a%2Bb";

  private final Wire wire = new Wire();
  private final ObjectMapper json = new ObjectMapper();

  private static Plan plan(DataEncryption encryption) {
    return new Plan(
        new Plan.Basics(
            new Subscription(SUB, "Practice Production"),
            "rg-orders",
            false,
            "orders-pg",
            "eastus",
            "17",
            "",
            Plan.Authentication.passwords("pgadmin", new Secret("Canary-4711"))),
        Plan.Configuration.PRODUCTION,
        Plan.Networking.open(true, false, List.of()),
        encryption,
        new TreeMap<>(Map.of("team", "orders")));
  }

  private Wire.Answer accepted() {
    return Wire.answer(202, "{\"operation\":\"UpsertServerManagementOperationV2\"}")
        .with("Azure-AsyncOperation", OPERATION)
        .with("Location", "https://management.azure.com/other")
        .with("Retry-After", "15");
  }

  @Test
  void aServerWithACustomerManagedKeyIsAskedForInThePublishedShape() throws Exception {
    wire.then(accepted());
    wire.cloud().servers().create(plan(DataEncryption.customerManaged(KEY, IDENTITY)));

    Wire.Asked asked = wire.asked.getFirst();
    assertThat(asked.method()).isEqualTo("PUT");
    assertThat(asked.url()).startsWith("https://management.azure.com" + SERVER + "?api-version=");
    assertThat(json.readTree(asked.body()))
        .isEqualTo(
            json.readTree(
                """
                {"location":"eastus","tags":{"team":"orders"},
                 "sku":{"name":"Standard_D2ads_v5","tier":"GeneralPurpose"},
                 "identity":{"type":"UserAssigned","userAssignedIdentities":{"%2$s":{}}},
                 "properties":{
                   "createMode":"Create","version":"17",
                   "administratorLogin":"pgadmin","administratorLoginPassword":"Canary-4711",
                   "authConfig":{"passwordAuth":"Enabled","activeDirectoryAuth":"Disabled",
                     "tenantId":"facade00-0000-4000-a000-000000000001"},
                   "storage":{"storageSizeGB":128,"autoGrow":"Disabled","tier":"P10","type":"Premium_LRS"},
                   "backup":{"backupRetentionDays":7,"geoRedundantBackup":"Disabled"},
                   "highAvailability":{"mode":"Disabled"},
                   "network":{"publicNetworkAccess":"Enabled"},
                   "dataEncryption":{"type":"AzureKeyVault","primaryKeyURI":"%1$s",
                     "primaryUserAssignedIdentityId":"%2$s"}}}
                """
                    .formatted(KEY, IDENTITY)));
  }

  @Test
  void aServerWithAServiceManagedKeyNamesNeitherKeyNorIdentity() throws Exception {
    wire.then(accepted());
    wire.cloud().servers().create(plan(DataEncryption.serviceManaged()));
    var body = json.readTree(wire.asked.getFirst().body());
    assertThat(body.has("identity")).isFalse();
    assertThat(body.path("properties").has("dataEncryption")).isFalse();
  }

  @Test
  void BLD_12_aChangeOfKeySendsIdentityAndKeyTogetherAndNothingElse() throws Exception {
    wire.then(200, "{}").then(accepted());
    wire.cloud()
        .servers()
        .changeKey(SERVER, DataEncryption.customerManaged(KEY.versionless(), IDENTITY));

    assertThat(wire.asked.getLast().method()).isEqualTo("PATCH");
    assertThat(json.readTree(wire.asked.getLast().body()))
        .isEqualTo(
            json.readTree(
                """
                {"identity":{"type":"UserAssigned","userAssignedIdentities":{"%2$s":{}}},
                 "properties":{"dataEncryption":{"type":"AzureKeyVault","primaryKeyURI":"%1$s",
                   "primaryUserAssignedIdentityId":"%2$s"}}}
                """
                    .formatted(KEY.versionless(), IDENTITY)));
  }

  @Test
  void anOperationIsAskedAtItsOwnUrlUntilItSucceeds() {
    wire.then(accepted())
        .then(
            Wire.answer(200, "{\"name\":\"7\",\"status\":\"InProgress\"}")
                .with("Retry-After", "10"))
        .then(200, "{\"name\":\"7\",\"status\":\"Succeeded\"}");
    RunningOperation operation = wire.cloud().servers().delete(SERVER);

    assertThat(operation.retryAfter()).isEqualTo(Duration.ofSeconds(15));
    assertThat(operation.poll()).isFalse();
    assertThat(operation.retryAfter()).isEqualTo(Duration.ofSeconds(10));
    assertThat(operation.poll()).isTrue();
    assertThat(wire.asked).extracting(Wire.Asked::url).endsWith(OPERATION, OPERATION);
    assertThat(wire.asked).hasSize(3);
  }

  @Test
  void anOperationThatFailsWithStatus200IsAFailure() {
    wire.then(accepted())
        .then(
            200,
            "{\"name\":\"7\",\"status\":\"Failed\",\"error\":{\"code\":\"AzureKeyVaultKeyNameNotFound\",\"message\":\"Key"
                + " Vault Key name 'kek' does not exist\"}}");
    RunningOperation operation =
        wire.cloud().servers().create(plan(DataEncryption.serviceManaged()));

    CloudFailure failure = catchThrowableOfType(CloudFailure.class, operation::poll);
    assertThat(failure.kind()).isEqualTo(Kind.KEY_UNUSABLE);
    assertThat(failure.code()).isEqualTo("AzureKeyVaultKeyNameNotFound");
    assertThat(failure.details()).isEqualTo("Key Vault Key name 'kek' does not exist");
  }

  @Test
  void anOperationCancelledInTheCloudIsAFailure() {
    wire.then(accepted()).then(200, "{\"name\":\"7\",\"status\":\"Canceled\"}");
    RunningOperation operation = wire.cloud().servers().delete(SERVER);
    CloudFailure failure = catchThrowableOfType(CloudFailure.class, operation::poll);
    assertThat(failure.code()).isEqualTo("OperationCancelled");
  }

  @Test
  void anUnreadableStatusCanBeAskedForAgain() {
    wire.then(accepted())
        .then(200, "{\"name\":\"7\",\"sta")
        .then(503, "")
        .then(200, "{\"name\":\"7\",\"status\":\"Succeeded\"}");
    RunningOperation operation = wire.cloud().servers().delete(SERVER);

    assertThat(catchThrowableOfType(CloudFailure.class, operation::poll).kind())
        .isEqualTo(Kind.UNREACHABLE);
    assertThat(catchThrowableOfType(CloudFailure.class, operation::poll).kind())
        .isEqualTo(Kind.UNREACHABLE);
    assertThat(operation.poll()).isTrue();
  }

  @Test
  void retryAfterZeroIsNeitherAnEndlessLoopNorHalfAMinute() {
    wire.then(accepted().with("Retry-After", "0"));
    assertThat(wire.cloud().servers().delete(SERVER).retryAfter()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void anOperationKnownOnlyByItsLocationEndsWhenItIsNoLongerAccepted() {
    wire.then(
            Wire.answer(202, "")
                .with(
                    "Location", "https://management.azure.com/subscriptions/x/operationresults/1"))
        .then(202, "")
        .then(204, "");
    RunningOperation operation = wire.cloud().servers().delete(SERVER);
    assertThat(operation.retryAfter()).isEqualTo(Duration.ofSeconds(30));
    assertThat(operation.poll()).isFalse();
    assertThat(operation.poll()).isTrue();
  }

  @Test
  void deletingWhatIsNotThereHasEndedAtOnce() {
    wire.then(204, "");
    assertThat(wire.cloud().servers().delete(SERVER).poll()).isTrue();
    assertThat(wire.asked).hasSize(1);
  }

  @Test
  void theTokenIsNotSentToAForeignHost() {
    wire.then(accepted().with("Azure-AsyncOperation", "https://example.com/steal"));
    assertThatThrownBy(() -> wire.cloud().servers().delete(SERVER))
        .isInstanceOf(CloudFailure.class);
    assertThat(wire.asked).hasSize(1);
  }

  @Test
  void aServerIsReadAsTheServiceDescribesIt() {
    wire.then(
        200,
        """
        {"sku":{"name":"Standard_D2ads_v5","tier":"GeneralPurpose"},
         "identity":{"type":"UserAssigned","userAssignedIdentities":{"%2$s":{"principalId":"p","clientId":"c"}}},
         "properties":{"dataEncryption":{"type":"AzureKeyVault","primaryKeyURI":"%1$s",
           "primaryUserAssignedIdentityId":"%2$s","primaryEncryptionKeyStatus":"Unknown"},
           "fullyQualifiedDomainName":"orders-pg.postgres.database.azure.com","version":"17","state":"Ready",
           "administratorLogin":"pgadmin","storage":{"storageSizeGB":128}},
         "location":"East US","id":"%3$s","name":"orders-pg","type":"Microsoft.DBforPostgreSQL/flexibleServers"}
        """
            .formatted(KEY, IDENTITY, SERVER));

    Server server = wire.cloud().servers().get(SERVER);

    assertThat(server.id()).isEqualTo(SERVER);
    assertThat(server.region()).isEqualTo("eastus");
    assertThat(server.state()).isEqualTo("Ready");
    assertThat(server.identities()).containsExactly(IDENTITY);
    assertThat(server.encryption())
        .isEqualTo(DataEncryption.customerManaged(KEY, IDENTITY).withStatus("Unknown"));
    assertThat(server.summary())
        .isEqualTo(
            new Server.Summary(
                "17",
                "orders-pg.postgres.database.azure.com",
                "pgadmin",
                "Standard_D2ads_v5",
                128));
  }

  @Test
  void aServerStillBeingMadeHasNoHostYet() {
    wire.then(
        200,
        "{\"properties\":{\"state\":\"Provisioning\"},\"location\":\"East US\",\"id\":\""
            + SERVER
            + "\"}");
    Server server = wire.cloud().servers().get(SERVER);
    assertThat(server.summary().host()).isEmpty();
    assertThat(server.encryption().isCustomerManaged()).isFalse();
  }

  @Test
  void aNameMayBeRefusedWithTheServicesReason() {
    wire.then(200, "{\"nameAvailable\":false,\"reason\":\"AlreadyExists\",\"message\":\"Taken.\"}")
        .then(200, "{\"nameAvailable\":true}");
    AzureCloud cloud = wire.cloud();
    assertThat(cloud.servers().refusalOfName(SUB, "eastus", "orders-pg")).contains("Taken.");
    assertThat(cloud.servers().refusalOfName(SUB, "eastus", "new-pg")).isEmpty();
  }

  @Test
  void aRealTenantIsNeverAskedForAPracticeSubscription() {
    AzureConnection real =
        AzureConnection.servicePrincipal(
            wire, "11111111-2222-3333-4444-555555555555", "client", "s");
    assertThatThrownBy(() -> new AzureCloud(real).servers().list(SUB))
        .isInstanceOf(CloudFailure.class);
    assertThat(wire.asked).isEmpty();
  }
}
