package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import dev.wrapkey.simulator.Practice.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What keeps a request out although somebody has signed in: locks, exceptions of roles, audiences.
 */
class AuthorityTest {

  private static final String SUBSCRIPTION = Practice.ARM + "/subscriptions/" + Practice.PRODUCTION;
  private static final String GROUP = SUBSCRIPTION + "/resourceGroups/rg-orders";
  private static final String SERVER =
      GROUP + "/providers/Microsoft.DBforPostgreSQL/flexibleServers/orders-pg";
  private static final String TAG = "{\"tags\": {\"a\": \"b\"}}";

  @TempDir Path folder;
  private Practice practice;

  @BeforeEach
  void open() throws StateInUse {
    practice = new Practice(folder);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private void lock(String scope, String level) {
    String url = scope + "/providers/Microsoft.Authorization/locks/keep?api-version=2020-05-01";
    Answer made =
        practice.send("PUT", url, "{\"properties\": {\"level\": \"%s\"}}".formatted(level));
    assertThat(made.status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({"subscription", "group", "server"})
  void aLockAgainstDeletionIsInheritedAndLetsWritesPass(String where) {
    lock(
        where.equals("subscription") ? SUBSCRIPTION : where.equals("group") ? GROUP : SERVER,
        "CanNotDelete");
    Answer refused = practice.send("DELETE", Orders.url("orders-pg"), "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("ScopeLocked");
    assertThat(practice.send("PATCH", Orders.url("orders-pg"), TAG).status()).isLessThan(300);
  }

  @Test
  void aLockBelowKeepsTheGroupAndNotItsNeighbour() {
    lock(SERVER, "CanNotDelete");
    String version = "?api-version=2021-04-01";
    assertThat(practice.send("DELETE", GROUP + version, "").code()).isEqualTo("ScopeLocked");
    assertThat(practice.send("DELETE", Orders.url("ledger-pg"), "").status()).isEqualTo(202);
  }

  @Test
  void aReadOnlyLockRefusesWritesAndLetsReadsPass() {
    lock(GROUP, "ReadOnly");
    assertThat(practice.send("PATCH", Orders.url("orders-pg"), TAG).code())
        .isEqualTo("ScopeLocked");
    assertThat(practice.send("DELETE", Orders.url("orders-pg"), "").code())
        .isEqualTo("ScopeLocked");
    assertThat(practice.get(Orders.url("orders-pg")).status()).isEqualTo(200);
  }

  /** Documented: locks hold in the control plane only. */
  @Test
  void keysOfALockedVaultCanBeMadeAndDeleted() {
    lock(SUBSCRIPTION + "/resourceGroups/rg-security", "ReadOnly");
    String key = "https://kv-orders-eastus.vault.azure.net/keys/locked";
    assertThat(practice.send("POST", key + "/create?api-version=7.4", "{\"kty\":\"EC\"}").status())
        .isEqualTo(200);
    assertThat(practice.send("DELETE", key + "?api-version=7.4", "").status()).isEqualTo(200);
  }

  @Test
  void aLockCanBeTakenAwayAgain() {
    lock(GROUP, "ReadOnly");
    String url = GROUP + "/providers/Microsoft.Authorization/locks/keep?api-version=2020-05-01";
    assertThat(practice.send("DELETE", url, "").status()).isEqualTo(200);
    assertThat(practice.send("PATCH", Orders.url("orders-pg"), TAG).status()).isLessThan(300);
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft.KeyVault/vaults/keys/wrap/action, Failed",
    "Microsoft.KeyVault/vaults/keys/delete, Succeeded"
  })
  void anExceptionOfARoleTakesARightAway(String exception, String outcome) {
    String role = "facade00-0000-4000-a000-00000000beef";
    String roles = SUBSCRIPTION + "/providers/Microsoft.Authorization/";
    Answer made =
        practice.send(
            "PUT",
            roles + "roleDefinitions/" + role + "?api-version=2022-04-01",
            """
            {"properties": {"roleName": "Nearly", "assignableScopes": ["/"], "permissions": [{"actions": [],
             "dataActions": ["Microsoft.KeyVault/vaults/keys/*"], "notDataActions": ["%s"]}]}}\
            """
                .formatted(exception));
    assertThat(made.status()).isEqualTo(201);
    Answer assigned =
        practice.send(
            "PUT",
            roles + "roleAssignments/facade00-0000-4000-a000-00000000cafe?api-version=2022-04-01",
            """
            {"properties": {"roleDefinitionId": "/x/%s",
             "principalId": "facade00-0000-4000-a000-000000000103"}}\
            """
                .formatted(role));
    assertThat(assigned.status()).isEqualTo(201);
    String body =
        Orders.encrypted(Orders.key("kv-orders-eastus", "orders-kek"), "id-newcomer-eastus");
    assertThat(new Orders(practice).create("new-pg", body).json().path("status").asText())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "vault.azure.net, https://management.azure.com/subscriptions?api-version=2022-12-01,"
        + " InvalidAuthenticationTokenAudience",
    "management.azure.com/, https://kv-orders-eastus.vault.azure.net/keys?api-version=7.4,"
        + " Unauthorized",
    "vault.azure.net, https://hsm-orders-eastus.managedhsm.azure.net/keys?api-version=7.4,"
        + " Unauthorized",
    "management.azure.com/, https://graph.microsoft.com/v1.0/servicePrincipals,"
        + " InvalidAuthenticationToken"
  })
  void aTokenIsGoodForItsAudienceOnly(String resource, String url, String code) {
    HttpRequest request = new HttpRequest(HttpMethod.GET, url);
    request.setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + practice.token(resource));
    Answer refused = practice.send(request);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer auth");
    assertThat(practice.get(url).status()).isEqualTo(200);
  }
}
