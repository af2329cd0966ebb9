package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.Practice.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Azure Resource Manager beside PostgreSQL and Key Vault. */
class ResourceManagerTest extends ResourceManagerScene {

  private static final String NETWORK = "/providers/Microsoft.Network/virtualNetworks/hall";
  private static final String ZONE = "/providers/Microsoft.Network/privateDnsZones/pg.example.org";

  @Test
  void aGroupTakesEverythingInItAlong() {
    Answer gone = practice.send("DELETE", GROUP + "?api-version=2021-04-01", "");
    assertThat(gone.status()).isEqualTo(202);
    assertThat(practice.get(gone.header("Location")).status()).isEqualTo(202);
    practice.time.jump(Duration.ofMinutes(2));
    assertThat(practice.get(gone.header("Location")).status()).isEqualTo(200);
    assertThat(practice.get(Orders.url("orders-pg")).code()).isEqualTo("ResourceGroupNotFound");
    assertThat(practice.cloud.inspector().look(Orders.id("orders-pg"))).isEmpty();
  }

  @Test
  void aLockKeepsAGroup() {
    String lock = GROUP + "/providers/Microsoft.Authorization/locks/keep?api-version=2020-05-01";
    assertThat(put(lock, "{\"properties\": {\"level\": \"CanNotDelete\"}}").status())
        .isEqualTo(201);
    Answer refused = practice.send("DELETE", GROUP + "?api-version=2021-04-01", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("ScopeLocked");
    practice.send("DELETE", lock, "");
    assertThat(practice.send("DELETE", GROUP + "?api-version=2021-04-01", "").status())
        .isEqualTo(202);
  }

  /** Recorded 2022-01-01: subnets come with the network, delegations with their actions. */
  @Test
  void aNetworkShowsItsDelegatedSubnet() {
    Answer made =
        put(
            GROUP + NETWORK + "?api-version=2022-01-01",
            """
            {"location": "eastus", "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]},
             "subnets": [{"name": "db", "properties": {"addressPrefix": "10.0.1.0/24", "delegations": [{"name": "pg",
               "properties": {"serviceName": "Microsoft.DBforPostgreSQL/flexibleServers"}}]}}]}}\
            """);
    assertThat(made.status()).isEqualTo(201);
    practice.time.jump(Duration.ofMinutes(1));
    assertThat(practice.get(made.header("Azure-AsyncOperation")).json().path("status").asText())
        .isEqualTo("Succeeded");
    Answer subnet = practice.get(GROUP + NETWORK + "/subnets/db?api-version=2022-01-01");
    assertThat(subnet.json().at("/properties/delegations/0/properties/actions/0").asText())
        .isEqualTo("Microsoft.Network/virtualNetworks/subnets/join/action");
    assertThat(practice.get(GROUP + NETWORK + "/subnets/no?api-version=2022-01-01").code())
        .isEqualTo("NotFound");
  }

  /** Recorded 2018-09-01. */
  @Test
  void aZoneIsNotDeletedWhileALinkExists() {
    String url = GROUP + ZONE + "?api-version=2018-09-01";
    assertThat(put(url, "{\"location\": \"global\"}").status()).isEqualTo(202);
    assertThat(practice.get(url).json().at("/properties/maxNumberOfRecordSets").asInt())
        .isEqualTo(25000);
    Answer link =
        put(
            GROUP + ZONE + "/virtualNetworkLinks/l?api-version=2018-09-01",
            "{\"location\": \"global\", \"properties\": {\"virtualNetwork\": {\"id\": \"/x\"}}}");
    assertThat(link.status()).isEqualTo(202);
    assertThat(practice.send("DELETE", url, "").code()).isEqualTo("CannotDeleteResource");
  }

  @Test
  void aRoleOfOnesOwnIsMadeAndDeleted() {
    String role = "11111111-2222-4333-8444-555555555555";
    String url =
        GROUP
            + "/providers/Microsoft.Authorization/roleDefinitions/"
            + role
            + "?api-version=2022-04-01";
    Answer made =
        put(
            url,
            """
            {"properties": {"roleName": "Looker", "type": "customRole", "assignableScopes": ["/x"],
             "permissions": [{"actions": ["*/read"]}]}}\
            """);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().at("/properties/type").asText()).isEqualTo("CustomRole");
    assertThat(practice.send("DELETE", url, "").status()).isEqualTo(200);
    assertThat(practice.get(url).code()).isEqualTo("RoleDefinitionDoesNotExist");
  }

  @Test
  void storedThingsSurviveARestart() throws StateInUse {
    String url = GROUP + ZONE + "?api-version=2018-09-01";
    put(url, "{\"location\": \"global\", \"tags\": {\"a\": \"b\"}}");
    practice.close();
    practice = new Practice(folder);
    assertThat(practice.get(url).json().at("/tags/a").asText()).isEqualTo("b");
  }

  @Test
  void providersThatArePlayedAreRegistered() {
    assertThat(
            practice
                .get(SUB + "/providers/Microsoft.Network?api-version=2021-04-01")
                .json()
                .path("registrationState")
                .asText())
        .isEqualTo("Registered");
  }
}
