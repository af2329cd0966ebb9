package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.Practice.Answer;
import dev.wrapkey.simulator.world.Connection;
import dev.wrapkey.simulator.world.Profile;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every documented cause for which a server loses its key, and its documented way back (portal
 * specification §7.2), by the rules of today and of 2023 (§7.3).
 */
class LostKeyTest {

  private static final String KV = "?api-version=7.4";
  private static final String VAULT_API = "?api-version=2022-07-01";
  private static final String ORDERS = Orders.id("orders-pg");
  private static final String BILLING = Orders.id("billing-pg").replace("rg-orders", "rg-billing");

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

  private JsonNode properties(String server) {
    return practice
        .get(Practice.ARM + server + "?api-version=" + Practice.PG)
        .json()
        .path("properties");
  }

  private String state(String server) {
    return properties(server).path("state").asText();
  }

  private String key(String server) {
    return properties(server).at("/dataEncryption/primaryKeyURI").asText();
  }

  private void accept(String method, String url, String body) {
    assertThat(practice.send(method, url, body).status()).as(method + " " + url).isLessThan(300);
  }

  private void attributes(String key, String attributes) {
    accept("PATCH", key + KV, "{\"attributes\": {" + attributes + "}}");
  }

  private long after(Duration duration) {
    return practice.time.now().plus(duration).getEpochSecond();
  }

  private int minutesUntil(String server, String state) {
    for (int minutes = 0; minutes <= 120; minutes++) {
      if (state(server).equals(state)) {
        return minutes;
      }
      practice.time.jump(Duration.ofMinutes(1));
    }
    return Integer.MAX_VALUE;
  }

  private Connection connect(String server) {
    return practice.cloud.connect(new Connection.Attempt(server, "", "", "", ""));
  }

  private int unwraps(String server) {
    return (int)
        practice.cloud.inspector().look(server).orElseThrow().calls().stream()
            .filter(c -> c.operation().equals("unwrapKey"))
            .count();
  }

  /** Loses the key: noticed in time, then nobody gets in and the data key is no longer held. */
  private void loses(String server, Profile profile, Runnable loss) {
    practice.cloud.liveBy(profile);
    assertThat(connect(server).accepted()).isTrue();
    loss.run();
    assertThat(minutesUntil(server, "Inaccessible")).isBetween(0, minutes(profile));
    Connection denied = connect(server);
    assertThat(denied.accepted()).isFalse();
    assertThat(denied.pages()).isZero();
  }

  private static int minutes(Profile profile) {
    return profile == Profile.CURRENT ? 60 : 10;
  }

  /** Comes back by itself within an hour, or by the rules of 2023 once it is revalidated. */
  private void comesBack(String server, Profile profile, Runnable repair) {
    repair.run();
    if (profile == Profile.CURRENT) {
      assertThat(minutesUntil(server, "Ready")).isBetween(0, 60);
    } else {
      practice.time.jump(Duration.ofHours(3));
      assertThat(state(server)).isEqualTo("Inaccessible");
      revalidate(server);
      assertThat(state(server)).isEqualTo("Ready");
    }
    assertThat(properties(server).at("/dataEncryption/primaryEncryptionKeyStatus").asText())
        .isEqualTo("Valid");
    int before = unwraps(server);
    Connection made = connect(server);
    assertThat(made.accepted()).as(made.message()).isTrue();
    assertThat(made.pages()).isEqualTo(64);
    assertThat(made.rows()).isGreaterThan(64 * 50);
    assertThat(unwraps(server)).as("the data key had to be unwrapped again").isGreaterThan(before);
  }

  private void revalidate(String server) {
    String identity =
        properties(server).at("/dataEncryption/primaryUserAssignedIdentityId").asText();
    point(server, key(server), identity);
  }

