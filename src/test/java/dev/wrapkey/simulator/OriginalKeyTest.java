package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.RekeyReport;
import dev.wrapkey.encryption.RotationWatch;
import dev.wrapkey.encryption.StoredKey;
import dev.wrapkey.simulator.Practice.Answer;
import dev.wrapkey.simulator.world.Connection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A restored server goes on needing the key of the server it came from (documentation of data
 * encryption: "Don't revoke the original key after restoring"), until it is keyed anew.
 */
class OriginalKeyTest {

  private static final String OWN_KEY = Orders.key("kv-orders-eastus", "ledger-kek");

  @TempDir Path folder;
  private Practice practice;
  private Orders orders;
  private String original;

  @BeforeEach
  void restore() throws StateInUse {
    practice = new Practice(folder);
    orders = new Orders(practice);
    original = look("orders-pg").wrapped().keyVersion();
    restored("copy-pg", "orders-pg", OWN_KEY);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private void restored(String name, String from, String key) {
    String body = key.isEmpty() ? "{\"properties\": {}}" : Orders.change(key, "id-orders-eastus");
    String restore =
        body.replaceFirst(
            "\"properties\": \\{",
            "\"location\": \"eastus\", \"properties\": {\"createMode\": \"PointInTimeRestore\","
                + " \"sourceServerResourceId\": \""
                + Orders.id(from)
                + (key.isEmpty() ? "\"" : "\", "));
    Answer end = orders.create(name, restore);
    assertThat(end.json().path("status").asText()).as(end.body()).isEqualTo("Succeeded");
    practice.send(
        "PUT",
        Practice.ARM + Orders.id(name) + "/firewallRules/me?api-version=" + Practice.PG,
        "{\"properties\": {\"startIpAddress\": \"203.0.113.7\", \"endIpAddress\":"
            + " \"203.0.113.7\"}}");
    practice.time.jump(Duration.ofMinutes(1));
  }

  private Inspector.Storage look(String server) {
    return practice.cloud.inspector().look(Orders.id(server)).orElseThrow();
  }

  private List<StoredKey> inherited(String server) {
    return look(server).volumes().getFirst().facts().keys().stream()
        .filter(StoredKey::isInherited)
        .toList();
  }

  private String state(String server) {
    return practice.get(Orders.url(server)).json().at("/properties/state").asText();
  }

  private Connection connect(String server) {
    return practice.cloud.connect(new Connection.Attempt(server, "", "", "", ""));
  }

  private void enable(String key, boolean enabled) {
    Answer answer =
        practice.send(
            "PATCH", key + "?api-version=7.4", "{\"attributes\": {\"enabled\": " + enabled + "}}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private void lose(String key) {
    enable(key, false);
    practice.time.jump(Duration.ofMinutes(61));
  }

  private RekeyReport rekey(String server) throws KeyUnavailable {
    return practice.cloud.inspector().rekeyInherited(Orders.id(server), RotationWatch.TO_THE_END);
  }

  /** Data keys are in memory no more. */
  private void reopen() throws StateInUse {
    practice.close();
    practice = new Practice(folder);
    orders = new Orders(practice);
  }

  @Test
  void theRestoredServerHasItsOwnVolumeKeyAndTheDataKeysOfTheBackup() {
    assertThat(look("copy-pg").wrapped().keyVersion()).startsWith(OWN_KEY + "/");
    assertThat(inherited("copy-pg")).isNotEmpty();
    assertThat(inherited("copy-pg"))
        .allSatisfy(key -> assertThat(key.wrapped().keyVersion()).isEqualTo(original))
        .allSatisfy(
            key ->
                assertThat(key.inheritedFrom().orElseThrow().serverId())
                    .isEqualTo(Orders.id("orders-pg").toLowerCase(java.util.Locale.ROOT)));
    assertThat(connect("copy-pg").rows()).isEqualTo(connect("orders-pg").rows());
  }

  @Test
  void CMK_32_itIsInaccessibleWithoutTheOriginalKeyAndSaysWhichOne() {
    assertThat(connect("copy-pg").accepted()).isTrue();
    lose(original);
    assertThat(state("copy-pg")).isEqualTo("Inaccessible");
    JsonNode encryption =
        practice.get(Orders.url("copy-pg")).json().at("/properties/dataEncryption");
    assertThat(encryption.path("primaryEncryptionKeyStatus").asText())
        .as("its own key is as it was")
        .isEqualTo("Valid");
    Connection denied = connect("copy-pg");
    assertThat(denied.accepted()).isFalse();
    assertThat(denied.message()).contains(original).contains("restored from");
    assertThat(activities()).contains("The key " + original + " cannot be used.");

    enable(original, true);
    practice.time.jump(Duration.ofMinutes(61));
    assertThat(state("copy-pg")).isEqualTo("Ready");
    assertThat(connect("copy-pg").accepted()).isTrue();
  }

  private String activities() {
    return practice
        .get(
            Practice.ARM
                + "/subscriptions/"
                + Practice.PRODUCTION
                + "/providers/Microsoft.Insights/eventtypes/management/values?api-version=2015-04-01"
                + "&$filter=eventTimestamp%20ge%20'2026-01-01T00:00:00Z'%20and%20resourceUri%20eq%20'"
                + Orders.id("copy-pg")
                + "'")
        .body();
  }

  @Test
  void keyedAnewItNeedsTheOriginalKeyNoMore() throws Exception {
    long rows = connect("copy-pg").rows();
    RekeyReport report = rekey("copy-pg");
    assertThat(report.segments()).isOne();
    assertThat(report.pagesRewritten()).isEqualTo(look("copy-pg").pages());
    assertThat(inherited("copy-pg")).isEmpty();
    lose(original);
    reopen();
    assertThat(state("copy-pg")).isEqualTo("Ready");
    assertThat(state("orders-pg")).isEqualTo("Inaccessible");
    assertThat(connect("copy-pg").rows()).isEqualTo(rows);
    assertThat(rekey("copy-pg")).isEqualTo(new RekeyReport(0, 0, 0));
  }

  /** It holds the data keys in memory until it notices. */
  @Test
  void aRunningServerCanBeKeyedAnewBeforeTheLossIsNoticed() throws Exception {
    assertThat(connect("copy-pg").accepted()).isTrue();
    enable(original, false);
    assertThat(rekey("copy-pg").segments()).isOne();
    practice.time.jump(Duration.ofHours(3));
    assertThat(state("copy-pg")).isEqualTo("Ready");
    reopen();
    assertThat(connect("copy-pg").accepted()).isTrue();
  }

  @Test
  void withoutTheOriginalKeyThereIsNothingToKeyAnew() throws Exception {
    lose(original);
    assertThatThrownBy(() -> rekey("copy-pg"))
        .isInstanceOfSatisfying(
            KeyUnavailable.class, refused -> assertThat(refused.code()).isEqualTo("KeyDisabled"));
    assertThat(inherited("copy-pg")).isNotEmpty();
  }

  @Test
  void anotherKeyOfItsOwnDoesNotFreeIt() {
    String next = practice.keys("kv-orders-eastus").rotateKey("ledger-kek").getId();
    Answer accepted =
        practice.send("PATCH", Orders.url("copy-pg"), Orders.change(next, "id-orders-eastus"));
    assertThat(orders.outcome(accepted).json().path("status").asText()).isEqualTo("Succeeded");
    practice.time.jump(Duration.ofMinutes(2));
    assertThat(look("copy-pg").wrapped().keyVersion()).isEqualTo(next);
    assertThat(inherited("copy-pg"))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(key.wrapped().keyVersion()).isEqualTo(original));
    assertThat(connect("copy-pg").accepted()).isTrue();
    lose(original);
    assertThat(state("copy-pg")).isEqualTo("Inaccessible");
  }

  @Test
  void aServiceManagedServerRestoredFromACustomersNeedsTheCustomersKey() throws Exception {
    restored("plain-pg", "orders-pg", "");
    assertThat(look("plain-pg").wrapped().keyVersion()).startsWith("service-managed/");
    assertThat(connect("plain-pg").accepted()).isTrue();
    lose(original);
    assertThat(state("plain-pg")).isEqualTo("Inaccessible");
    enable(original, true);
    practice.time.jump(Duration.ofMinutes(61));
    rekey("plain-pg");
    lose(original);
    assertThat(state("plain-pg")).isEqualTo("Ready");
    reopen();
    assertThat(connect("plain-pg").accepted()).isTrue();
  }

  @Test
  void aCustomersServerRestoredFromAServiceManagedOneNeedsItsOwnKeyOnly() throws Exception {
    restored("mine-pg", "ledger-pg", OWN_KEY);
    assertThat(inherited("mine-pg"))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(key.wrapped().keyVersion()).startsWith("service-managed/"));
    lose(original);
    assertThat(state("mine-pg")).isEqualTo("Ready");
    assertThat(connect("mine-pg").accepted()).isTrue();
    lose(look("mine-pg").wrapped().keyVersion());
    assertThat(state("mine-pg")).isEqualTo("Inaccessible");
  }

