package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.Practice.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VaultRightsTest extends VaultMaking {

  @Test
  void accessPoliciesAreAddedReplacedAndRemoved() {
    put("kv-policies-1", "");
    String policy =
        "{\"properties\": {\"accessPolicies\": [{\"tenantId\": \"%s\", \"objectId\": \"%s\","
            + " \"permissions\": {\"keys\": [%s]}}]}}";
    String url = url("kv-policies-1") + "/accessPolicies/";
    assertThat(list("kv-policies-1").status()).isEqualTo(200);
    practice.send(
        "PUT", url + "replace" + V, policy.formatted(PracticeCloud.TENANT, ME, "\"get\""));
    assertThat(list("kv-policies-1").status()).isEqualTo(403);
    practice.send("PUT", url + "add" + V, policy.formatted(PracticeCloud.TENANT, ME, "\"list\""));
    assertThat(list("kv-policies-1").status()).isEqualTo(200);
    Answer left =
        practice.send("PUT", url + "remove" + V, policy.formatted(PracticeCloud.TENANT, ME, ""));
    assertThat(left.json().at("/properties/accessPolicies")).isEmpty();
    assertThat(list("kv-policies-1").status()).isEqualTo(403);
  }

  @Test
  void theFirewallLetsBlocksOfAddressesIn() {
    String acls =
        ", \"networkAcls\": {\"defaultAction\": \"Deny\", \"ipRules\": [{\"value\": \"%s\"}]}";
    put("kv-wall-1", acls.formatted("203.0.113.0/24"));
    assertThat(list("kv-wall-1").status()).isEqualTo(200);
    put("kv-wall-1", acls.formatted("198.51.100.0/24"));
    assertThat(list("kv-wall-1").json().at("/error/innererror/code").asText())
        .isEqualTo("ForbiddenByFirewall");
  }

  @Test
  void aManagedHsmBelongsToItsFirstAdministrator() {
    String id = Practice.ARM + Orders.vault("hsm-new-1").replace("/vaults/", "/managedHSMs/");
    Answer made =
        practice.send(
            "PUT",
            id + V,
            """
            {"location": "eastus", "properties": {"tenantId": "%s", "initialAdminObjectIds": ["%s"],
              "softDeleteRetentionInDays": 7}}\
            """
                .formatted(PracticeCloud.TENANT, ME));
    assertThat(made.json().at("/properties/hsmUri").asText())
        .isEqualTo("https://hsm-new-1.managedhsm.azure.net/");
    String host = "https://hsm-new-1.managedhsm.azure.net";
    String order = "{\"kty\": \"oct-HSM\", \"key_size\": 256}";
    assertThat(practice.send("POST", host + "/keys/k/create" + KEYS, order).status())
        .isEqualTo(403);
    Answer given =
        practice.send(
            "PUT",
            host
                + "/keys/providers/Microsoft.Authorization/roleAssignments/"
                + "88888888-0000-0000-0000-000000000001?api-version=7.2-preview",
            """
            {"properties": {"principalId": "%s", "roleDefinitionId":
              "Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/515eb02d-2335-4d2d-92f2-b1cbdf9c3778"}}\
            """
                .formatted(ME));
    assertThat(given.status()).isEqualTo(201);
    assertThat(given.json().at("/properties/scope").asText()).isEqualTo("/keys");
    assertThat(practice.send("POST", host + "/keys/k/create" + KEYS, order).status())
        .isEqualTo(200);
  }

  /** Documented: a change of roles takes minutes. Here two, while the clock runs. */
  @Test
  void aRoleTakesAWhileToHaveItsEffectWhileTheClockRuns() {
    put("kv-roles-1", ", \"enableRbacAuthorization\": true");
    practice.time.runAt(0.001);
    String role =
        "/providers/Microsoft.Authorization/roleDefinitions/00482a5a-887f-4fb3-b363-3b7fe8e74483";
    String newcomer = "facade00-0000-4000-a000-000000000103";
    practice.send(
        "PUT",
        url("kv-roles-1")
            + "/providers/Microsoft.Authorization/roleAssignments/"
            + "facade00-0000-4000-a000-00000000bbbb?api-version=2022-04-01",
        "{\"properties\": {\"roleDefinitionId\": \"%s\", \"principalId\": \"%s\"}}"
            .formatted(role, newcomer));
    practice.send(
        "POST", "https://kv-roles-1.vault.azure.net/keys/kek/create" + KEYS, "{\"kty\": \"RSA\"}");
    Orders orders = new Orders(practice);
    String server = Orders.encrypted(Orders.key("kv-roles-1", "kek"), "id-newcomer-eastus");
    practice.send(
        "PATCH", url("kv-roles-1") + V, "{\"properties\": {\"enablePurgeProtection\": true}}");
    Answer early = orders.put("early-pg", server);
    practice.time.jump(Duration.ofMinutes(3));
    assertThat(practice.get(early.header("Azure-AsyncOperation")).json().path("status").asText())
        .isEqualTo("Failed");
    Answer later = orders.put("later-pg", server);
    practice.time.jump(Duration.ofMinutes(10));
    assertThat(practice.get(later.header("Azure-AsyncOperation")).json().path("status").asText())
        .isEqualTo("Succeeded");
  }
}
