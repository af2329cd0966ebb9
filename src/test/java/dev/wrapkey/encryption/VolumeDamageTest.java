package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.ID;
import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody does to the file between two openings is found, never served. */
class VolumeDamageTest {

  private static final int BODY = 2 * 8192;
  private static final int BLOCK = 28 + 8192 + 16;

  private final PracticeKek kek = new PracticeKek("https://v.vault.azure.net/keys/k/1");
  private byte[] image;

  @BeforeEach
  void fourSealedPages() throws KeyUnavailable {
    image = Given.image(4, kek);
  }

  private Volume open(byte[] bytes) throws KeyUnavailable {
    return Given.open(MemoryDisk.of(bytes), kek);
  }

  private static byte[] stored(byte[] bytes, int page) throws KeyUnavailable {
    try (Volume volume =
        Given.open(MemoryDisk.of(bytes), new PracticeKek("https://v.vault.azure.net/keys/k/1"))) {
      return volume.stored(page);
    }
  }

  /** Where the bytes of a page begin in the file. */
  private static int placeOf(byte[] bytes, int page) throws KeyUnavailable {
    byte[] wanted = stored(bytes, page);
    for (int at = BODY; at + BLOCK <= bytes.length; at += BLOCK) {
      if (Arrays.equals(wanted, Arrays.copyOfRange(bytes, at, at + BLOCK))) {
        return at;
      }
    }
    throw new AssertionError("page " + page + " is not in the file");
  }

  private byte[] withBlock(byte[] block, int at) {
    byte[] changed = image.clone();
    System.arraycopy(block, 0, changed, at, BLOCK);
    return changed;
  }

  private void pageIsDamaged(byte[] bytes, int page) throws KeyUnavailable {
    try (Volume volume = open(bytes)) {
      assertThatThrownBy(() -> volume.read(page))
          .isInstanceOfSatisfying(
              VolumeDamaged.class,
              damage -> {
                assertThat(damage.page()).isEqualTo(OptionalLong.of(page));
                assertThat(damage.file()).isEqualTo(Given.PATH);
                assertThat(damage).hasMessageContaining("data.vol, page " + page + ": ");
              });
    }
  }

  @Test
  void everyFlippedByteOfASealedPageIsFound() throws KeyUnavailable {
    int at = placeOf(image, 2);
    for (int offset = 0; offset < BLOCK; offset++) {
      byte[] changed = image.clone();
      changed[at + offset] ^= (byte) (1 << (offset % 8));
      try (Volume volume = open(changed)) {
        assertThat(catchThrowable(() -> volume.read(2)))
            .as("byte %d", offset)
            .isInstanceOf(VolumeDamaged.class);
      }
    }
  }

  @Test
  void damageToOnePageLeavesTheOthersReadable() throws KeyUnavailable {
    byte[] changed = image.clone();
    changed[placeOf(image, 2) + 100] ^= 1;
    pageIsDamaged(changed, 2);
    try (Volume volume = open(changed)) {
      assertThat(volume.read(1)).isEqualTo(page(1));
      assertThat(volume.read(3)).isEqualTo(page(3));
    }
  }

  @Test
  void aDamagedPageCanBeWrittenAnew() throws KeyUnavailable {
    byte[] changed = image.clone();
    changed[placeOf(image, 2) + 100] ^= 1;
    try (Volume volume = open(changed)) {
      volume.write(2, page(22));
      assertThat(volume.read(2)).isEqualTo(page(22));
    }
  }

  @Test
  void everyFlippedByteOfOneHeaderIsMendedFromTheOther() throws KeyUnavailable {
    for (int slot = 0; slot < 2; slot++) {
      for (int offset = slot; offset < 8192; offset += 3) {
        byte[] changed = image.clone();
        changed[slot * 8192 + offset] ^= (byte) (1 << (offset % 8));
        MemoryDisk disk = MemoryDisk.of(changed);
        try (Volume volume = Given.open(disk, kek)) {
          assertThat(volume.read(3)).isEqualTo(page(3));
        }
        assertThat(Arrays.equals(disk.image(), image))
            .as("mended: slot %d, byte %d", slot, offset)
            .isTrue();
      }
    }
  }

  @Test
  void everyFlippedByteOfBothHeadersIsFound() {
    for (int offset = 0; offset < 8192; offset++) {
      byte[] changed = image.clone();
      changed[offset] ^= 1;
      changed[8192 + offset] ^= 1;
      assertThat(catchThrowable(() -> open(changed)))
          .as("byte %d", offset)
          .isInstanceOf(VolumeDamaged.class);
    }
  }

