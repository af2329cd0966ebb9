package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.Practice.Answer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Private endpoints on the wire, held against what was recorded of the network service. */
class PrivateEndpointTest {

  private static final String V = "?api-version=2022-01-01";
  private static final String GROUP =
      Practice.ARM + "/subscriptions/" + Practice.PRODUCTION + "/resourceGroups/rg-orders";
  private static final String NETWORK =
      GROUP + "/providers/Microsoft.Network/virtualNetworks/vnet-apps";
  private static final String ENDPOINT =
      GROUP + "/providers/Microsoft.Network/privateEndpoints/orders-pe";

  @TempDir Path folder;
  private Practice practice;

  @BeforeEach
  void open() throws StateInUse {
    practice = new Practice(folder);
    practice.send(
        "PUT",
        NETWORK + V,
        """
        {"location":"eastus","properties":{"addressSpace":{"addressPrefixes":["10.0.0.0/16"]},
         "subnets":[{"name":"apps","properties":{"addressPrefix":"10.0.2.0/24"}}]}}\
        """);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private Answer make(String server) {
    return practice.send(
        "PUT",
        ENDPOINT + V,
        """
        {"location":"eastus","properties":{"subnet":{"id":"%s/subnets/apps"},
         "privateLinkServiceConnections":[{"name":"to-orders","properties":{
           "privateLinkServiceId":"%s","groupIds":["postgresqlServer"]}}]}}\
        """
            .formatted(NETWORK.replace(Practice.ARM, ""), server));
  }

  @Test
  void itIsMadeAsTheRecordedOnesWere() {
    Answer accepted = make(Orders.id("ledger-pg"));
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(201);
    assertThat(accepted.header("Azure-AsyncOperation"))
        .contains("/providers/Microsoft.Network/locations/eastus/operations/");
    JsonNode updating = accepted.json();
    assertThat(updating.at("/properties/provisioningState").asText()).isEqualTo("Updating");
    assertThat(updating.at("/properties/customDnsConfigs")).isEmpty();
    assertThat(
            updating
                .at("/properties/privateLinkServiceConnections/0/properties/provisioningState")
                .asText())
        .isEqualTo("Succeeded");

    practice.time.jump(Duration.ofMinutes(1));
    JsonNode made = practice.get(ENDPOINT + V).json();
    assertThat(made.at("/properties/provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(made.at("/properties/customDnsConfigs/0/fqdn").asText())
        .isEqualTo("ledger-pg.postgres.database.azure.com");
    assertThat(made.at("/properties/customDnsConfigs/0/ipAddresses/0").asText())
        .isEqualTo("10.0.2.4");
    assertThat(made.at("/properties/networkInterfaces/0/id").asText())
        .contains("/Microsoft.Network/networkInterfaces/orders-pe.nic.");
  }

  @Test
  void theServerShowsItSince2024() {
    make(Orders.id("ledger-pg"));
    practice.time.jump(Duration.ofMinutes(1));
    String server = Practice.ARM + Orders.id("ledger-pg");
    JsonNode shown = practice.get(server + "?api-version=2024-11-01-preview").json();
    JsonNode connection = shown.at("/properties/privateEndpointConnections/0");
    assertThat(connection.path("name").asText()).startsWith("orders-pe.");
    assertThat(connection.at("/properties/privateEndpoint/id").asText())
        .isEqualTo(ENDPOINT.replace(Practice.ARM, ""));
    assertThat(connection.at("/properties/privateLinkServiceConnectionState/status").asText())
        .isEqualTo("Approved");
    String connections = server + "/privateEndpointConnections";
    assertThat(practice.get(connections + "?api-version=2025-08-01").json().at("/value"))
        .hasSize(1)
        .first()
        .isEqualTo(connection);
    assertThat(
            practice
                .get(
                    connections
                        + "/"
                        + connection.path("name").asText()
                        + "?api-version=2025-08-01")
                .json())
        .isEqualTo(connection);
  }

  @Test
  void itsSubnetCannotBeDeletedWhileItIsThere() {
    make(Orders.id("ledger-pg"));
    assertThat(practice.send("DELETE", NETWORK + "/subnets/apps" + V, "").json().at("/error/code"))
        .hasToString("\"InUseSubnetCannotBeDeleted\"");
    assertThat(practice.send("DELETE", ENDPOINT + V, "").status()).isEqualTo(202);
    assertThat(practice.get(ENDPOINT + V).status()).isEqualTo(404);
    assertThat(practice.send("DELETE", ENDPOINT + V, "").status()).isEqualTo(204);
    assertThat(practice.send("DELETE", NETWORK + "/subnets/apps" + V, "").status()).isEqualTo(202);
  }

  @Test
  void whatItLeadsToMustExist() {
    Answer refused = make(Orders.id("absent-pg"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/error/code").asText()).isEqualTo("InvalidResourceReference");
  }

  @Test
  void aServerWithPrivateAccessTakesNeitherFirewallRulesNorEndpoints() {
    String subnet = NETWORK.replace(Practice.ARM, "") + "/subnets/pg";
    String joined =
        Orders.plain()
            .replace(
                "\"createMode\"",
                "\"network\": {\"delegatedSubnetResourceId\": \"%s\"}, \"createMode\""
                    .formatted(subnet));
    assertThat(new Orders(practice).create("joined-pg", joined).json().path("status").asText())
        .isEqualTo("Succeeded");
    Answer rule =
        practice.send(
            "PUT",
            Practice.ARM + Orders.id("joined-pg") + "/firewallRules/a?api-version=2022-12-01",
            "{\"properties\":{\"startIpAddress\":\"1.1.1.1\",\"endIpAddress\":\"1.1.1.1\"}}");
    assertThat(rule.status()).isEqualTo(400);
    assertThat(rule.json().at("/error/message").asText())
        .isEqualTo(
            "Firewall rule operations cannot be requested for a private access enabled server.");
    assertThat(make(Orders.id("joined-pg")).json().at("/error/code").asText())
        .isEqualTo("PrivateEndpointNotSupportedForVnetServer");
  }
}
