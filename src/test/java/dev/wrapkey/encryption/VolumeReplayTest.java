package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.ID;
import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.List;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;

class VolumeReplayTest extends DamagedImage {

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
