package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.Practice.Answer;
import dev.wrapkey.time.SystemTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers made from other servers: real pages, decrypted and sealed anew. */
class RestoreTest extends RestoreScene {

  @Test
  void CMK_33_aReplicaOfACustomerManagedServerHoldsItsPagesUnderADataKeyOfItsOwn() {
    Answer accepted = orders.put("orders-rep", from("orders-pg", "Replica", "eastus", ""));
    assertThat(accepted.json().path("operation").asText())
        .isEqualTo("CreateReadReplicaManagementOperation");
    assertThat(status(orders.outcome(accepted))).isEqualTo("Succeeded");

    assertThat(page("orders-rep").plain()).isEqualTo(page("orders-pg").plain());
    assertThat(page("orders-rep").stored()).isNotEqualTo(page("orders-pg").stored());
    Answer replica = practice.get(Orders.url("orders-rep"));
    assertThat(replica.json().at("/properties/replicationRole").asText()).isEqualTo("AsyncReplica");
    assertThat(replica.json().at("/properties/sourceServerResourceId").asText())
        .isEqualTo(Orders.id("orders-pg"));
    Answer list =
        practice.get(
            Practice.ARM + Orders.id("orders-pg") + "/replicas?api-version=" + Practice.PG);
    assertThat(list.json().path("value")).hasSize(1);
  }

  @Test
  void CMK_31_CMK_33_aServiceManagedServerIsRestoredUnderACustomersKey() {
    String body =
        from(
                "ledger-pg",
                "PointInTimeRestore",
                "eastus",
                ", \"pointInTimeUTC\": \"2026-03-02T08:00:00Z\"")
            .replace(
                "\"properties\": {",
                Orders.change(ordersKey(), "id-orders-eastus").replaceAll("^\\{|\\}\\}$", "")
                    + ", ");
    assertThat(status(orders.create("ledger-back", body))).isEqualTo("Succeeded");
    assertThat(page("ledger-back").plain()).isEqualTo(page("ledger-pg").plain());
    assertThat(
            practice
                .cloud
                .inspector()
                .look(Orders.id("ledger-back"))
                .orElseThrow()
                .wrapped()
                .keyVersion())
        .isEqualTo(ordersKey());
  }

  @Test
  void aRestoreNeedsTheKeyOfItsSource() {
    practice.send(
        "PATCH", ordersKey() + "?api-version=7.4", "{\"attributes\": {\"enabled\": false}}");
    Answer outcome =
        orders.create("orders-back", from("orders-pg", "PointInTimeRestore", "eastus", ""));
    assertThat(status(outcome)).isEqualTo("Failed");
    assertThat(outcome.code()).isEqualTo("AzureKeyVaultKeyDisabled");
    assertThat(practice.get(Orders.url("orders-back")).status()).isEqualTo(404);
  }

  @Test
  void aPromotedReplicaStandsAlone() {
    orders.create("orders-rep", from("orders-pg", "Replica", "eastus", ""));
    Answer accepted =
        practice.send(
            "PATCH", Orders.url("orders-rep"), "{\"properties\": {\"replicationRole\": \"None\"}}");
    assertThat(accepted.json().path("operation").asText())
        .isEqualTo("PromoteReadReplicaManagementOperation");
    assertThat(status(orders.outcome(accepted))).isEqualTo("Succeeded");
    assertThat(
            practice
                .get(Orders.url("orders-rep"))
                .json()
                .at("/properties/replicationRole")
                .asText())
        .isEqualTo("Primary");
  }

  @Test
  void aServerIsRestoredAsItWasAtThatMoment() {
    practice.cloud.load("orders-pg", 1, Load.Watch.TO_THE_END);
    long pages = pages("orders-pg");
    byte[] last = lastPage("orders-pg").plain();
    Instant moment = practice.time.now().plus(Duration.ofMinutes(5));
    practice.time.jump(Duration.ofMinutes(10));
    practice.cloud.load("orders-pg", 2, Load.Watch.TO_THE_END);
    assertThat(pages("orders-pg")).isGreaterThan(pages + 200);

    String then = from("orders-pg", "PointInTimeRestore", "eastus", at(moment));
    assertThat(status(orders.create("orders-then", then))).isEqualTo("Succeeded");
    assertThat(pages("orders-then")).isEqualTo(pages);
    assertThat(lastPage("orders-then").plain()).isEqualTo(last);

    String now = from("orders-pg", "PointInTimeRestore", "eastus", "");
    assertThat(status(orders.create("orders-now", now))).isEqualTo("Succeeded");
    assertThat(pages("orders-now")).isEqualTo(pages("orders-pg"));
  }