  private void point(String server, String key, String identity) {
    String body =
        """
        {"identity": {"type": "UserAssigned", "userAssignedIdentities": {"%s": {}}},
         "properties": {"dataEncryption": {"type": "AzureKeyVault", "primaryKeyURI": "%s",
           "primaryUserAssignedIdentityId": "%s"}}}\
        """
            .formatted(identity, key, identity);
    Answer accepted =
        practice.send("PATCH", Practice.ARM + server + "?api-version=" + Practice.PG, body);
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
    Answer end = new Orders(practice).outcome(accepted);
    assertThat(end.json().path("status").asText()).as(end.body()).isEqualTo("Succeeded");
    practice.time.jump(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @EnumSource
  void ina1TheKeyExpiresAndItsExpiryIsExtended(Profile profile) {
    String key = key(ORDERS);
    loses(
        ORDERS,
        profile,
        () -> {
          attributes(key, "\"exp\": " + after(Duration.ofMinutes(200)));
          practice.time.jump(Duration.ofMinutes(199));
          assertThat(state(ORDERS)).isEqualTo("Ready");
          practice.time.jump(Duration.ofMinutes(1));
        });
    comesBack(ORDERS, profile, () -> attributes(key, "\"exp\": " + after(Duration.ofDays(300))));
  }

  @ParameterizedTest
  @EnumSource
  void ina1TheSecondKeyExpires(Profile profile) {
    String key = properties(BILLING).at("/dataEncryption/geoBackupKeyURI").asText();
    loses(
        BILLING,
        profile,
        () -> {
          attributes(key, "\"exp\": " + after(Duration.ofMinutes(5)));
          practice.time.jump(Duration.ofMinutes(5));
        });
    JsonNode encryption = properties(BILLING).path("dataEncryption");
    assertThat(encryption.path("geoBackupEncryptionKeyStatus").asText()).isEqualTo("Invalid");
    assertThat(encryption.path("primaryEncryptionKeyStatus").asText()).isEqualTo("Valid");
    comesBack(BILLING, profile, () -> attributes(key, "\"exp\": " + after(Duration.ofDays(300))));
  }

  @ParameterizedTest
  @EnumSource
  void ina2TheOldVersionExpiresAndTheServerIsPointedAtTheNewOne(Profile profile) {
    String old = key(ORDERS);
    String fresh = practice.keys("kv-orders-eastus").rotateKey("orders-kek").getId();
    loses(
        ORDERS,
        profile,
        () -> {
          attributes(old, "\"exp\": " + after(Duration.ofMinutes(5)));
          practice.time.jump(Duration.ofMinutes(5));
        });
    point(ORDERS, fresh, Orders.identity("id-orders-eastus"));
    assertThat(minutesUntil(ORDERS, "Ready")).isBetween(0, profile.heals() ? 60 : 0);
    assertThat(connect(ORDERS).pages()).isEqualTo(64);
  }

  @ParameterizedTest
  @EnumSource
  void ina3TheVaultIsDeletedAndRecovered(Profile profile) {
    String vault = Practice.ARM + Orders.vault("kv-orders-eastus") + VAULT_API;
    loses(ORDERS, profile, () -> accept("DELETE", vault, ""));
    comesBack(
        ORDERS,
        profile,
        () ->
            accept(
                "PUT",
                vault,
                "{\"location\": \"eastus\", \"properties\": {\"createMode\": \"recover\","
                    + " \"tenantId\": \""
                    + PracticeCloud.TENANT
                    + "\", \"sku\": {\"family\": \"A\", \"name\": \"standard\"}}}"));
  }

  @ParameterizedTest
  @EnumSource
  void ina4TheKeyIsDeletedAndRecovered(Profile profile) {
    String base = "https://kv-orders-eastus.vault.azure.net/";
    loses(ORDERS, profile, () -> accept("DELETE", base + "keys/orders-kek" + KV, ""));
    comesBack(
        ORDERS, profile, () -> accept("POST", base + "deletedkeys/orders-kek/recover" + KV, ""));
  }

  @ParameterizedTest
  @EnumSource
  void ina4TheKeyIsDisabledAndEnabled(Profile profile) {
    String key = key(ORDERS);
    loses(ORDERS, profile, () -> attributes(key, "\"enabled\": false"));
    comesBack(ORDERS, profile, () -> attributes(key, "\"enabled\": true"));
  }

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

  private void grant(String identity) {
    String principal =
        practice
            .get(Practice.ARM + Orders.identity(identity) + "?api-version=2023-01-31")
            .json()
            .at("/properties/principalId")
            .asText();
    accept(
        "PUT",
        assignments() + "/0f5b1c1e-0000-4000-8000-00000000000" + identity.length() % 10 + API,
        """
        {"properties": {"principalId": "%s", "roleDefinitionId":
          "/providers/Microsoft.Authorization/roleDefinitions/e147488a-f6f5-4113-8e2d-b22465e65bf6"}}\
        """
            .formatted(principal));
  }

  private static final String API = "?api-version=2022-04-01";

  private static String assignments() {
    return Practice.ARM
        + Orders.vault("kv-orders-eastus")
        + "/providers/Microsoft.Authorization/roleAssignments";
  }

  @ParameterizedTest
  @EnumSource
  void ina6TheRoleIsTakenAndGivenBack(Profile profile) {
    String scope = Orders.vault("kv-orders-eastus");
    loses(
        ORDERS,
        profile,
        () -> {
          for (JsonNode given : practice.get(assignments() + API).json().path("value")) {
            if (given.at("/properties/scope").asText().equals(scope)) {
              accept("DELETE", Practice.ARM + given.path("id").asText() + API, "");
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

  @ParameterizedTest
  @EnumSource
  void ina9TheKeyIsNotActiveYet(Profile profile) {
    String key = key(ORDERS);
    loses(ORDERS, profile, () -> attributes(key, "\"nbf\": " + after(Duration.ofDays(5))));
    comesBack(ORDERS, profile, () -> practice.time.jump(Duration.ofDays(5)));
  }

  @Test
  void aServerThatRunsGoesOnUntilTheLossIsNoticed() {
    assertThat(connect("orders-pg").accepted()).isTrue();
    int before = unwraps(ORDERS);
    attributes(key(ORDERS), "\"enabled\": false");
    while (state(ORDERS).equals("Ready")) {
      assertThat(connect("orders-pg").rows()).isPositive();
      practice.time.jump(Duration.ofMinutes(1));
    }
    assertThat(connect("orders-pg").accepted()).isFalse();
    assertThat(unwraps(ORDERS)).isEqualTo(before);
  }

  @Test
  void aRevalidationWithALostKeyFailsAndChangesNothing() {
    practice.cloud.liveBy(Profile.OF_2023);
    attributes(key(ORDERS), "\"enabled\": false");
    practice.time.jump(Duration.ofMinutes(10));
    Answer refused =
        practice.send(
            "PATCH", Orders.url("orders-pg"), Orders.change(key(ORDERS), "id-orders-eastus"));
    assertThat(new Orders(practice).outcome(refused).json().path("status").asText())
        .isEqualTo("Failed");
    practice.time.jump(Duration.ofMinutes(1));
    assertThat(state(ORDERS)).isEqualTo("Inaccessible");
  }

  @Test
  void theProfileOutlivesTheProgramAndEndsWithAReset() throws StateInUse {
    practice.cloud.liveBy(Profile.OF_2023);
    practice.close();
    practice = new Practice(folder);
    assertThat(practice.cloud.profile()).isEqualTo(Profile.OF_2023);
    practice.cloud.reset();
    assertThat(practice.cloud.profile()).isEqualTo(Profile.CURRENT);
  }

  @Test
  void anotherProfileDoesNotJudgeThePast() {
    String key = key(ORDERS);
    attributes(key, "\"enabled\": false");
    minutesUntil(ORDERS, "Inaccessible");
    attributes(key, "\"enabled\": true");
    minutesUntil(ORDERS, "Ready");
    practice.cloud.liveBy(Profile.OF_2023);
    practice.time.jump(Duration.ofHours(2));
    assertThat(state(ORDERS)).isEqualTo("Ready");
  }
}
