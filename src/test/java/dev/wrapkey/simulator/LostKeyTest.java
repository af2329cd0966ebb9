package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.Practice.Answer;
import dev.wrapkey.simulator.world.Profile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The causes for which a server loses its key itself, and the documented ways back (portal
 * specification §7.2), by the rules of today and of 2023 (§7.3).
 */
class LostKeyTest extends Losing {

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
        () -> {
          accept(
              "PUT",
              vault,
              "{\"location\": \"eastus\", \"properties\": {\"createMode\": \"recover\","
                  + " \"tenantId\": \""
                  + PracticeCloud.TENANT
                  + "\", \"sku\": {\"family\": \"A\", \"name\": \"standard\"}}}");
          practice.time.jump(Duration.ofHours(2));
          assertThat(state(ORDERS)).as("the role went with the vault").isEqualTo("Inaccessible");
          grant("id-orders-eastus");
        });
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
