package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.ID;
import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class VolumeTest extends FiledVolume {

  @Test
  void whatWasWrittenIsReadAgainAfterReopening() throws KeyUnavailable {
    filled(3);
    try (Volume volume = open()) {
      assertThat(volume.pages()).isEqualTo(3);
      assertThat(volume.read(0)).isEqualTo(page(0));
      assertThat(volume.read(1)).isEqualTo(page(1));
      assertThat(volume.read(2)).isEqualTo(page(2));
    }
  }

  @Test
  void aVolumeThatWasJustCreatedHasNoPages() throws KeyUnavailable {
    try (Volume volume = Volume.create(file, ID, kek, Given.RANDOM)) {
      assertThat(volume.pages()).isZero();
    }
    assertThat(Volume.facts(file).pages()).isZero();
  }

  @Test
  void theLastVersionOfAPageIsTheOneThatIsRead() throws KeyUnavailable {
    filled(3);
    for (int round = 10; round < 15; round++) {
      try (Volume volume = open()) {
        volume.write(1, page(round));
        assertThat(volume.read(1)).isEqualTo(page(round));
      }
    }
    try (Volume volume = open()) {
      assertThat(volume.read(0)).isEqualTo(page(0));
      assertThat(volume.read(1)).isEqualTo(page(14));
      assertThat(volume.read(2)).isEqualTo(page(2));
    }
  }

  @Test
  void moreThanOneChunkOfTheTableIsReadAgain() throws KeyUnavailable {
    byte[] image = Given.image(513, kek);
    MemoryDisk disk = MemoryDisk.of(image);
    try (Volume volume = Given.open(disk, kek)) {
      volume.write(512, page(9000));
      volume.write(3, page(9001));
    }
    try (Volume volume = Given.open(disk, kek)) {
      assertThat(volume.pages()).isEqualTo(513);
      assertThat(volume.read(511)).isEqualTo(page(511));
      assertThat(volume.read(512)).isEqualTo(page(9000));
      assertThat(volume.read(3)).isEqualTo(page(9001));
    }
  }

  @Test
  void rewritingOnePageAHundredTimesDoesNotLetTheFileGrow() throws KeyUnavailable, IOException {
    filled(3);
    try (Volume volume = open()) {
      volume.write(0, page(50));
      long size = Files.size(file);
      for (int round = 0; round < 100; round++) {
        volume.write(0, page(round));
      }
      assertThat(Files.size(file)).isLessThanOrEqualTo(size + 2L * PageSeal.STORED);
    }
  }

  @Test
  void aVolumeOfOneSegmentHasTwoDataKeys() throws KeyUnavailable {
    filled(1);
    assertThat(kek.calls)
        .as("for the volume, opened, and the segment")
        .containsExactly("wrapKey", "unwrapKey", "wrapKey");
    kek.calls.clear();
    open().close();
    assertThat(kek.calls).containsExactly("unwrapKey", "unwrapKey");
  }

  @Test
  void theServerIdentifierDoesNotDependOnLetterCase() throws KeyUnavailable {
    filled(1);
    VolumeId shouted = new VolumeId(ID.serverId().toUpperCase(java.util.Locale.ROOT), ID.kind());
    try (Volume volume = Volume.open(file, shouted, kek, Given.RANDOM)) {
      assertThat(volume.read(0)).isEqualTo(page(0));
    }
  }

  /** The header has the root of the one directory of the page table at byte 1320. */
  @Test
  void theDigestIsThatOfThePageTablesRoots() throws KeyUnavailable, Exception {
    filled(4);
    MessageDigest expected = MessageDigest.getInstance("SHA-256");
    expected.update(Files.readAllBytes(file), 1320 + 8, 32);
    assertThat(Volume.facts(file).digest()).isEqualTo(HexFormat.of().formatHex(expected.digest()));
  }

  /** Whole or not: telling of a volume does not look at its pages, {@code damaged} does. */
  @Test
  void factsReadNoPageAndDamagedPagesAreFound() throws KeyUnavailable, Exception {
    filled(100);
    VolumeFacts before = Volume.facts(file);
    byte[] image = Files.readAllBytes(file);
    try (Volume volume = open()) {
      for (int page : new int[] {3, 40, 41}) {
        int at = indexOf(image, volume.stored(page));
        image[at + 100] ^= 1;
      }
    }
    Files.write(file, image);
    assertThat(Volume.facts(file)).isEqualTo(before);
    try (Volume volume = open()) {
      assertThat(volume.damaged(0, 100)).containsExactly(3L, 40L, 41L);
      assertThat(volume.damaged(4, 36)).isEmpty();
      assertThat(volume.damaged(100, 0)).isEmpty();
    }
  }

  private static int indexOf(byte[] image, byte[] stored) {
    int at = 16384;
    while (!Arrays.equals(image, at, at + stored.length, stored, 0, stored.length)) {
      at += stored.length;
    }
    return at;
  }

  @Test
  void aStoredPageIsReadWithoutAnyKey() throws KeyUnavailable {
    filled(3);
    byte[] stored;
    try (Volume volume = open()) {
      stored = volume.stored(2);
      assertThat(Volume.stored(file, 2)).hasValueSatisfying(s -> assertThat(s).isEqualTo(stored));
    }
    assertThat(Volume.stored(file, 3)).isEmpty();
    assertThat(Volume.stored(file, -1)).isEmpty();
  }

  @Test
  void theDigestChangesWithAPage() throws KeyUnavailable {
    filled(4);
    String before = Volume.facts(file).digest();
    try (Volume volume = open()) {
      volume.write(2, page(2));
    }
    assertThat(Volume.facts(file).digest()).isNotEqualTo(before);
  }

  @Test
  void aStoredPageIsNoncePageAndTag() throws KeyUnavailable {
    filled(1);
    try (Volume volume = open()) {
      assertThat(volume.stored(0)).hasSize(28 + 8192 + 16);
    }
  }

  @Test
  void aClosedVolumeDoesNothing() throws KeyUnavailable {
    filled(1);
    Volume volume = open();
    volume.close();
    volume.close();
    assertThatThrownBy(() -> volume.read(0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> volume.stored(0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> volume.write(0, page(0))).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> volume.rewrap(kek)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void afterAFailureOfTheDiskNothingIsServedUntilReopening() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(Given.image(2, kek));
    Volume volume = Given.open(disk, kek);
    volume.write(0, page(5));
    disk.restart(1);
    assertThatThrownBy(() -> volume.write(0, page(6))).isInstanceOf(UncheckedIOException.class);
    disk.restart(MemoryDisk.FOREVER);
    assertThatThrownBy(() -> volume.write(0, page(6))).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> volume.read(0)).isInstanceOf(IllegalStateException.class);
    try (Volume again = Given.open(disk, kek)) {
      assertThat(again.read(0)).isEqualTo(page(5));
    }
  }
}
