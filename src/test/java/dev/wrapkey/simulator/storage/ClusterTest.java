package dev.wrapkey.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.RotationWatch;
import dev.wrapkey.encryption.RsaKeyEncryptionKey;
import dev.wrapkey.encryption.Volume;
import dev.wrapkey.encryption.VolumeOptions;
import dev.wrapkey.encryption.WrappedKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {

  private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final VolumeOptions OPTIONS = VolumeOptions.of(RANDOM);
  private static KeyEncryptionKey key;
  private static KeyEncryptionKey other;

  @TempDir private Path folder;
  private Place place;

  @BeforeAll
  static void makeKeys() throws Exception {
    key = rsa("https://kv.vault.azure.net/keys/a/1");
    other = rsa("https://kv.vault.azure.net/keys/b/1");
  }

  private static KeyEncryptionKey rsa(String version) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    return new RsaKeyEncryptionKey(pair.getPublic(), pair.getPrivate(), version, RANDOM);
  }

  @BeforeEach
  void order() throws Exception {
    place = place("orders");
    Cluster.create(place, key, OPTIONS, Cluster.fresh("orders", 8));
  }

  private Place place(String server) throws Exception {
    return new Place(Files.createDirectories(folder.resolve(server)), "/servers/" + server);
  }

  private Cluster open() throws KeyUnavailable {
    return Cluster.open(place, key, OPTIONS);
  }

  private BackupShelf shelf(KeyEncryptionKey with) {
    return new BackupShelf(place, Place.BACKUP, with, OPTIONS);
  }

  private static Instant minute(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  /** The server made from a backup, as it was at a moment. */
  private long rowsOfRestored(Place to, Instant at) throws KeyUnavailable {
    Cluster.create(to, other, OPTIONS, empty -> assertThat(shelf(key).restore(empty, at)).isTrue());
    try (Cluster restored = Cluster.open(to, either(other, key), OPTIONS)) {
      return restored.rows();
    }
  }

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
  void aServerIsRestoredAsItWasAtEachMoment() throws Exception {
    long first;
    try (Cluster cluster = open()) {
      first = cluster.rows();
      cluster.backUp(shelf(key), minute(5), START);
      for (int i = 1; i <= 3; i++) {
        cluster.insert("orders", 1000, minute(10 * i));
        cluster.archive(shelf(key));
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
      cluster.backUp(shelf(key), minute(5), START);
      rows = cluster.rows();
    }
    rowsOfRestored(to, minute(5));
    try (Cluster copy = Cluster.open(to, either(other, key), OPTIONS)) {
      copy.insert("copy", 2000, minute(10));
    }
    try (Cluster copy = Cluster.open(to, either(other, key), OPTIONS)) {
      assertThat(copy.rows()).isEqualTo(rows + 2000);
    }
  }

  /** Wraps with its own key and has each unwrapped by the one that wrapped it. */
  private static KeyEncryptionKey either(KeyEncryptionKey own, KeyEncryptionKey original) {
    return new KeyEncryptionKey() {
      @Override
      public WrappedKey wrap(byte[] dataKey) throws KeyUnavailable {
        return own.wrap(dataKey);
      }

      @Override
      public byte[] unwrap(WrappedKey wrapped) throws KeyUnavailable {
        return (wrapped.keyVersion().contains("/a/") ? original : own).unwrap(wrapped);
      }
    };
  }

  @Test
  void aRestoredServerNeedsTheKeyOfItsBackupUntilItIsSealedAnew() throws Exception {
    Place to = place("copy");
    try (Cluster cluster = open()) {
      cluster.insert("orders", 4000, minute(1));
      cluster.backUp(shelf(key), minute(5), START);
      cluster.insert("orders", 500, minute(6));
      cluster.archive(shelf(key));
    }
    long rows = rowsOfRestored(to, minute(9));
    assertThatThrownBy(() -> Cluster.open(to, other, OPTIONS)).isInstanceOf(KeyUnavailable.class);
    try (Cluster copy = Cluster.open(to, either(other, key), OPTIONS)) {
      assertThat(copy.rekeyInherited(RotationWatch.TO_THE_END).segments()).isOne();
    }
    try (Cluster copy = Cluster.open(to, other, OPTIONS)) {
      assertThat(copy.rows()).isEqualTo(rows);
    }
  }

  /** Pages of a base backup have the place that they have in the table. */
  @Test
  void aRestoredTableHasTheSealedBytesOfTheBackup() throws Exception {
    try (Cluster cluster = open()) {
      cluster.backUp(shelf(key), minute(5), START);
    }
    Place to = place("copy");
    rowsOfRestored(to, minute(5));
    String kind = Place.kind(Place.BACKUP, minute(5));
    try (Volume backup = Volume.open(place.file(kind), place.id(kind), key, OPTIONS);
        Cluster copy = Cluster.open(to, either(other, key), OPTIONS)) {
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
        Volume old = Volume.create(place.file(kind), place.id(kind), key, OPTIONS)) {
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
      cluster.archive(shelf(key));
    }
    Place to = place("copy");
    assertThat(rowsOfRestored(to, minute(5))).isEqualTo(rows);
    assertThat(rowsOfRestored(to, minute(6))).isEqualTo(rows + 700);
    Cluster.open(to, other, OPTIONS).close();
  }

  /** As written before there were backups: one copy of the table. */
  @Test
  void theOneCopyOfAnOlderServerIsRestoredToo() throws Exception {
    try (Cluster cluster = open();
        Volume old = Volume.create(place.file(Place.GEO), place.id(Place.GEO), key, OPTIONS)) {
      cluster.copy(old);
    }
    BackupShelf geo = new BackupShelf(place, Place.GEO, key, OPTIONS);
    Place to = place("copy");
    Cluster.create(to, other, OPTIONS, empty -> assertThat(geo.restore(empty, START)).isTrue());
    try (Cluster copy = Cluster.open(to, either(other, key), OPTIONS);
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
        cluster.backUp(shelf(key), minute(day * 1440), minute((day - 2) * 1440));
      }
    }
    assertThat(shelf(key).times())
        .containsExactly(minute(2 * 1440), minute(3 * 1440), minute(4 * 1440));
    assertThat(shelf(key).earliest()).contains(minute(2 * 1440));
  }

  @Test
  void aBackupThatWasCutOffIsNoBackupAndIsTakenAgain() throws Exception {
    String kind = Place.kind(Place.BACKUP, minute(5));
    try (Volume cut = Volume.create(place.file(kind), place.id(kind), key, OPTIONS)) {
      assertThat(Backup.isWhole(cut)).isFalse();
    }
    assertThat(shelf(key).earliest()).isEmpty();
    try (Cluster cluster = open()) {
      cluster.archive(shelf(key));
      cluster.backUp(shelf(key), minute(5), START);
    }
    assertThat(shelf(key).earliest()).contains(minute(5));
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
    assertThatThrownBy(() -> Cluster.open(place, other, OPTIONS))
        .isInstanceOf(KeyUnavailable.class);
    open().close();
  }

  @Test
  void noRowIsReadableInAnyFile() throws Exception {
    try (Cluster cluster = open()) {
      cluster.insert("orders", 100, START);
      cluster.say(START, "orders order canary");
      cluster.backUp(shelf(key), minute(5), START);
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

  @Test
  void aBackupThatWasCutOffDoesNotCountAsMade() throws Exception {
    assertThat(shelf(key).hasSince(minute(0))).isFalse();
    String kind = Place.kind(Place.BACKUP, minute(5));
    Volume.create(place.file(kind), place.id(kind), key, OPTIONS).close();
    assertThat(shelf(key).hasSince(minute(5))).isFalse();
    try (Cluster cluster = open()) {
      cluster.backUp(shelf(key), minute(5), START);
    }
    assertThat(shelf(key).hasSince(minute(5))).isTrue();
    assertThat(shelf(key).hasSince(minute(6))).isFalse();
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
    Cluster.create(to, other, OPTIONS, empty -> Cluster.copy(place, key, OPTIONS, empty));
    try (Cluster copy = Cluster.open(to, either(other, key), OPTIONS)) {
      assertThat(copy.rows()).isEqualTo(rows);
    }
  }
}
