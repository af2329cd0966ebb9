package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.fault.Aim;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.simulator.fault.Rhythm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;

/** Which requests are struck, and what follows from a changed world. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {

  private static final String SUB = Practice.ARM + "/subscriptions/" + Practice.PRODUCTION;
  private static final String GROUPS = SUB + "/resourceGroups?api-version=2021-04-01";
  private static final String LOCATIONS = SUB + "/locations?api-version=2021-04-01";
  private static final String SERVERS =
      SUB + "/providers/Microsoft.DBforPostgreSQL/flexibleServers?api-version=" + Practice.PG;
  private static final String KEY =
      "https://kv-orders-eastus.vault.azure.net/keys/orders-kek?api-version=7.4";

  private Practice practice;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    practice = new Practice(folder);
  }

  @AfterAll
  void close() {
    practice.close();
  }

  @AfterEach
  void switchOff() {
    for (Fault fault : Fault.values()) {
      practice.cloud.faults().switchOff(fault);
    }
  }

  private void throttle(Rhythm rhythm) {
    practice
        .cloud
        .faults()
        .switchOn(
            Fault.THROTTLING,
            new FaultOrder(new Aim("GET", "", "*/resourcegroups", ""), rhythm, 10, ""));
  }

  private List<Integer> struckOf(int requests) {
    List<Integer> struck = new ArrayList<>();
    for (int i = 1; i <= requests; i++) {
      if (practice.get(GROUPS).status() == 429) {
        struck.add(i);
      }
    }
    return struck;
  }

  private List<Integer> struckWithSeed(long seed) {
    practice.cloud.faults().seed(seed);
    throttle(new Rhythm(0.5, 1, Rhythm.FOR_EVER, 0));
    return struckOf(40);
  }

  @Test
  void theSameSeedStrikesTheSameRequestsAndAnotherSeedOthers() {
    List<Integer> first = struckWithSeed(4711);
    assertThat(first).hasSizeBetween(5, 35);
    assertThat(struckWithSeed(4711)).isEqualTo(first);
    assertThat(struckWithSeed(4712)).isNotEqualTo(first);
  }

  @Test
  void requestsThatAFaultDoesNotMeetAndTheClockChangeNothingOfTheSequence() {
    List<Integer> alone = struckWithSeed(7);
    practice.cloud.faults().seed(7);
    throttle(new Rhythm(0.5, 1, Rhythm.FOR_EVER, 0));
    List<Integer> among = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      assertThat(practice.get(LOCATIONS).status()).isEqualTo(200);
      practice.time.jump(Duration.ofSeconds(i));
      if (practice.get(GROUPS).status() == 429) {
        among.add(i);
      }
    }
    assertThat(among).isEqualTo(alone);
  }

  @Test
  void everyAfterAndTimesAreKept() {
    throttle(new Rhythm(1, 3, 2, 4));
    assertThat(struckOf(20)).containsExactly(7, 10);
  }

  @Test
  void probabilitiesAreMetRoughly() {
    practice.cloud.faults().seed(1);
    throttle(new Rhythm(0.1, 1, Rhythm.FOR_EVER, 0));
    assertThat(struckOf(400)).hasSizeBetween(15, 75);
  }

  @Test
  void theSeedDoesNotDecideTheKeys(@TempDir Path one, @TempDir Path other) throws Exception {
    List<String> moduli = new ArrayList<>();
    for (Path folder : List.of(one, other)) {
      try (Practice twin = new Practice(folder)) {
        twin.cloud.faults().seed(4711);
        twin.send(
            "POST",
            "https://kv-orders-eastus.vault.azure.net/keys/twin/create?api-version=7.4",
            "{\"kty\":\"RSA\",\"key_size\":2048}");
        moduli.add(
            twin.get("https://kv-orders-eastus.vault.azure.net/keys/twin?api-version=7.4")
                .json()
                .path("key")
                .path("n")
                .asText());
      }
    }
    assertThat(moduli).doesNotContain("").doesNotHaveDuplicates();
  }

  private JsonNode server(String name) {
    for (JsonNode server : practice.get(SERVERS).json().path("value")) {
      if (server.path("name").asText().equals(name)) {
        return server.path("properties");
      }
    }
    throw new AssertionError("no server " + name);
  }

  private void pass(Fault fault, FaultOrder order) {
    practice.cloud.faults().switchOn(fault, order);
    practice.time.jump(Duration.ofMinutes(60));
  }

  @Test
  void aServerLosesItsKeyByEachChangeOfTheWorldAndIsWellAgainAfterwards() {
    for (Fault fault :
        List.of(
            Fault.KEY_DISABLED,
            Fault.KEY_DELETED,
            Fault.VAULT_FIREWALL,
            Fault.PERMISSION_REVOKED)) {
      assertThat(server("orders-pg").path("state").asText()).as(fault.id()).isEqualTo("Ready");
      pass(fault, FaultOrder.usual(fault));
      assertThat(server("orders-pg").path("state").asText())
          .as(fault.id())
          .isEqualTo("Inaccessible");
      assertThat(practice.cloud.faults().switchOff(fault)).isPresent();
      practice.time.jump(Duration.ofMinutes(60));
    }
    assertThat(server("orders-pg").path("state").asText()).isEqualTo("Ready");
  }

  @Test
  void rightsHiddenFromAClientAreNotHiddenFromItsServers() {
    practice.cloud.faults().switchOn(Fault.NOT_PROPAGATED, FaultOrder.usual(Fault.NOT_PROPAGATED));
    assertThat(practice.send("DELETE", GROUPS.replace("?", "/rg-any?"), "").status())
        .isEqualTo(403);
    practice.cloud.faults().switchOff(Fault.NOT_PROPAGATED);
    practice.time.jump(Duration.ofMinutes(60));
    assertThat(server("orders-pg").path("state").asText()).isEqualTo("Ready");
  }

  @Test
  void aDeletedIdentityCannotBeBroughtBackAndIsSaidSo(@TempDir Path folder) throws Exception {
    try (Practice lost = new Practice(folder)) {
      lost.cloud
          .faults()
          .switchOn(Fault.IDENTITY_DELETED, FaultOrder.usual(Fault.IDENTITY_DELETED));
      assertThat(lost.cloud.faults().switchOff(Fault.IDENTITY_DELETED).orElseThrow())
          .contains("cannot be recovered");
      lost.cloud.faults().switchOn(Fault.THROTTLING, FaultOrder.usual(Fault.THROTTLING));
      lost.cloud.reset();
      assertThat(lost.cloud.faults().on()).isEmpty();
      assertThat(lost.get(GROUPS).status()).isEqualTo(200);
    }
  }

  @Test
  void theKeyOfAWaitingFaultIsLeftAloneByOtherRequests() {
    FaultOrder usual = FaultOrder.usual(Fault.KEY_DISABLED);
    practice
        .cloud
        .faults()
        .switchOn(
            Fault.KEY_DISABLED,
            new FaultOrder(usual.aim(), new Rhythm(1, 1, 1, 1), usual.seconds(), ""));
    practice.get(GROUPS);
    practice.get(SERVERS);
    assertThat(practice.get(KEY).json().path("attributes").path("enabled").asBoolean()).isTrue();
    assertThat(practice.get(KEY).json().path("attributes").path("enabled").asBoolean()).isFalse();
  }

  @Test
  void aHundredLateAnswersHoldNoThreads() throws Exception {
    HttpRequest locations = new HttpRequest(HttpMethod.GET, LOCATIONS);
    locations.setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + practice.token());
    practice
        .cloud
        .faults()
        .switchOn(
            Fault.SLOW,
            new FaultOrder(new Aim("", "", "*/locations", ""), Rhythm.of(100), 3600, ""));
    practice.time.runAt(1);
    List<Disposable> waiting = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        waiting.add(practice.cloud.httpClient().send(locations.copy()).subscribe());
      }
      while (!practice.cloud.faults().on().getFirst().isSpent()) {
        Thread.onSpinWait();
      }
      try (HttpResponse answer =
          practice.cloud.httpClient().send(locations.copy()).block(Duration.ofSeconds(60))) {
        assertThat(answer.getStatusCode()).isEqualTo(200);
      }
      assertThat(waiting).noneMatch(Disposable::isDisposed);
    } finally {
      waiting.forEach(Disposable::dispose);
      practice.time.runAt(0);
    }
  }
}
