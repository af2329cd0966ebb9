package dev.wrapkey.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.Volume;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;

class ClusterTest extends OrdersCluster {

  @Test
  void aFreshServerHasPagesOfOrders() throws Exception {
    try (Cluster cluster = open()) {
      assertThat(cluster.pages()).isEqualTo(8);
      assertThat(new String(cluster.read(Place.DATA, 0), StandardCharsets.UTF_8))
          .contains("orders order 001000 | ");
    }
  }

  @Test
  void rowsAreThereAfterReopeningAndCountOn() throws Exception {
    long before;
    try (Cluster cluster = open()) {
      before = cluster.rows();
      cluster.insert("orders", 5000, START);
    }
    try (Cluster cluster = open()) {
      assertThat(cluster.rows()).isEqualTo(before + 5000);
      cluster.insert("orders", 1, START);
      long last =
          HeapPage.of(cluster.read(Place.DATA, cluster.pages() - 1)).last().orElseThrow().id();
      assertThat(last).isEqualTo(Row.FIRST + before + 5000);
    }
  }

  @Test
  void theTableIsRecoveredFromTheLogWhenACrashComesBetweenThem() throws Exception {
    Path table = place.file(Place.DATA);
    Path before = folder.resolve("before.vol");
    long rows;
    try (Cluster cluster = open()) {
      rows = cluster.rows();
    }
    Files.copy(table, before);
    try (Cluster cluster = open()) {
      cluster.insert("orders", 3000, START);
    }
    byte[] whole = Files.readAllBytes(table);
    Files.move(before, table, StandardCopyOption.REPLACE_EXISTING);
    assertThat(Files.readAllBytes(table)).isNotEqualTo(whole);
    try (Cluster cluster = open()) {
      assertThat(cluster.rows()).isEqualTo(rows + 3000);
    }
  }

  @Test
  void theLogGoesRoundAndNothingIsLost() throws Exception {
    try (Cluster cluster = open()) {
      long before = cluster.rows();
      int batches = 0;
      while (!ringIsFull(cluster)) {
        cluster.insert("orders", Cluster.BATCH, minute(batches++));
      }
      cluster.insert("orders", Cluster.BATCH, minute(batches++));
      assertThat(cluster.rows()).isEqualTo(before + (long) batches * Cluster.BATCH);
    }
    assertThat(Volume.facts(place.file(Place.WAL)).pages()).isEqualTo(Ring.PAGES);
    try (Cluster cluster = open()) {
      cluster.insert("orders", 1, START);
    }
  }

  private boolean ringIsFull(Cluster cluster) {
    return Volume.facts(place.file(Place.WAL)).pages() == Ring.PAGES;
  }

  @Test
  void theServersLogIsReadable() throws Exception {
    try (Cluster cluster = open()) {
      for (int i = 0; i < 200; i++) {
        cluster.say(minute(i), "checkpoint complete: wrote " + i + " buffers");
      }
      assertThat(new String(cluster.read(Place.LOG, 0), StandardCharsets.UTF_8))
          .startsWith("2026-11-22T00:00:00Z UTC [1] LOG:  checkpoint complete: wrote 0 buffers\n");
      assertThat(new String(cluster.read(Place.LOG, 1), StandardCharsets.UTF_8).strip())
          .contains("wrote 199 buffers");
    }
  }

  @Test
  void everyVolumeHasADataKeyOfItsOwnAndTemporaryOnesLiveForOneRun() throws Exception {
    byte[] temporary;
    try (Cluster cluster = open()) {
      assertThat(cluster.wrapped()).hasSize(4).doesNotHaveDuplicates();
      temporary = cluster.wrapped().get(2).bytes();
    }
    try (Cluster cluster = open()) {
      assertThat(cluster.wrapped().get(2).bytes()).isNotEqualTo(temporary);
    }
  }

  @Test
  void anotherKeyOpensNothingAndLeavesNothingOpen() throws Exception {
    assertThatThrownBy(() -> Cluster.open(place, OTHER, OPTIONS))
        .isInstanceOf(KeyUnavailable.class);
    open().close();
  }

  @Test
  void noRowIsReadableInAnyFile() throws Exception {
    try (Cluster cluster = open()) {
      cluster.insert("orders", 100, START);
      cluster.say(START, "orders order canary");
      cluster.backUp(shelf(KEY), minute(5), START);
      for (String kind : place.kinds()) {
        String bytes = Files.readString(place.file(kind), StandardCharsets.ISO_8859_1);
        assertThat(bytes).as(kind).doesNotContain("orders order");
      }
    }
  }

  @Test
  void aServerMadeBeforeTheLogWasGetsOne() throws Exception {
    Volume.delete(place.file(Place.WAL));
    Volume.delete(place.file(Place.LOG));
    long rows;
    try (Cluster cluster = open()) {
      rows = cluster.rows();
      cluster.insert("orders", 100, START);
    }
    try (Cluster cluster = open()) {
      assertThat(cluster.rows()).isEqualTo(rows + 100);
    }
  }
}
