package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaderName;
import com.azure.security.keyvault.keys.models.KeyType;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.Practice.Answer;
import dev.wrapkey.simulator.world.Agenda;
import dev.wrapkey.simulator.world.Agenda.Kind;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What the timeline announces comes true at that moment, and not a second before. */
class TimelineTest extends Losing {

  private static final String REPORTING =
      Orders.id("reporting-pg").replace("rg-orders", "rg-reporting");
  private static final String LAB = "https://kv-lab-eastus.vault.azure.net/";
  private static final String STORE = "https://kv-orders-eastus.vault.azure.net/";

  private Agenda.Due due(Kind kind, String resource) {
    return practice.cloud.upcoming().stream()
        .filter(due -> due.kind() == kind && due.resource().contains(resource))
        .findFirst()
        .orElseThrow(() -> new AssertionError(kind + " in " + practice.cloud.upcoming()));
  }

  private void comesTrue(Agenda.Due due, BooleanSupplier truth) {
    jumpTo(due, Duration.ofSeconds(1));
    assertThat(truth.getAsBoolean()).as("a second before " + due).isFalse();
    jumpTo(due, Duration.ZERO);
    assertThat(truth.getAsBoolean()).as("after " + due).isTrue();
    assertThat(practice.cloud.upcoming()).doesNotContain(due);
  }

  private void jumpTo(Agenda.Due due, Duration before) {
    practice.time.jump(Duration.between(practice.time.now(), due.at().minus(before)));
  }

  private boolean wraps(String key) {
    Answer answer =
        practice.send("POST", key + "/wrapkey" + KV, "{\"alg\":\"RSA-OAEP\",\"value\":\"QUJD\"}");
    assertThat(answer.status()).isIn(200, 403);
    return answer.status() == 200;
  }

  private boolean isThere(String url) {
    return practice.get(url).status() == 200;
  }

  private String newest(String key) {
    return practice.get(key + KV).json().at("/key/kid").asText();
  }

  @Test
  void whatIsDueIsToldInOrderOfTimeAndTheNextIsTheFirst() {
    assertThat(practice.cloud.upcoming())
        .isSortedAccordingTo(Comparator.comparing(Agenda.Due::at))
        .allMatch(due -> due.at().isAfter(practice.time.now()));
    assertThat(practice.cloud.next()).contains(practice.cloud.upcoming().getFirst());
  }

  @Test
  void aKeyExpires() {
    String key = key(ORDERS);
    attributes(key, "\"exp\": " + after(Duration.ofDays(3)));
    comesTrue(due(Kind.EXPIRY, key), () -> !wraps(key));
  }

  @Test
  void aKeyBecomesValid() {
    Agenda.Due due = due(Kind.ACTIVATION, "coming-kek");
    comesTrue(due, () -> wraps(due.resource()));
  }

  @Test
  void aKeyIsRotatedByItsPolicy() {
    String key = STORE + "keys/orders-kek";
    practice.keys("kv-orders-eastus").rotateKey("orders-kek");
    accept(
        "PUT",
        key + "/rotationpolicy" + KV,
        """
        {"lifetimeActions": [{"trigger": {"timeAfterCreate": "P30D"}, "action": {"type": "Rotate"}}],
         "attributes": {}}\
        """);
    String before = newest(key);
    comesTrue(due(Kind.ROTATION, "orders-kek"), () -> !newest(key).equals(before));
  }

  @Test
  void aDeletedKeyAndADeletedVaultAreDestroyed() {
    practice.keys("kv-lab-eastus").createKey("gone-kek", KeyType.RSA);
    accept("DELETE", LAB + "keys/gone-kek" + KV, "");
    comesTrue(due(Kind.PURGE, "gone-kek"), () -> !isThere(LAB + "deletedkeys/gone-kek" + KV));
    accept("DELETE", Practice.ARM + Orders.vault("kv-lab-eastus") + VAULT_API, "");
    String deleted =
        "%s/subscriptions/%s/providers/Microsoft.KeyVault/locations/eastus/deletedVaults/kv-lab-eastus%s"
            .formatted(Practice.ARM, Practice.PRODUCTION, VAULT_API);
    comesTrue(due(Kind.PURGE, "kv-lab-eastus"), () -> !isThere(deleted));
  }