  /**
   * Someone without the data key can make the last field right, which is a plain digest, but not
   * the proof.
   */
  @Test
  void everyChangedByteOfAHeaderIsFoundEvenWithItsDigestMadeRight() throws Exception {
    for (int offset = 0; offset < 8160; offset++) {
      byte[] changed = image.clone();
      changed[offset] ^= (byte) (1 << (offset % 8));
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(changed, 0, 8160);
      System.arraycopy(digest.digest(), 0, changed, 8160, 32);
      System.arraycopy(changed, 0, changed, 8192, 8192);
      assertThat(catchThrowable(() -> open(changed)))
          .as("byte %d", offset)
          .isInstanceOfAny(VolumeDamaged.class, KeyUnavailable.class);
    }
  }

  /** Where the names, the directories and the chunks of both tables begin that are in force. */
  private static List<Integer> metadata(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int names = BODY + (int) in.getLong(640) * BLOCK;
    int keys = BODY + (int) in.getLong(680) * BLOCK;
    int pages = BODY + (int) in.getLong(1320) * BLOCK;
    int keyChunk = BODY + (int) in.getLong(keys) * BLOCK;
    int pageChunk = BODY + (int) in.getLong(pages) * BLOCK;
    return List.of(names, keys, pages, keyChunk, pageChunk);
  }

  @Test
  void everyFlippedByteOfTablesDirectoriesAndNamesIsFound() {
    assertThat(metadata(image)).doesNotHaveDuplicates();
    for (int at : metadata(image)) {
      for (int offset = at % 3; offset < BLOCK; offset += 3) {
        byte[] changed = image.clone();
        changed[at + offset] ^= 1;
        assertThat(catchThrowable(() -> open(changed)))
            .as("byte %d of the block at %d", offset, at)
            .isInstanceOf(VolumeDamaged.class);
      }
    }
  }

