package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.management.polling.PollResult;
import com.azure.core.util.polling.LongRunningOperationStatus;
import com.azure.core.util.polling.SyncPoller;
import com.azure.resourcemanager.postgresqlflexibleserver.fluent.models.ServerInner;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ArmServerKeyType;
import com.azure.resourcemanager.postgresqlflexibleserver.models.DataEncryption;
import com.azure.resourcemanager.postgresqlflexibleserver.models.IdentityType;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ServerVersion;
import com.azure.resourcemanager.postgresqlflexibleserver.models.Sku;
import com.azure.resourcemanager.postgresqlflexibleserver.models.SkuTier;
import com.azure.resourcemanager.postgresqlflexibleserver.models.Storage;
import com.azure.resourcemanager.postgresqlflexibleserver.models.UserAssignedIdentity;
import com.azure.resourcemanager.postgresqlflexibleserver.models.UserIdentity;
import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.simulator.Practice.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Creating servers: what is refused at once, what is refused late, and what lies on disk when it is
 * not refused.
 */
class CreateServerTest {

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

  @Test
  void theSdkCreatesAServerWhoseDataKeyIsWrappedByTheChosenKey() {
    String key = practice.keys("kv-orders-eastus").getKey("orders-kek").getId();
    ServerInner wanted =
        new ServerInner()
            .withLocation("eastus")
            .withSku(new Sku().withName("Standard_D2ads_v5").withTier(SkuTier.GENERAL_PURPOSE))
            .withIdentity(
                new UserAssignedIdentity()
                    .withType(IdentityType.USER_ASSIGNED)
                    .withUserAssignedIdentities(
                        Map.of(Orders.identity("id-orders-eastus"), new UserIdentity())))
            .withAdministratorLogin("wrapadmin")
            .withAdministratorLoginPassword(Orders.PASSWORD)
            .withVersion(ServerVersion.fromString("17"))
            .withStorage(new Storage().withStorageSizeGB(128))
            .withDataEncryption(
                new DataEncryption()
                    .withType(ArmServerKeyType.AZURE_KEY_VAULT)
                    .withPrimaryKeyUri(key)
                    .withPrimaryUserAssignedIdentityId(Orders.identity("id-orders-eastus")));

    SyncPoller<PollResult<ServerInner>, ServerInner> poller =
        practice
            .postgres(Practice.PRODUCTION)
            .serviceClient()
            .getServers()
            .beginCreate("rg-orders", "tour-pg", wanted);
    assertThat(poller.poll().getStatus()).isEqualTo(LongRunningOperationStatus.IN_PROGRESS);
    assertThat(practice.get(Orders.url("tour-pg")).json().at("/properties/state").asText())
        .isEqualTo("Provisioning");
    practice.time.jump(Duration.ofMinutes(5));
    assertThat(poller.poll().getStatus())
        .isEqualTo(LongRunningOperationStatus.SUCCESSFULLY_COMPLETED);

    ServerInner made = poller.getFinalResult();
    assertThat(made.state()).hasToString("Ready");
    assertThat(made.location()).isEqualTo("East US");
    assertThat(made.fullyQualifiedDomainName()).isEqualTo("tour-pg.postgres.database.azure.com");
    assertThat(made.dataEncryption().primaryKeyUri()).isEqualTo(key);
    Inspector.Storage storage = practice.cloud.inspector().look(made.id()).orElseThrow();
    assertThat(storage.wrapped().keyVersion()).isEqualTo(key);
    assertThat(storage.wrapped().algorithm()).isEqualTo("RSA-OAEP-256");
    assertThat(storage.pages()).isPositive();
    assertThat(storage.calls())
        .filteredOn(c -> c.operation().equals("wrapKey"))
        .first()
        .satisfies(
            c -> {
              assertThat(c.caller()).isEqualTo("id-orders-eastus");
              assertThat(c.status()).isEqualTo(200);
              assertThat(key).endsWith(c.keyVersion());
            });
  }

