package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.Practice.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GeoRestoreTest extends RestoreScene {

  private static final String GEO =
      """
      {"location": "eastus", "sku": {"name": "Standard_D2ads_v5", "tier": "GeneralPurpose"},
       "identity": {"type": "UserAssigned", "userAssignedIdentities": {"%1$s": {}, "%2$s": {}}},
       "properties": {"administratorLogin": "wrapadmin", "administratorLoginPassword": "%5$s", "version": "17",
         "backup": {"geoRedundantBackup": "%6$s"},
         "dataEncryption": {"type": "AzureKeyVault", "primaryKeyURI": "%3$s", "primaryUserAssignedIdentityId": "%1$s"
           %4$s}}}\
      """;

  private static String geoServer(String geoPart, String geoBackup) {
    return GEO.formatted(
        Orders.identity("id-orders-eastus"),
        Orders.identity("id-orders-westus"),
        Orders.key("kv-orders-eastus", "orders-kek"),
        geoPart,
        Orders.PASSWORD,
        geoBackup);
  }

  private static String geoKey(String identity) {
    return ", \"geoBackupKeyURI\": \"%s\", \"geoBackupUserAssignedIdentityId\": \"%s\""
        .formatted(Orders.key("kv-orders-westus", "orders-west-kek"), Orders.identity(identity));
  }

  @Test
  void aGeoRestoreReadsTheCopyUnderTheSecondKey() {
    assertThat(status(orders.create("geo-pg", geoServer(geoKey("id-orders-westus"), "Enabled"))))
        .isEqualTo("Succeeded");
    String restore = from("geo-pg", "GeoRestore", "westus", "");
    assertThat(orders.put("geo-back", restore).code()).isEqualTo("GeoBackupsNotAvailable");

    practice.time.jump(Duration.ofHours(1));
    practice.send(
        "PATCH",
        practice.cloud.inspector().look(Orders.id("geo-pg")).orElseThrow().wrapped().keyVersion()
            + "?api-version=7.4",
        "{\"attributes\": {\"enabled\": false}}");
    assertThat(status(orders.create("geo-back", restore))).isEqualTo("Succeeded");
    assertThat(new String(page("geo-back").plain(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("geo-pg order");
  }

  @Test
  void theKeyThatRefusesToWrapIsTheOneThatIsNamed() {
    disable("kv-orders-westus", "orders-west-kek");
    assertThat(refusal()).contains("AzureKeyVaultKeyDisabled").contains("/keys/orders-west-kek");
    disable("kv-orders-eastus", "orders-kek");
    assertThat(refusal()).contains("AzureKeyVaultKeyDisabled").contains("/keys/orders-kek");
  }

  private void disable(String vault, String key) {
    String version = practice.keys(vault).getKey(key).getId();
    practice.send("PATCH", version + "?api-version=7.4", "{\"attributes\": {\"enabled\": false}}");
  }

  private String refusal() {
    String server = geoServer(geoKey("id-orders-westus"), "Enabled");
    return orders.create("geo-pg", server).json().path("error").toString();
  }

  /** CMK-22, CMK-27, CMK-28. */
  @Test
  void geoRedundantBackupWithACustomersKeyNeedsASecondKeyAndAnotherIdentity() {
    assertThat(orders.put("geo-pg", geoServer("", "Enabled")).body())
        .contains("CMKInvalidEncryptionParameters")
        .contains("Geo-Backup Encryption user assigned identity and key is required");
    assertThat(orders.put("geo-pg", geoServer(geoKey("id-orders-westus"), "Disabled")).body())
        .contains("Geo-redundant backup is not enabled");
    assertThat(orders.put("geo-pg", geoServer(geoKey("id-orders-eastus"), "Enabled")).body())
        .contains("cannot be the same");
  }

  @Test
  void aGeoRestoreHoldsWhatWasWrittenAfterTheBackup() {
    practice.cloud.load("billing-pg", 1, Load.Watch.TO_THE_END);
    String restore =
        from("billing-pg", "GeoRestore", "westeurope", "")
            .replace(Orders.id("billing-pg"), billing());
    assertThat(status(orders.create("billing-back", restore))).isEqualTo("Succeeded");
    assertThat(pages("billing-back")).isGreaterThan(64 + 127);
  }

  private String billing() {
    return Orders.id("billing-pg").replace("rg-orders", "rg-billing");
  }

  /** BAK-2; the region table of the specification says no for Brazil Southeast. */
  @Test
  void geoRedundantBackupIsRefusedWhereItIsNotOffered() {
    String body =
        Orders.plain()
            .replace("eastus", "brazilsoutheast")
            .replace(
                "\"storage\"", "\"backup\": {\"geoRedundantBackup\": \"Enabled\"}, \"storage\"");
    Answer refused = orders.put("far-pg", body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("This location does not support geo-redundant backup.");
  }

  /** The key that wrapped the data keys of the geo-redundant backup. */
  @Test
  void aGeoRestoredServerNeedsTheGeoKey() {
    orders.create("geo-pg", geoServer(geoKey("id-orders-westus"), "Enabled"));
    practice.time.jump(Duration.ofHours(1));
    orders.create("geo-back", from("geo-pg", "GeoRestore", "westus", ""));
    String geoKey = Orders.key("kv-orders-westus", "orders-west-kek");
    assertThat(
            practice
                .cloud
                .inspector()
                .look(Orders.id("geo-back"))
                .orElseThrow()
                .volumes()
                .getFirst()
                .facts()
                .keys())
        .filteredOn(key -> key.isInherited())
        .isNotEmpty()
        .allSatisfy(key -> assertThat(key.wrapped().keyVersion()).startsWith(geoKey + "/"));
    practice.send("PATCH", geoKey + "?api-version=7.4", "{\"attributes\": {\"enabled\": false}}");
    practice.time.jump(Duration.ofMinutes(61));
    assertThat(practice.get(Orders.url("geo-back")).json().at("/properties/state").asText())
        .isEqualTo("Inaccessible");
  }
}
