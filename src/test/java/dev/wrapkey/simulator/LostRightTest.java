package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.Practice.Answer;
import dev.wrapkey.simulator.world.Profile;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The causes for which a server loses the right to use its key, and the documented ways back
 * (portal specification §7.2), by the rules of today and of 2023 (§7.3).
 */
class LostRightTest extends Losing {

  @ParameterizedTest
  @EnumSource
  void ina5TheIdentityIsDeletedAndAnotherOneTakesItsPlace(Profile profile) {
    String identity = Orders.identity("id-orders-eastus");
    String url = Practice.ARM + identity + "?api-version=2023-01-31";
    loses(ORDERS, profile, () -> accept("DELETE", url, ""));
    accept("PUT", url, "{\"location\": \"eastus\"}");
    practice.time.jump(Duration.ofHours(2));
    assertThat(state(ORDERS)).as("the same name is not enough").isEqualTo("Inaccessible");
    grant("id-newcomer-eastus");
    point(ORDERS, key(ORDERS), Orders.identity("id-newcomer-eastus"));
    assertThat(minutesUntil(ORDERS, "Ready")).isBetween(0, profile.heals() ? 60 : 0);
    assertThat(connect(ORDERS).pages()).isEqualTo(64);
  }

  @ParameterizedTest
  @EnumSource
  void ina6TheRoleIsTakenAndGivenBack(Profile profile) {
    String scope = Orders.vault("kv-orders-eastus");
    loses(
        ORDERS,
        profile,
        () -> {
          for (JsonNode given : practice.get(assignments() + ROLE_API).json().path("value")) {
            if (given.at("/properties/scope").asText().equals(scope)) {
              accept("DELETE", Practice.ARM + given.path("id").asText() + ROLE_API, "");
            }
          }
        });
    comesBack(ORDERS, profile, () -> grant("id-orders-eastus"));
  }

  @ParameterizedTest
  @EnumSource
  void ina7TheAccessPolicyIsRevokedAndGivenBack(Profile profile) {
    Answer made =
        new Orders(practice)
            .create(
                "hidden-pg",
                Orders.encrypted(
                    "https://kv-hidden-eastus.vault.azure.net/keys/hidden-kek",
                    "id-orders-eastus"));
    assertThat(made.json().path("status").asText()).isEqualTo("Succeeded");
    String server = Orders.id("hidden-pg");
    accept(
        "PUT",
        Practice.ARM + server + "/firewallRules/me?api-version=" + Practice.PG,
        "{\"properties\": {\"startIpAddress\": \"203.0.113.7\", \"endIpAddress\":"
            + " \"203.0.113.7\"}}");
    practice.time.jump(Duration.ofMinutes(1));
    String vault = Practice.ARM + Orders.vault("kv-hidden-eastus");
    loses(
        server,
        profile,
        () -> accept("PUT", vault + "/accessPolicies/remove" + VAULT_API, policy()));
    comesBack(
        server, profile, () -> accept("PUT", vault + "/accessPolicies/add" + VAULT_API, policy()));
  }

  private static String policy() {
    return """
    {"properties": {"accessPolicies": [{"tenantId": "%s",
      "objectId": "facade00-0000-4000-a000-000000000101",
      "permissions": {"keys": ["get", "list", "wrapKey", "unwrapKey"]}}]}}\
    """
        .formatted(PracticeCloud.TENANT);
  }

  @ParameterizedTest
  @EnumSource
  void ina8TheFirewallShutsTheServiceOutAndLetsItInAgain(Profile profile) {
    String vault = Practice.ARM + Orders.vault("kv-orders-eastus") + VAULT_API;
    String body =
        "{\"properties\": {\"networkAcls\": {\"defaultAction\": \"Deny\", \"bypass\": \"%s\"}}}";
    loses(ORDERS, profile, () -> accept("PATCH", vault, body.formatted("None")));
    comesBack(ORDERS, profile, () -> accept("PATCH", vault, body.formatted("AzureServices")));
  }
}
