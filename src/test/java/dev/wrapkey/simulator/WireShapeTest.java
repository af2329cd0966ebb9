package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.resourcemanager.msi.MsiManager;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.azure.security.keyvault.keys.cryptography.CryptographyClientBuilder;
import com.azure.security.keyvault.keys.cryptography.models.KeyWrapAlgorithm;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.Practice.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes of requests and answers, against what recordings of the real service show. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireShapeTest {

  private static final String VAULT = "https://kv-orders-eastus.vault.azure.net";
  private static final String V = "?api-version=7.4";
  private static final String SUBSCRIPTION = Practice.ARM + "/subscriptions/" + Practice.PRODUCTION;

  private Practice practice;

  @BeforeAll
  void open(@TempDir Path folder) throws StateInUse {
    practice = new Practice(folder);
  }

  @AfterAll
  void close() {
    practice.close();
  }

  /** Seen: azure-cli 2.45.0 test_keyvault_key.yaml, first exchange. */
  @Test
  void aVaultChallengesARequestWithoutToken() {
    Answer answer =
        practice.send(new HttpRequest(HttpMethod.POST, VAULT + "/keys/key1/create" + V));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate"))
        .isEqualTo(
            "Bearer authorization=\"https://login.microsoftonline.com/"
                + PracticeCloud.TENANT
                + "\", resource=\"https://vault.azure.net\"");
    assertThat(answer.code()).isEqualTo("Unauthorized");
  }

  /** Seen: cpp KeyVaultKeyClient.BackupKey, exchange 6. */
  @Test
  void aMissingKeyIsNotFound() {
    assertThat(practice.get(VAULT + "/keys/nope/" + V).code()).isEqualTo("KeyNotFound");
  }

  /** Seen: azure-cli 2.45.0, list of keys: {@code nextLink} is null, no key material. */
  @Test
  void aListOfKeysHasNoKeyMaterial() {
    JsonNode list = practice.get(VAULT + "/keys" + V).json();
    assertThat(list.has("nextLink")).isTrue();
    assertThat(list.path("nextLink").isNull()).isTrue();
    assertThat(list.at("/value/0/attributes/recoveryLevel").asText()).isEqualTo("Recoverable");
    assertThat(list.at("/value/0").has("key")).isFalse();
  }

  @Test
  void keysAreListedPageByPage() {
    String next = VAULT + "/keys" + V + "&maxresults=2";
    List<String> found = new ArrayList<>();
    int pages = 0;
    while (!next.isEmpty()) {
      JsonNode page = practice.get(next).json();
      page.path("value").forEach(k -> found.add(k.path("kid").asText()));
      next = page.path("nextLink").isNull() ? "" : page.path("nextLink").asText();
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(found).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void identitiesAreListedPageByPageByTheSdkToo() {
    String group = SUBSCRIPTION + "/resourcegroups/rg-many";
    practice.send("PUT", group + "?api-version=2021-04-01", "{\"location\": \"northeurope\"}");
    for (int i = 0; i < 230; i++) {
      String url =
          SUBSCRIPTION
              + "/resourceGroups/rg-many/providers/Microsoft.ManagedIdentity/userAssignedIdentities/"
              + "id-%03d?api-version=2024-11-30".formatted(i);
      assertThat(practice.send("PUT", url, "{\"location\": \"northeurope\"}").status())
          .isEqualTo(201);
    }
    var identities =
        MsiManager.configure()
            .withHttpClient(practice.cloud.httpClient())
            .authenticate(practice.credential(), Practice.profile(Practice.PRODUCTION))
            .serviceClient()
            .getUserAssignedIdentities();
    assertThat(identities.listByResourceGroup("rg-many").stream()).hasSize(230);
    assertThat(identities.listByResourceGroup("rg-many").streamByPage()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"RSA-OAEP", "RSA-OAEP-256", "RSA1_5"})
  void theSdkWrapsAndUnwraps(String algorithm) {
    CryptographyClient client =
        new CryptographyClientBuilder()
            .keyIdentifier(practice.keys("kv-orders-eastus").getKey("orders-kek").getId())
            .credential(practice.credential())
            .httpClient(practice.cloud.httpClient())
            .buildClient();
    byte[] secret =
        "thirty-two bytes of a data key..".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    KeyWrapAlgorithm how = KeyWrapAlgorithm.fromString(algorithm);
    byte[] wrapped = client.wrapKey(how, secret).getEncryptedKey();
    assertThat(client.unwrapKey(how, wrapped).getKey()).isEqualTo(secret);
  }

  /**
   * The SDK posts to {@code /keys/k1//wrapkey} where the identifier has no version; recordings show
   * camel case.
   */
  @ParameterizedTest
  @CsvSource({"/keys/orders-kek//wrapkey", "/keys/orders-kek/wrapKey", "/keys/orders-kek/wrapkey"})
  void aVersionlessWrapTellsTheVersion(String path) {
    Answer answer =
        practice.send(
            "POST", VAULT + path + V, "{\"alg\": \"RSA-OAEP-256\", \"value\": \"AAECAw\"}");
    assertThat(answer.json().path("kid").asText())
        .isEqualTo(practice.keys("kv-orders-eastus").getKey("orders-kek").getId());
    assertThat(answer.json().properties()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"retired-kek, KeyDisabled", "lapsed-kek, KeyExpired"})
  void aKeyOutsideItsLifeDoesNotWrap(String key, String inner) {
    String url = VAULT + "/keys/" + key + "/wrapkey" + V;
    Answer answer =
        practice.send("POST", url, "{\"alg\": \"RSA-OAEP-256\", \"value\": \"AAECAw\"}");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().at("/error/innererror/code").asText()).isEqualTo(inner);
  }

  /** Said in Azure/azure-sdk-for-net issue 7677: expiry stops wrapping, not unwrapping. */
  @Test
  void anExpiredKeyStillUnwraps() {
    String key = VAULT + "/keys/orders-kek";
    Answer wrapped =
        practice.send(
            "POST", key + "/wrapkey" + V, "{\"alg\": \"RSA-OAEP-256\", \"value\": \"AAECAw\"}");
    String kid = wrapped.json().path("kid").asText();
    long past = practice.time.now().getEpochSecond() - 60;
    practice.send("PATCH", kid + V, "{\"attributes\": {\"exp\": " + past + "}}");
    String body =
        "{\"alg\": \"RSA-OAEP-256\", \"value\": \"%s\"}"
            .formatted(wrapped.json().path("value").asText());
    assertThat(practice.send("POST", kid + "/wrapkey" + V, body).status()).isEqualTo(403);
    assertThat(practice.send("POST", kid + "/unwrapkey" + V, body).json().path("value").asText())
        .isEqualTo("AAECAw");
    practice.send("PATCH", kid + V, "{\"attributes\": {\"exp\": " + (past + 1_000_000_000L) + "}}");
  }

  @Test
  void aSealedVaultRefusesByFirewallAndAHiddenOneByPolicy() {
    assertThat(refusalOfList("kv-sealed-eastus")).isEqualTo("ForbiddenByFirewall");
    assertThat(refusalOfList("kv-hidden-eastus")).isEqualTo("AccessDenied");
  }

  private String refusalOfList(String vault) {
    Answer answer = practice.get("https://" + vault + ".vault.azure.net/keys" + V);
    assertThat(answer.status()).isEqualTo(403);
    return answer.json().at("/error/innererror/code").asText();
  }

  @Test
  void aWrongSecretIsRefusedAsEntraDoes() {
    assertThatThrownBy(
            () ->
                practice
                    .credential("wrong")
                    .getTokenSync(
                        new TokenRequestContext()
                            .addScopes("https://management.azure.com/.default")))
        .hasMessageContaining("AADSTS7000215");
  }

  @Test
  void aRequestWithoutTokenIsNotAuthenticated() {
    Answer answer =
        practice.send(new HttpRequest(HttpMethod.GET, SUBSCRIPTION + "?api-version=2022-12-01"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("AuthenticationFailed");
  }

  /** Seen: azure-cli 2.45.0, PUT and polling of a flexible server. */
  @Test
  void anOperationIsAnnouncedAndPolledAsRecorded() {
    Orders orders = new Orders(practice);
    Answer accepted = orders.put("shape-pg", Orders.plain());
    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.json().path("operation").asText())
        .isEqualTo("UpsertServerManagementOperationV2");
    assertThat(accepted.header("Retry-After")).isEqualTo("10");
    assertThat(accepted.header("Azure-AsyncOperation"))
        .startsWith(
            SUBSCRIPTION
                + "/providers/Microsoft.DBforPostgreSQL/locations/eastus/azureAsyncOperation/")
        .endsWith("?api-version=" + Practice.PG);
    JsonNode status = practice.get(accepted.header("Azure-AsyncOperation")).json();
    assertThat(status.properties())
        .extracting(java.util.Map.Entry::getKey)
        .containsExactlyInAnyOrder("name", "status", "startTime");
    assertThat(status.path("status").asText()).isEqualTo("InProgress");
    orders.outcome(accepted);
    JsonNode server = practice.get(Orders.url("shape-pg")).json();
    assertThat(server.at("/properties/dataEncryption").toString())
        .isEqualTo("{\"type\":\"SystemManaged\"}");
    assertThat(server.at("/properties").has("administratorLoginPassword")).isFalse();
    assertThat(server.at("/properties").has("provisioningState")).isFalse();
    assertThat(server.at("/properties/fullyQualifiedDomainName").asText())
        .isEqualTo("shape-pg.postgres.database.azure.com");
  }

  /** Seen: primaryEncryptionKeyStatus is absent in 2022-12-01 and there from 2023-03-01-preview. */
  @Test
  void theKeyStatusCameWithALaterVersion() {
    String url = Practice.ARM + Orders.id("orders-pg") + "?api-version=";
    String status = "/properties/dataEncryption/primaryEncryptionKeyStatus";
    assertThat(practice.get(url + "2022-12-01").json().at(status).isMissingNode()).isTrue();
    assertThat(practice.get(url + "2023-06-01-preview").json().at(status).asText())
        .isEqualTo("Valid");
  }

  /** Seen: azure-cli 2.45.0 firewall-rule create, list; ASO for the missing rule. */
  @Test
  void aFirewallRuleTakesAWhile() {
    String rule =
        Practice.ARM + Orders.id("ledger-pg") + "/firewallRules/office?api-version=" + Practice.PG;
    Answer accepted =
        practice.send(
            "PUT",
            rule,
            "{\"properties\": {\"startIpAddress\": \"10.10.10.10\", \"endIpAddress\":"
                + " \"12.12.12.12\"}}");
    assertThat(accepted.json().path("operation").asText())
        .isEqualTo("UpsertServerFirewallRulesManagementOperation");
    assertThat(practice.get(rule).code()).isEqualTo("ResourceNotFound");
    new Orders(practice).outcome(accepted);
    assertThat(practice.get(rule).json().at("/properties/startIpAddress").asText())
        .isEqualTo("10.10.10.10");
    String backwards =
        "{\"properties\": {\"startIpAddress\": \"10.0.0.9\", \"endIpAddress\": \"10.0.0.1\"}}";
    assertThat(practice.send("PUT", rule, backwards).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups, 404, SubscriptionNotFound",
    "/subscriptions/SUB/resourcegroups/rg-none, 404, ResourceGroupNotFound",
    "/subscriptions/SUB/resourceGroups/rg-orders/providers/Microsoft.KeyVault/vaults/none, 404,"
        + " ResourceNotFound",
    "/subscriptions/SUB/resourceGroups/rg-none/providers/Microsoft.KeyVault/vaults/none, 404,"
        + " ResourceGroupNotFound",
    "/subscriptions/SUB/providers/Microsoft.Compute/virtualMachines, 404, PracticeCloudRouteUnknown"
  })
  void whatIsNotThereIsSaidHonestly(String path, int status, String code) {
    Answer answer =
        practice.get(
            Practice.ARM + path.replace("SUB", Practice.PRODUCTION) + "?api-version=2021-04-01");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void aRequestWithoutApiVersionIsRefused() {
    assertThat(practice.get(SUBSCRIPTION + "/resourcegroups").code())
        .isEqualTo("MissingApiVersionParameter");
  }

  @Test
  void malformedJsonIsRefusedNotServed() {
    assertThat(practice.send("PUT", Orders.url("bad-pg"), "{\"location\":").status())
        .isEqualTo(400);
    assertThat(practice.send("PUT", Orders.url("bad-pg"), "[]").status()).isEqualTo(400);
    assertThat(
            practice
                .send("PUT", Orders.url("bad-pg"), "{\"sku\": 3, \"properties\": [1]}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void regionsKnowTheirPairs() {
    JsonNode regions =
        practice.get(SUBSCRIPTION + "/locations?api-version=2022-12-01").json().path("value");
    JsonNode eastUs =
        StreamSupport.stream(regions.spliterator(), false)
            .filter(r -> r.path("name").asText().equals("eastus"))
            .findFirst()
            .orElseThrow();
    assertThat(eastUs.path("displayName").asText()).isEqualTo("East US");
    assertThat(eastUs.at("/metadata/regionType").asText()).isEqualTo("Physical");
    assertThat(eastUs.at("/metadata/pairedRegion/0/name").asText()).isEqualTo("westus");
  }

  @Test
  void aGroupIsMadeOnceAndStaysWhereItIs() {
    String group = SUBSCRIPTION + "/resourcegroups/rg-new?api-version=2021-04-01";
    assertThat(practice.send("PUT", group, "{\"location\": \"westus\"}").status()).isEqualTo(201);
    assertThat(practice.send("PUT", group, "{\"location\": \"westus\"}").status()).isEqualTo(200);
    assertThat(practice.send("PUT", group, "{\"location\": \"eastus\"}").code())
        .isEqualTo("InvalidResourceGroupLocation");
    assertThat(practice.send("HEAD", group, "").status()).isEqualTo(204);
    assertThat(practice.send("DELETE", group, "").status()).isEqualTo(202);
    assertThat(practice.send("HEAD", group, "").status()).isEqualTo(404);
  }

  @Test
  void aRoleGivenToAnIdentityLetsItUseTheKey() {
    String principal =
        practice
            .get(Practice.ARM + Orders.identity("id-newcomer-eastus") + "?api-version=2024-11-30")
            .json()
            .at("/properties/principalId")
            .asText();
    Orders orders = new Orders(practice);
    String body =
        Orders.encrypted(Orders.key("kv-orders-eastus", "orders-kek"), "id-newcomer-eastus");
    assertThat(orders.create("newcomer-pg", body).json().path("status").asText())
        .isEqualTo("Failed");
    String assignment =
        Practice.ARM
            + Orders.vault("kv-orders-eastus")
            + "/providers/Microsoft.Authorization/roleAssignments/facade00-0000-4000-a000-00000000aaaa"
            + "?api-version=2022-04-01";
    String role =
        "/providers/Microsoft.Authorization/roleDefinitions/e147488a-f6f5-4113-8e2d-b22465e65bf6";
    String grant = "{\"properties\": {\"roleDefinitionId\": \"%s\", \"principalId\": \"%s\"}}";
    assertThat(
            practice
                .send(
                    "PUT",
                    assignment,
                    grant.formatted(role, "facade00-0000-4000-a000-00000000dead"))
                .code())
        .isEqualTo("PrincipalNotFound");
    assertThat(practice.send("PUT", assignment, grant.formatted(role, principal)).status())
        .isEqualTo(201);
    practice.time.jump(java.time.Duration.ofMinutes(2));
    assertThat(orders.create("newcomer-pg", body).json().path("status").asText())
        .isEqualTo("Succeeded");
  }
}