  @Test
  void aRoleAssignmentHasItsEffect() {
    Agenda.Due due = due(Kind.RIGHT, "kv-orders-eastus");
    jumpTo(due, Duration.ofSeconds(30));
    assertThat(changed("id-fresh-eastus")).isEqualTo("Failed");
    jumpTo(due, Duration.ZERO);
    assertThat(changed("id-fresh-eastus")).isEqualTo("Succeeded");
  }

  private String changed(String identity) {
    Answer accepted =
        practice.send("PATCH", Orders.url("orders-pg"), Orders.change(key(ORDERS), identity));
    String followed = accepted.header("Azure-AsyncOperation");
    jumpTo(due(Kind.OPERATION, "orders-pg"), Duration.ZERO);
    return practice.get(followed).json().path("status").asText();
  }

  @Test
  void anOperationEnds() {
    Answer accepted =
        practice.send(
            "PATCH", Orders.url("orders-pg"), Orders.change(key(ORDERS), "id-orders-eastus"));
    String followed =
        accepted.headers().getValue(HttpHeaderName.fromString("Azure-AsyncOperation"));
    comesTrue(
        due(Kind.OPERATION, "orders-pg"),
        () -> practice.get(followed).json().path("status").asText().equals("Succeeded"));
  }

  @Test
  void aServerWhoseKeyWasSwitchedOffGoesAndComesBack() {
    String key = key(ORDERS);
    assertThat(due(Kind.LOOK, "orders-pg").at())
        .isBeforeOrEqualTo(practice.time.now().plus(Duration.ofHours(1)));
    attributes(key, "\"enabled\": false");
    comesTrue(due(Kind.INACCESSIBLE, "orders-pg"), () -> state(ORDERS).equals("Inaccessible"));
    attributes(key, "\"enabled\": true");
    comesTrue(due(Kind.ACCESSIBLE, "orders-pg"), () -> state(ORDERS).equals("Ready"));
  }

  @Test
  void aServerWhoseKeyWillExpireGoesAtTheLookAfterThat() {
    attributes(key(ORDERS), "\"exp\": " + after(Duration.ofDays(10)));
    Agenda.Due due = due(Kind.INACCESSIBLE, "orders-pg");
    assertThat(due.at()).isAfterOrEqualTo(practice.time.now().plus(Duration.ofDays(10)));
    comesTrue(due, () -> state(ORDERS).equals("Inaccessible"));
    assertThat(practice.cloud.upcoming())
        .noneMatch(d -> d.kind() == Kind.BACKUP && d.resource().endsWith("/orders-pg"));
  }

  @Test
  void aServerWithAVersionlessKeyTakesUpTheNewestVersion() {
    String key = key(REPORTING);
    String store = key.substring("https://".length(), key.indexOf('.'));
    practice.keys(store).rotateKey(key.substring(key.lastIndexOf('/') + 1));
    String newest = newest(key);
    comesTrue(due(Kind.FOLLOW, "reporting-pg"), () -> inUse(REPORTING).contains(newest));
  }

  private String inUse(String server) {
    assertThat(state(server)).isEqualTo("Ready"); // the version is taken up when somebody looks
    return practice.cloud.inspector().look(server).orElseThrow().toString();
  }

  @Test
  void aBackupIsMade() {
    int before = backups();
    comesTrue(due(Kind.BACKUP, "orders-pg"), () -> backups() > before);
  }

  private int backups() {
    JsonNode found =
        practice.get(Practice.ARM + ORDERS + "/backups?api-version=" + Practice.PG).json();
    return found.path("value").size();
  }

  @Test
  void whatTakesItsTimeWhileTheClockRunsIsDueToo() {
    practice.time.runAt(1e-9); // runs, but not so that a test would notice
    String url =
        Practice.ARM
            + Orders.vault("kv-lab-eastus").replace("kv-lab-eastus", "kv-timeline")
            + VAULT_API;
    accept(
        "PUT",
        url,
        """
        {"location": "eastus", "properties": {"tenantId": "%s", "accessPolicies": [],
          "sku": {"family": "A", "name": "standard"}}}\
        """
            .formatted(PracticeCloud.TENANT));
    comesTrue(
        due(Kind.VAULT, "kv-timeline"),
        () ->
            practice
                .get(url)
                .json()
                .at("/properties/provisioningState")
                .asText()
                .equals("Succeeded"));
    accept("DELETE", STORE + "keys/orders-kek" + KV, "");
    comesTrue(
        due(Kind.DELETION, "orders-kek"), () -> isThere(STORE + "deletedkeys/orders-kek" + KV));
  }
}