  @Test
  void whatIsWrittenAfterwardsIsThereWithAndWithoutTheOriginalKey() throws Exception {
    practice.cloud.load("copy-pg", 2, Load.Watch.TO_THE_END);
    long rows = connect("copy-pg").rows();
    reopen();
    assertThat(connect("copy-pg").rows()).isEqualTo(rows);
    rekey("copy-pg");
    lose(original);
    reopen();
    assertThat(connect("copy-pg").rows()).isEqualTo(rows);
  }

  @Test
  void aRestoreOfARestoredServerStandsOnThatOnesOwnKey() throws Exception {
    practice.time.jump(Duration.ofMinutes(10));
    restored("third-pg", "copy-pg", OWN_KEY);
    assertThat(inherited("third-pg"))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(key.wrapped().keyVersion()).startsWith(OWN_KEY + "/"));
    lose(original);
    assertThat(state("copy-pg")).isEqualTo("Inaccessible");
    assertThat(state("third-pg")).isEqualTo("Ready");
    assertThat(connect("third-pg").accepted()).isTrue();
  }

  @Test
  void aReplicaHasNothingInherited() {
    Answer end =
        orders.create(
            "rep-pg",
            """
            {"location": "eastus", "properties": {"createMode": "Replica",
              "sourceServerResourceId": "%s"}}\
            """
                .formatted(Orders.id("copy-pg")));
    assertThat(end.json().path("status").asText()).as(end.body()).isEqualTo("Succeeded");
    assertThat(inherited("rep-pg")).isEmpty();
  }
}