  @Test
  void aPageOnDiskDoesNotShowItsRows() {
    Inspector.Page page = practice.cloud.inspector().page(Orders.id("orders-pg"), 3).orElseThrow();
    assertThat(page.plain()).hasSize(8192);
    assertThat(text(page.plain())).contains("orders-pg order ").contains("Brook & Sons Ltd");
    assertThat(text(page.stored())).doesNotContain("order ").doesNotContain("Brook");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void aVersionlessKeyIsWrappedByItsNewestVersion() {
    String key = Orders.key("kv-orders-eastus", "orders-kek");
    Answer end = orders.create("auto-pg", Orders.encrypted(key, "id-orders-eastus"));
    assertThat(end.json().path("status").asText()).isEqualTo("Succeeded");
    String newest = practice.keys("kv-orders-eastus").getKey("orders-kek").getId();
    assertThat(
            practice
                .cloud
                .inspector()
                .look(Orders.id("auto-pg"))
                .orElseThrow()
                .wrapped()
                .keyVersion())
        .isEqualTo(newest);
    assertThat(
            practice
                .get(Orders.url("auto-pg"))
                .json()
                .at("/properties/dataEncryption/primaryKeyURI")
                .asText())
        .isEqualTo(Orders.key("kv-orders-eastus", "orders-kek"));
  }

  @ParameterizedTest
  @CsvSource({
    "kv-orders-eastus, no-such-key, id-orders-eastus, AzureKeyVaultKeyNameNotFound",
    "kv-orders-eastus, orders-kek, id-newcomer-eastus, AzureKeyVaultKeyNameNotFound",
    "kv-policy-eastus, policy-kek, id-orders-eastus, AzureKeyVaultMissingPermissions",
    "kv-orders-eastus, retired-kek, id-orders-eastus, AzureKeyVaultKeyDisabled",
    "kv-orders-eastus, lapsed-kek, id-orders-eastus, AzureKeyVaultKeyExpired",
    "kv-orders-eastus, signing-ec, id-orders-eastus, CMKInvalidEncryptionParameters",
    "kv-lab-eastus, lab-kek, id-orders-eastus, CMKInvalidEncryptionParameters",
    "kv-sealed-eastus, sealed-kek, id-orders-eastus, AzureKeyVaultConnectionFailed",
    "kv-orders-westus, orders-west-kek, id-orders-westus, CMKInvalidEncryptionParameters"
  })
  void aKeyThatCannotServeFailsTheDeploymentLate(
      String vault, String key, String identity, String code) {
    Answer accepted = orders.put("bad-pg", Orders.encrypted(Orders.key(vault, key), identity));
    assertThat(accepted.status()).isEqualTo(202);
    Answer end = orders.outcome(accepted);
    assertThat(end.status()).isEqualTo(200);
    assertThat(end.json().path("status").asText()).isEqualTo("Failed");
    assertThat(end.code()).isEqualTo(code);
    assertThat(practice.get(Orders.url("bad-pg")).status()).isEqualTo(404);
    assertThat(practice.cloud.inspector().look(Orders.id("bad-pg"))).isEmpty();
  }

  @Test
  void aHiddenVaultServesAServerThoughItsKeysCannotBeListed() {
    assertThat(
            practice.get("https://kv-hidden-eastus.vault.azure.net/keys?api-version=7.4").status())
        .isEqualTo(403);
    String key = Orders.key("kv-hidden-eastus", "hidden-kek");
    Answer end = orders.create("hidden-pg", Orders.encrypted(key, "id-orders-eastus"));
    assertThat(end.json().path("status").asText()).isEqualTo("Succeeded");
  }

  @Test
  void aManagedHsmServesAServer() {
    String key = "https://hsm-orders-eastus.managedhsm.azure.net/keys/orders-hsm-kek";
    Answer end = orders.create("hsm-pg", Orders.encrypted(key, "id-orders-eastus"));
    assertThat(end.json().path("status").asText()).isEqualTo("Succeeded");
    assertThat(
            practice
                .cloud
                .inspector()
                .look(Orders.id("hsm-pg"))
                .orElseThrow()
                .wrapped()
                .keyVersion())
        .startsWith(key + "/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "Upper-pg", "-front", "end-", "dot.ted"})
  void anIllegalNameIsRefusedAtOnce(String name) {
    assertThat(orders.put(name, Orders.plain()).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "\"eastus\", \"atlantis\"",
    "Standard_D2ads_v5, Standard_X2",
    "GeneralPurpose, Cheap",
    "\"17\", \"9\"",
    "wrapadmin, pg_admin",
    "wrapadmin, root",
    "Canary-7h3-Passw0rd, short1A",
    "Canary-7h3-Passw0rd, alllowercase",
    "Canary-7h3-Passw0rd, Wrapping-1234",
    "128, 100"
  })
  void anIllegalValueIsRefusedAtOnce(String legal, String illegal) {
    Answer refused = orders.put("bad-pg", Orders.plain().replace(legal, illegal));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("InvalidParameterValue");
  }

  @Test
  void aKeyWithoutIdentityIsRefusedAtOnce() {
    String body =
        Orders.plain()
            .replace(
                "\"createMode\"",
                "\"dataEncryption\": {\"type\": \"AzureKeyVault\", \"primaryKeyURI\": \"%s\"}, \"createMode\""
                    .formatted(Orders.key("kv-orders-eastus", "orders-kek")));
    assertThat(orders.put("bad-pg", body).code()).isEqualTo("CMKInvalidEncryptionParameters");
  }

  @Test
  void anIdentityThatDoesNotExistIsRefusedAtOnce() {
    String body = Orders.encrypted(Orders.key("kv-orders-eastus", "orders-kek"), "id-nobody");
    assertThat(orders.put("bad-pg", body).code()).isEqualTo("FailedIdentityOperation");
  }

  /** Recorded code, see the project's wire notes: edition and size are compared late. */
  @Test
  void aSizeOfAnotherTierFailsLate() {
    Answer end = orders.create("bad-pg", Orders.plain().replace("GeneralPurpose", "Burstable"));
    assertThat(end.code()).isEqualTo("ServerEditionIncompatibleWithSkuSize");
  }

  @Test
  void aNameInUseIsTakenInEverySubscription() {
    String check =
        Practice.ARM
            + "/subscriptions/"
            + Practice.DEVELOPMENT
            + "/providers/Microsoft.DBforPostgreSQL/locations/eastus/checkNameAvailability?api-version="
            + Practice.PG;
    String body = "{\"name\": \"%s\", \"type\": \"Microsoft.DBforPostgreSQL/flexibleServers\"}";
    Answer taken = practice.send("POST", check, body.formatted("orders-pg"));
    assertThat(taken.json().path("nameAvailable").asBoolean()).isFalse();
    assertThat(taken.json().path("reason").asText()).isEqualTo("AlreadyExists");
    assertThat(
            practice
                .send("POST", check, body.formatted("wrong.name"))
                .json()
                .path("reason")
                .asText())
        .isEqualTo("Invalid");
    assertThat(
            practice
                .send("POST", check, body.formatted("free-pg"))
                .json()
                .path("nameAvailable")
                .asBoolean())
        .isTrue();
    assertThat(orders.put("dev-pg", Orders.plain()).status()).isEqualTo(409);
  }
}