  @Test
  void anOlderDirectoryChunkOrListOfNamesPutBackIsFound() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(image);
    try (Volume volume = Given.open(disk, kek)) {
      volume.write(1, page(50));
      volume.rewrap(new PracticeKek("https://v.vault.azure.net/keys/k/2"));
    }
    byte[] now = disk.image();
    List<Integer> old = metadata(image);
    List<Integer> present = metadata(now);
    for (int i = 0; i < old.size(); i++) {
      byte[] changed = now.clone();
      System.arraycopy(image, old.get(i), changed, present.get(i), BLOCK);
      assertThat(catchThrowable(() -> open(changed)))
          .as("block %d", i)
          .isInstanceOf(VolumeDamaged.class);
    }
  }

  /**
   * What somebody could do who has the public half of the key encryption key: wrap a volume key of
   * his own and prove a header with it. The pages do not open under it.
   */
  @Test
  void aForgedVolumeKeyProvesAHeaderButOpensNoPage() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(image);
    VolumeFile file = new VolumeFile(Given.PATH, disk);
    try (DataKey forged = DataKey.random(Given.RANDOM)) {
      KeyEntry entry = file.keys().get(0).rewrapped(forged.wrap(kek), Instant.EPOCH);
      file.change(forged, UnaryOperator.identity(), () -> file.keys().put(0, entry));
    }
    for (int page = 0; page < 4; page++) {
      pageIsDamaged(disk.image(), page);
    }
  }

  @Test
  void swappedPagesAreFound() throws KeyUnavailable {
    byte[] changed = withBlock(stored(image, 1), placeOf(image, 2));
    System.arraycopy(stored(image, 2), 0, changed, placeOf(image, 1), BLOCK);
    pageIsDamaged(changed, 1);
    pageIsDamaged(changed, 2);
  }

  @Test
  void aPageMovedToAnotherPlaceIsFound() throws KeyUnavailable {
    pageIsDamaged(withBlock(stored(image, 0), placeOf(image, 3)), 3);
  }

  @Test
  void anOlderVersionOfThePagePutBackIsFound() throws KeyUnavailable {
    byte[] old = stored(image, 1);
    MemoryDisk disk = MemoryDisk.of(image);
    try (Volume volume = Given.open(disk, kek)) {
      volume.write(1, page(50));
    }
    image = disk.image();
    pageIsDamaged(withBlock(old, placeOf(image, 1)), 1);
  }

  @Test
  void anOlderTableAndItsPagesPutBackUnderTheNewHeaderAreFound() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(image);
    try (Volume volume = Given.open(disk, kek)) {
      volume.write(1, page(50));
      volume.write(2, page(51));
    }
    byte[] changed = disk.image();
    System.arraycopy(image, BODY, changed, BODY, image.length - BODY);
    assertThatThrownBy(() -> readAll(changed))
        .isInstanceOf(VolumeDamaged.class)
        .hasMessageContaining("table");
  }

  @Test
  void aPageOfAnotherVolumeUnderTheSameDataKeyIsFound() throws Exception {
    byte[] secret = Arrays.copyOf(page(3), 32);
    VolumeId log = new VolumeId(ID.serverId(), "write-ahead log");
    byte[] id = new byte[16];
    id[15] = 1;
    try (SegmentKey key = segmentKey(secret, secret, ID, new byte[16]);
        SegmentKey there = segmentKey(secret, secret, log, new byte[16]);
        SegmentKey otherId = segmentKey(secret, secret, ID, id);
        SegmentKey otherVolumeKey = segmentKey(secret, new byte[32], ID, new byte[16])) {
      PageSeal seal = new PageSeal();
      byte[] stored = new byte[BLOCK];
      seal.seal(key, 5, 9, Span.of(page(1)), Span.of(stored));
      assertThat(opened(seal, key, 5, 9, stored)).isEqualTo(page(1));
      for (SegmentKey other : new SegmentKey[] {there, otherId, otherVolumeKey}) {
        assertThatThrownBy(() -> opened(seal, other, 5, 9, stored))
            .isInstanceOf(AEADBadTagException.class);
      }
      assertThatThrownBy(() -> opened(seal, key, 6, 9, stored))
          .isInstanceOf(AEADBadTagException.class);
      assertThatThrownBy(() -> opened(seal, key, 5, 8, stored))
          .isInstanceOf(AEADBadTagException.class);
    }
  }

  private SegmentKey segmentKey(byte[] secret, byte[] volumeSecret, VolumeId volume, byte[] id)
      throws KeyUnavailable {
    return new SegmentKey(
        DataKey.unwrap(kek.wrap(secret), kek),
        DataKey.unwrap(kek.wrap(volumeSecret), kek),
        new SegmentKey.Bound(volume, id),
        new SealNumbers(1, 10),
        Given.RANDOM);
  }

  private static byte[] opened(
      PageSeal seal, SegmentKey key, long page, long version, byte[] stored)
      throws AEADBadTagException {
    byte[] plain = new byte[8192];
    seal.open(key, page, version, Span.of(stored), Span.of(plain));
    return plain;
  }

  @Test
  void aFileCutOffAnywhereIsFound() throws KeyUnavailable {
    for (int length = 0; length < image.length; length += 509) {
      byte[] cut = Arrays.copyOf(image, length);
      assertThat(catchThrowable(() -> readAll(cut)))
          .as("length %d", length)
          .isInstanceOf(VolumeDamaged.class);
    }
    byte[] withoutTheLastByte = Arrays.copyOf(image, image.length - 1);
    assertThat(catchThrowable(() -> readAll(withoutTheLastByte))).isInstanceOf(VolumeDamaged.class);
  }

  private void readAll(byte[] bytes) throws KeyUnavailable {
    try (Volume volume = open(bytes)) {
      for (int page = 0; page < 4; page++) {
        assertThat(volume.read(page)).isEqualTo(page(page));
      }
    }
  }

  @Test
  void theVolumeOfAnotherServerIsRefusedBeforeItsKeyIsAskedFor() {
    kek.calls.clear();
    VolumeId other = new VolumeId("/subscriptions/1/servers/billing", "data");
    assertThatThrownBy(() -> Volume.open(MemoryDisk.of(image), other, kek, Given.OPTIONS))
        .isInstanceOf(VolumeDamaged.class)
        .hasMessageContaining("another server");
    assertThat(kek.calls).isEmpty();
  }

  @Test
  void aVolumeOfAnotherKindIsRefused() {
    VolumeId other = new VolumeId(ID.serverId(), "write-ahead log");
    assertThatThrownBy(() -> Volume.open(MemoryDisk.of(image), other, kek, Given.OPTIONS))
        .isInstanceOf(VolumeDamaged.class);
  }

  @Test
  void anotherDataKeyUnderTheHeaderIsRefused() {
    assertThatThrownBy(
            () -> {
              kek.givesAnotherKeyBack = true;
              open(image);
            })
        .isInstanceOf(VolumeDamaged.class)
        .hasMessageContaining("data key");
  }

  @Test
  void aFileThatIsNoVolumeSaysSo() {
    assertThatThrownBy(
            () -> open("not a volume".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
        .isInstanceOf(VolumeDamaged.class);
    assertThatThrownBy(() -> open(new byte[100_000])).isInstanceOf(VolumeDamaged.class);
  }

  /** The honest limit: everything put back at once is a volume that was valid once, and opens. */
  @Test
  void aWholeFileRolledBackOpensAndOnlyItsGenerationTells() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(image);
    try (Volume volume = Given.open(disk, kek)) {
      volume.write(1, page(50));
    }
    long before = Facts.of(Given.PATH, MemoryDisk.of(image)).generation();
    long after = Facts.of(Given.PATH, disk).generation();
    try (Volume rolledBack = open(image)) {
      assertThat(rolledBack.read(1)).isEqualTo(page(1));
    }
    assertThat(before).isLessThan(after);
  }
}
