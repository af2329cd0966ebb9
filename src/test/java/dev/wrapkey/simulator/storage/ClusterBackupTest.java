package dev.wrapkey.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.RotationWatch;
import dev.wrapkey.encryption.Volume;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;

class ClusterBackupTest extends OrdersCluster {

  @Test
  void aServerIsRestoredAsItWasAtEachMoment() throws Exception {
    long first;
    try (Cluster cluster = open()) {
      first = cluster.rows();
      cluster.backUp(shelf(KEY), minute(5), START);
      for (int i = 1; i <= 3; i++) {
        cluster.insert("orders", 1000, minute(10 * i));
        cluster.archive(shelf(KEY));
      }
    }
    assertThat(rowsOfRestored(place("a"), minute(5))).isEqualTo(first);
    assertThat(rowsOfRestored(place("b"), minute(19))).isEqualTo(first + 1000);
    assertThat(rowsOfRestored(place("c"), minute(20))).isEqualTo(first + 2000);
    assertThat(rowsOfRestored(place("d"), minute(90))).isEqualTo(first + 3000);
    assertThatThrownBy(() -> rowsOfRestored(place("e"), minute(4)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aRestoredServerGoesOnByItself() throws Exception {
    Place to = place("copy");
    long rows;
    try (Cluster cluster = open()) {
      cluster.insert("orders", 4000, minute(1));
      cluster.backUp(shelf(KEY), minute(5), START);
      rows = cluster.rows();
    }
    rowsOfRestored(to, minute(5));
    try (Cluster copy = Cluster.open(to, either(OTHER, KEY), OPTIONS)) {
      copy.insert("copy", 2000, minute(10));
    }
    try (Cluster copy = Cluster.open(to, either(OTHER, KEY), OPTIONS)) {
      assertThat(copy.rows()).isEqualTo(rows + 2000);
    }
  }

  @Test
  void aRestoredServerNeedsTheKeyOfItsBackupUntilItIsSealedAnew() throws Exception {
    Place to = place("copy");
    try (Cluster cluster = open()) {
      cluster.insert("orders", 4000, minute(1));
      cluster.backUp(shelf(KEY), minute(5), START);
      cluster.insert("orders", 500, minute(6));
      cluster.archive(shelf(KEY));
    }
    long rows = rowsOfRestored(to, minute(9));
    assertThatThrownBy(() -> Cluster.open(to, OTHER, OPTIONS)).isInstanceOf(KeyUnavailable.class);
    try (Cluster copy = Cluster.open(to, either(OTHER, KEY), OPTIONS)) {
      assertThat(copy.rekeyInherited(RotationWatch.TO_THE_END).segments()).isOne();
    }
    try (Cluster copy = Cluster.open(to, OTHER, OPTIONS)) {
      assertThat(copy.rows()).isEqualTo(rows);
    }
  }

  /** Pages of a base backup have the place that they have in the table. */
  @Test
  void aRestoredTableHasTheSealedBytesOfTheBackup() throws Exception {
    try (Cluster cluster = open()) {
      cluster.backUp(shelf(KEY), minute(5), START);
    }
    Place to = place("copy");
    rowsOfRestored(to, minute(5));
    String kind = Place.kind(Place.BACKUP, minute(5));
    try (Volume backup = Volume.open(place.file(kind), place.id(kind), KEY, OPTIONS);
        Cluster copy = Cluster.open(to, either(OTHER, KEY), OPTIONS)) {
      for (int page = 0; page < 8; page++) {
        assertThat(copy.stored(Place.DATA, page)).isEqualTo(backup.stored(page));
      }
    }
  }

  /** As written until November 2026: what the backup says of itself, the table, the log. */
  @Test
  void aBackupInTheLayoutOfBeforeIsRestoredUnderTheNewKeyAlone() throws Exception {
    String kind = Place.kind(Place.BACKUP, minute(5));
    long rows;
    try (Cluster cluster = open();
        Volume old = Volume.create(place.file(kind), place.id(kind), KEY, OPTIONS)) {
      rows = cluster.rows();
      old.write(
          0,
          ByteBuffer.allocate(Volume.PAGE)
              .putInt(0x57424b31)
              .putLong(minute(5).toEpochMilli())
              .putLong(8)
              .putLong(1)
              .array());
      for (int page = 0; page < 8; page++) {
        old.write(1 + page, cluster.read(Place.DATA, page));
      }
    }
    try (Cluster cluster = open()) {
      cluster.insert("orders", 700, minute(6));
      cluster.archive(shelf(KEY));
    }
    Place to = place("copy");
    assertThat(rowsOfRestored(to, minute(5))).isEqualTo(rows);
    assertThat(rowsOfRestored(to, minute(6))).isEqualTo(rows + 700);
    Cluster.open(to, OTHER, OPTIONS).close();
  }

  /** As written before there were backups: one copy of the table. */
  @Test
  void theOneCopyOfAnOlderServerIsRestoredToo() throws Exception {
    try (Cluster cluster = open();
        Volume old = Volume.create(place.file(Place.GEO), place.id(Place.GEO), KEY, OPTIONS)) {
      cluster.copy(old);
    }
    BackupShelf geo = new BackupShelf(place, Place.GEO, KEY, OPTIONS);
    Place to = place("copy");
    Cluster.create(to, OTHER, OPTIONS, empty -> assertThat(geo.restore(empty, START)).isTrue());
    try (Cluster copy = Cluster.open(to, either(OTHER, KEY), OPTIONS);
        Cluster cluster = open()) {
      assertThat(copy.rows()).isEqualTo(cluster.rows());
      cluster.backUp(geo, minute(5), minute(5));
    }
    assertThat(place.kinds()).doesNotContain(Place.GEO);
  }

  @Test
  void onlyBackupsThatSomebodyCouldStillWantAreKept() throws Exception {
    try (Cluster cluster = open()) {
      for (int day = 0; day < 5; day++) {
        cluster.backUp(shelf(KEY), minute(day * 1440), minute((day - 2) * 1440));
      }
    }
    assertThat(shelf(KEY).times())
        .containsExactly(minute(2 * 1440), minute(3 * 1440), minute(4 * 1440));
    assertThat(shelf(KEY).earliest()).contains(minute(2 * 1440));
  }

  @Test
  void aBackupThatWasCutOffIsNoBackupAndIsTakenAgain() throws Exception {
    String kind = Place.kind(Place.BACKUP, minute(5));
    try (Volume cut = Volume.create(place.file(kind), place.id(kind), KEY, OPTIONS)) {
      assertThat(Backup.isWhole(cut)).isFalse();
    }
    assertThat(shelf(KEY).earliest()).isEmpty();
    try (Cluster cluster = open()) {
      cluster.archive(shelf(KEY));
      cluster.backUp(shelf(KEY), minute(5), START);
    }
    assertThat(shelf(KEY).earliest()).contains(minute(5));
  }

  @Test
  void aBackupThatWasCutOffDoesNotCountAsMade() throws Exception {
    assertThat(shelf(KEY).hasSince(minute(0))).isFalse();
    String kind = Place.kind(Place.BACKUP, minute(5));
    Volume.create(place.file(kind), place.id(kind), KEY, OPTIONS).close();
    assertThat(shelf(KEY).hasSince(minute(5))).isFalse();
    try (Cluster cluster = open()) {
      cluster.backUp(shelf(KEY), minute(5), START);
    }
    assertThat(shelf(KEY).hasSince(minute(5))).isTrue();
    assertThat(shelf(KEY).hasSince(minute(6))).isFalse();
  }

  @Test
  void aServerThatDoesNotRunIsCopiedAsItsLogSays() throws Exception {
    Path table = place.file(Place.DATA);
    Path before = folder.resolve("before.vol");
    Files.copy(table, before);
    long rows;
    try (Cluster cluster = open()) {
      cluster.insert("orders", 3000, START);
      rows = cluster.rows();
    }
    Files.move(before, table, StandardCopyOption.REPLACE_EXISTING);
    Place to = place("copy");
    Cluster.create(to, OTHER, OPTIONS, empty -> Cluster.copy(place, KEY, OPTIONS, empty));
    try (Cluster copy = Cluster.open(to, either(OTHER, KEY), OPTIONS)) {
      assertThat(copy.rows()).isEqualTo(rows);
    }
  }
}
