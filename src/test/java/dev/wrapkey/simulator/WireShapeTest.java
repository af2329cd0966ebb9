package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.resourcemanager.msi.MsiManager;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.Practice.Answer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes of requests and answers, against what recordings of the real service show. */
class WireShapeTest extends OneWorld {

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
