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
import org.junit.jupiter.api.io.TempDir;

/** How a server of a practice cloud loses its key and comes back, for tests of the causes. */
abstract class Losing {

  static final String KV = "?api-version=7.4";
  static final String VAULT_API = "?api-version=2022-07-01";
  static final String ROLE_API = "?api-version=2022-04-01";
  static final String ORDERS = Orders.id("orders-pg");
  static final String BILLING = Orders.id("billing-pg").replace("rg-orders", "rg-billing");

  @TempDir Path folder;
  Practice practice;

  @BeforeEach
  void open() throws StateInUse {
    practice = new Practice(folder);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  JsonNode properties(String server) {
    return practice
        .get(Practice.ARM + server + "?api-version=" + Practice.PG)
        .json()
        .path("properties");
  }

  String state(String server) {
    return properties(server).path("state").asText();
  }

  String key(String server) {
    return properties(server).at("/dataEncryption/primaryKeyURI").asText();
  }

  void accept(String method, String url, String body) {
    assertThat(practice.send(method, url, body).status()).as(method + " " + url).isLessThan(300);
  }

  void attributes(String key, String attributes) {
    accept("PATCH", key + KV, "{\"attributes\": {" + attributes + "}}");
  }

  long after(Duration duration) {
    return practice.time.now().plus(duration).getEpochSecond();
  }

  int minutesUntil(String server, String state) {
    for (int minutes = 0; minutes <= 120; minutes++) {
      if (state(server).equals(state)) {
        return minutes;
      }
      practice.time.jump(Duration.ofMinutes(1));
    }
    return Integer.MAX_VALUE;
  }

  Connection connect(String server) {
    return practice.cloud.connect(new Connection.Attempt(server, "", "", "", ""));
  }

  int unwraps(String server) {
    return (int)
        practice.cloud.inspector().look(server).orElseThrow().calls().stream()
            .filter(c -> c.operation().equals("unwrapKey"))
            .count();
  }

  /** Loses the key: noticed in time, then nobody gets in and the data key is no longer held. */
  void loses(String server, Profile profile, Runnable loss) {
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
  void comesBack(String server, Profile profile, Runnable repair) {
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

  void revalidate(String server) {
    String identity =
        properties(server).at("/dataEncryption/primaryUserAssignedIdentityId").asText();
    point(server, key(server), identity);
  }

  void point(String server, String key, String identity) {
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

  /** Gives an identity the role of data encryption on the vault of the orders. */
  void grant(String identity) {
    String principal =
        practice
            .get(Practice.ARM + Orders.identity(identity) + "?api-version=2023-01-31")
            .json()
            .at("/properties/principalId")
            .asText();
    accept(
        "PUT",
        assignments() + "/0f5b1c1e-0000-4000-8000-00000000000" + identity.length() % 10 + ROLE_API,
        """
        {"properties": {"principalId": "%s", "roleDefinitionId":
          "/providers/Microsoft.Authorization/roleDefinitions/e147488a-f6f5-4113-8e2d-b22465e65bf6"}}\
        """
            .formatted(principal));
  }

  static String assignments() {
    return Practice.ARM
        + Orders.vault("kv-orders-eastus")
        + "/providers/Microsoft.Authorization/roleAssignments";
  }
}