  @Test
  void aMomentAcrossTheDaysBackupIsRestoredFromTheRightOne() {
    long untouched = pages("orders-pg");
    Instant before = practice.time.now();
    practice.time.jump(Duration.ofHours(1));
    practice.cloud.load("orders-pg", 1, Load.Watch.TO_THE_END);
    practice.time.jump(Duration.ofDays(3));
    assertThat(rowsNow("orders-pg")).isPositive();
    String then = from("orders-pg", "PointInTimeRestore", "eastus", at(before));
    assertThat(status(orders.create("orders-then", then))).isEqualTo("Succeeded");
    assertThat(pages("orders-then")).isEqualTo(untouched);
  }

  @Test
  void momentsBeforeTheOldestBackupAndInTheFutureAreRefused() {
    for (Duration off : List.of(Duration.ofDays(-8), Duration.ofMinutes(1))) {
      Answer refused =
          orders.put(
              "orders-then",
              from("orders-pg", "PointInTimeRestore", "eastus", at(practice.time.now().plus(off))));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body()).contains("pointInTimeUTC");
    }
  }

  @Test
  void aClientWhoseClockIsBehindThePracticeClockMayAskForNow(@TempDir Path elsewhere)
      throws StateInUse {
    Instant theirs = new SystemTime().now();
    try (Practice ahead = new Practice(elsewhere, theirs.plus(Duration.ofDays(2)))) {
      Orders aheadOrders = new Orders(ahead);
      ahead.cloud.load("orders-pg", 1, Load.Watch.TO_THE_END);
      String now = from("orders-pg", "PointInTimeRestore", "eastus", at(theirs.minusSeconds(5)));
      assertThat(status(aheadOrders.create("orders-now", now))).isEqualTo("Succeeded");
      assertThat(ahead.cloud.inspector().look(Orders.id("orders-now")).orElseThrow().pages())
          .isEqualTo(ahead.cloud.inspector().look(Orders.id("orders-pg")).orElseThrow().pages());

      Instant longAgo = theirs.minus(Duration.ofDays(30));
      String then = from("orders-pg", "PointInTimeRestore", "eastus", at(longAgo));
      assertThat(aheadOrders.put("orders-then", then).status()).isEqualTo(400);
    }
  }

  @Test
  void aServerWithoutABackupCannotBeRestored() {
    orders.create("young-pg", Orders.plain());
    String restore = from("young-pg", "PointInTimeRestore", "eastus", "");
    assertThat(orders.put("young-two", restore).body()).contains("pointInTimeUTC");
    practice.time.jump(Duration.ofMinutes(5));
    assertThat(status(orders.create("young-two", restore))).isEqualTo("Succeeded");
    assertThat(page("young-two").plain()).isEqualTo(page("young-pg").plain());
  }

  /** Recorded 2023: the creation, and ten minutes later the completion of the first backup. */
  @Test
  void theEarliestRestoreDateIsThatOfTheFirstBackup() {
    orders.create("young-pg", Orders.plain());
    String created =
        practice.get(Orders.url("young-pg")).json().at("/systemData/createdAt").asText();
    assertThat(earliest("young-pg")).isEqualTo(created);
    practice.time.jump(Duration.ofMinutes(10));
    assertThat(Instant.parse(earliest("young-pg")))
        .isEqualTo(Instant.parse(created).plus(Duration.ofMinutes(5)));
  }

  private String earliest(String server) {
    return practice
        .get(Orders.url(server))
        .json()
        .at("/properties/backup/earliestRestoreDate")
        .asText();
  }

  @Test
  void backupsAreMadeDailyAndKeptForTheirTime() {
    for (int day = 0; day < 12; day++) {
      practice.time.jump(Duration.ofDays(1));
      rowsNow("orders-pg");
    }
    assertThat(practice.cloud.inspector().look(Orders.id("orders-pg")).orElseThrow().volumes())
        .filteredOn(volume -> volume.kind().startsWith("backup-"))
        .hasSizeBetween(7, 8);
  }
}
