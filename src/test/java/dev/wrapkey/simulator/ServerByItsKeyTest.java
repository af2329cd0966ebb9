package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers live by their keys (portal specification §7; documentation of 2 June 2026). */
class ServerByItsKeyTest {

  private static final String REPORTING =
      Orders.id("reporting-pg").replace("rg-orders", "rg-reporting");

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

  private String keyOf(String id) {
    return practice.cloud.inspector().look(id).orElseThrow().wrapped().keyVersion();
  }

  private String state(String id) {
    return at(id, "/properties/state");
  }

  private String keyStatus(String id) {
    return at(id, "/properties/dataEncryption/primaryEncryptionKeyStatus");
  }

  private String at(String id, String pointer) {
    return practice
        .get(Practice.ARM + id + "?api-version=" + Practice.PG)
        .json()
        .at(pointer)
        .asText();
  }

  private void change(String key, String attributes) {
    assertThat(
            practice
                .send("PATCH", key + "?api-version=7.4", "{\"attributes\": {" + attributes + "}}")
                .status())
        .isEqualTo(200);
  }

  /** Minutes until a server shows a state, at most two hours. */
  private int minutesUntil(String id, String state) {
    for (int minutes = 0; minutes <= 120; minutes++) {
      if (state(id).equals(state)) {
        return minutes;
      }
      practice.time.jump(Duration.ofMinutes(1));
    }
    return Integer.MAX_VALUE;
  }

  @Test
  void aServerWhoseKeyIsDisabledIsInaccessibleWithinAnHourAndReadyWithinAnHourOfTheRepair() {
    String server = Orders.id("orders-pg");
    String key = keyOf(server);
    change(key, "\"enabled\": false");
    assertThat(minutesUntil(server, "Inaccessible")).isBetween(0, 60);
    assertThat(keyStatus(server)).isEqualTo("Invalid");

    change(key, "\"enabled\": true");
    assertThat(minutesUntil(server, "Ready")).isBetween(0, 60);
    assertThat(keyStatus(server)).isEqualTo("Valid");
  }

  @Test
  void aKeyThatIsRepairedBetweenTwoLooksWasNeverMissed() {
    String server = Orders.id("orders-pg");
    String key = keyOf(server);
    change(key, "\"enabled\": false");
    assertThat(minutesUntil(server, "Inaccessible")).isBetween(0, 60);
    change(key, "\"enabled\": true");
    assertThat(minutesUntil(server, "Ready")).isBetween(0, 60);
    practice.time.jump(Duration.ofMinutes(1));
    change(key, "\"enabled\": false");
    practice.time.jump(Duration.ofMinutes(50));
    change(key, "\"enabled\": true");
    practice.time.jump(Duration.ofMinutes(30));
    assertThat(state(server)).isEqualTo("Ready");
  }

  @Test
  void anExpiredKeyTakesItsServerAlongWithoutAnybodyTouchingIt() {
    String server = Orders.id("orders-pg");
    long expiry = Practice.START.plus(Duration.ofHours(5)).getEpochSecond();
    change(keyOf(server), "\"exp\": " + expiry);
    practice.time.jump(Duration.ofMinutes(299));
    assertThat(state(server)).isEqualTo("Ready");
    assertThat(minutesUntil(server, "Inaccessible")).isBetween(1, 61);
  }

  @Test
  void whatTheServiceBelievesSurvivesARestart() throws StateInUse {
    String server = Orders.id("orders-pg");
    change(keyOf(server), "\"enabled\": false");
    practice.time.jump(Duration.ofHours(1));
    assertThat(state(server)).isEqualTo("Inaccessible");
    practice.close();
    practice = new Practice(folder, Practice.START.plus(Duration.ofHours(2)));
    assertThat(state(server)).isEqualTo("Inaccessible");
  }

  @Test
  void aLostRoleMakesTheServerInaccessible() {
    String scope = Orders.vault("kv-orders-eastus");
    String list =
        Practice.ARM
            + scope
            + "/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01";
    practice
        .get(list)
        .json()
        .path("value")
        .forEach(
            a -> {
              if (a.at("/properties/scope").asText().equals(scope)) {
                practice.send(
                    "DELETE", Practice.ARM + a.path("id").asText() + "?api-version=2022-04-01", "");
              }
            });
    assertThat(minutesUntil(Orders.id("orders-pg"), "Inaccessible")).isBetween(0, 60);
  }

  @Test
  void aVersionlessKeyFollowsItsNewestVersionByItself() {
    String before = keyOf(REPORTING);
    practice.keys("kv-reporting-weu").rotateKey("reporting-kek");
    practice.time.jump(Duration.ofHours(1));
    assertThat(state(REPORTING)).isEqualTo("Ready");
    assertThat(keyOf(REPORTING)).isNotEqualTo(before);

    change(before, "\"enabled\": false");
    practice.time.jump(Duration.ofHours(2));
    assertThat(state(REPORTING)).isEqualTo("Ready");
    assertThat(practice.cloud.inspector().page(REPORTING, 0)).isPresent();
  }

  @Test
  void anOldVersionThatIsDisabledTooEarlyLocksAVersionlessServerOut() {
    String before = keyOf(REPORTING);
    practice.keys("kv-reporting-weu").rotateKey("reporting-kek");
    change(before, "\"enabled\": false");
    practice.time.jump(Duration.ofHours(2));
    assertThat(state(REPORTING)).isEqualTo("Inaccessible");
    change(before, "\"enabled\": true");
    assertThat(minutesUntil(REPORTING, "Ready")).isBetween(0, 60);
  }
}
