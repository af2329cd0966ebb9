package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What somebody does to the file between two openings is found, never served. */
class VolumeDamageTest extends DamagedImage {

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
}
