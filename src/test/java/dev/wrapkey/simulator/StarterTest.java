package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.Practice.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The starter landscape teaches what its description says: each wrong thing is wrong. */
class StarterTest {

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

  private static String server(String group, String name) {
    return Orders.id(name).replace("rg-orders", group);
  }

  private JsonNode properties(String id) {
    return practice
        .get(Practice.ARM + id + "?api-version=" + Practice.PG)
        .json()
        .path("properties");
  }

  private Map<String, String> pairs() {
    Map<String, String> pairs = new TreeMap<>();
    String list = "/subscriptions/" + Practice.PRODUCTION + "/locations?api-version=2022-12-01";
    for (JsonNode region : practice.get(Practice.ARM + list).json().path("value")) {
      JsonNode pair = region.at("/metadata/pairedRegion/0/name");
      if (!pair.isMissingNode()) {
        pairs.put(region.path("name").asText(), pair.asText());
      }
    }
    return pairs;
  }

  @Test
  void regionsHaveTheirPairs() {
    assertThat(pairs())
        .hasSizeGreaterThan(12)
        .containsEntry("eastus", "westus")
        .containsEntry("westus", "eastus")
        .containsEntry("northeurope", "westeurope")
        .containsEntry("uksouth", "ukwest")
        .containsEntry("westus3", "eastus")
        .doesNotContainKey("polandcentral");
  }

  @ParameterizedTest
  @CsvSource({"eastus,true", "northeurope,true", "brazilsouth,false", "polandcentral,false"})
  void onlyRegionsWithGeoBackupOfferIt(String region, boolean offered) {
    JsonNode offer =
        practice
            .get(
                Practice.ARM
                    + "/subscriptions/"
                    + Practice.PRODUCTION
                    + "/providers/Microsoft.DBforPostgreSQL/locations/"
                    + region
                    + "/capabilities?api-version="
                    + Practice.PG)
            .json();
    assertThat(offer.at("/value/0/geoBackupSupported").asText())
        .isEqualTo(offered ? "Enabled" : "Disabled");
  }

  /** Codes: portal specification §7.4; those of dates and of kind of key are inferred there. */
  @ParameterizedTest
  @CsvSource({
    "kv-lab-eastus, lab-kek, id-orders-eastus, CMKInvalidEncryptionParameters",
    "kv-orders-westus, orders-west-kek, id-orders-westus, CMKInvalidEncryptionParameters",
    "kv-sealed-eastus, sealed-kek, id-orders-eastus, ''",
    "kv-orders-eastus, lapsed-kek, id-orders-eastus, AzureKeyVaultKeyExpired",
    "kv-orders-eastus, retired-kek, id-orders-eastus, AzureKeyVaultKeyDisabled",
    "kv-orders-eastus, coming-kek, id-orders-eastus, AzureKeyVaultKeyNotYetValid",
    "kv-orders-eastus, signing-ec, id-orders-eastus, CMKInvalidEncryptionParameters",
    "kv-policy-eastus, policy-kek, id-orders-eastus, AzureKeyVaultMissingPermissions",
    "kv-orders-eastus, orders-kek, id-newcomer-eastus, AzureKeyVaultKeyNameNotFound",
    "kv-orders-eastus, orders-kek, id-fresh-eastus, AzureKeyVaultKeyNameNotFound"
  })
  void whatIsWrongIsRefusedForItsOwnReason(String vault, String key, String identity, String code) {
    Answer end =
        new Orders(practice)
            .create("lesson-pg", Orders.encrypted(Orders.key(vault, key), identity));
    assertThat(end.json().path("status").asText()).isEqualTo("Failed");
    if (code.isEmpty()) {
      assertThat(end.json().at("/error/code").asText()).startsWith("AzureKeyVault");
    } else {
      assertThat(end.json().at("/error/code").asText()).isEqualTo(code);
    }
  }

  @Test
  void aKeyOfTheOtherSubscriptionServesAsWell() {
    Answer end =
        new Orders(practice)
            .create(
                "across-pg",
                Orders.encrypted(Orders.key("kv-dev-eastus", "dev-kek"), "id-orders-eastus"));
    assertThat(end.json().path("status").asText()).isEqualTo("Succeeded");
  }

  @Test
  void aRoleThatWasJustGivenHasItsEffectAfterPropagation() {
    practice.time.jump(Duration.ofMinutes(10));
    Answer end =
        new Orders(practice)
            .create(
                "fresh-pg",
                Orders.encrypted(Orders.key("kv-orders-eastus", "orders-kek"), "id-fresh-eastus"));
    assertThat(end.json().path("status").asText()).isEqualTo("Succeeded");
  }

  @Test
  void aServerWithGeoRedundantBackupHasASecondKeyInThePairedRegion() {
    JsonNode billing = properties(server("rg-billing", "billing-pg"));
    assertThat(billing.at("/backup/geoRedundantBackup").asText()).isEqualTo("Enabled");
    assertThat(billing.at("/dataEncryption/primaryKeyURI").asText())
        .contains("kv-billing-neu.vault.azure.net/keys/billing-kek/");
    assertThat(billing.at("/dataEncryption/geoBackupKeyURI").asText())
        .contains("kv-billing-weu.vault.azure.net/keys/billing-weu-kek/");
    assertThat(billing.at("/dataEncryption/primaryEncryptionKeyStatus").asText())
        .isEqualTo("Valid");
    assertThat(billing.at("/dataEncryption/geoBackupEncryptionKeyStatus").asText())
        .isEqualTo("Valid");
    assertThat(billing.path("state").asText()).isEqualTo("Ready");
  }

  @Test
  void oneServerIsInaccessibleFromTheFirstLook() {
    String payroll = server("rg-payroll", "payroll-pg");
    assertThat(properties(payroll).path("state").asText()).isEqualTo("Inaccessible");
    assertThat(properties(payroll).at("/dataEncryption/primaryEncryptionKeyStatus").asText())
        .isEqualTo("Invalid");
    assertThat(practice.cloud.inspector().look(payroll).orElseThrow().pages()).isEqualTo(64);
  }

  @Test
  void theInaccessibleServerComesBackWhenItsKeyMayBeUsedAgain() {
    String payroll = server("rg-payroll", "payroll-pg");
    long expiry = Practice.START.plus(Duration.ofDays(365)).getEpochSecond();
    String key = properties(payroll).at("/dataEncryption/primaryKeyURI").asText();
    practice.send("PATCH", key + "?api-version=7.4", "{\"attributes\": {\"exp\": " + expiry + "}}");
    practice.time.jump(Duration.ofMinutes(60));
    assertThat(properties(payroll).path("state").asText()).isEqualTo("Ready");
  }

  @Test
  void aResetRestoresAllOfIt() {
    List<String> before = names();
    practice.send("DELETE", Orders.url("orders-pg"), "");
    practice.time.jump(Duration.ofHours(1));
    assertThat(names()).doesNotContain("orders-pg");
    practice.cloud.reset();
    assertThat(names()).isEqualTo(before);
    assertThat(properties(server("rg-payroll", "payroll-pg")).path("state").asText())
        .isEqualTo("Inaccessible");
    assertThat(practice.cloud.inspector().page(Orders.id("orders-pg"), 0)).isPresent();
  }

  private List<String> names() {
    return practice
        .get(
            Practice.ARM
                + "/subscriptions/"
                + Practice.PRODUCTION
                + "/providers/Microsoft.DBforPostgreSQL/flexibleServers?api-version="
                + Practice.PG)
        .json()
        .path("value")
        .findValuesAsText("name");
  }
}
