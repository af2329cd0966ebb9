package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.ID;
import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeTest {

  @TempDir private Path folder;
  private final PracticeKek kek = new PracticeKek("https://v.vault.azure.net/keys/k/1");
  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("data.vol");
  }

  private Volume open() throws KeyUnavailable {
    return Volume.open(file, ID, kek, Given.RANDOM);
  }

  private void filled(int pages) throws KeyUnavailable {
    try (Volume volume = Volume.create(file, ID, kek, Given.RANDOM)) {
      volume.write(0, Given.pages(pages));
    }
  }

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
  void thePageAfterTheLastOneIsAppendedAndAGapIsRefused() throws KeyUnavailable {
    filled(2);
    try (Volume volume = open()) {
      assertThatThrownBy(() -> volume.write(3, page(3)))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> volume.write(-1, page(3)))
          .isInstanceOf(IndexOutOfBoundsException.class);
      volume.write(2, page(2));
      assertThat(volume.pages()).isEqualTo(3);
    }
  }

  @Test
  void aPageThatIsNotThereIsNotRead() throws KeyUnavailable {
    filled(2);
    try (Volume volume = open()) {
      assertThatThrownBy(() -> volume.read(2)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> volume.stored(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void aPageOfAnotherLengthIsRefusedAndNothingOfItsBatchIsWritten() throws KeyUnavailable {
    filled(1);
    try (Volume volume = open()) {
      assertThatThrownBy(() -> volume.write(0, List.of(page(7), new byte[8191])))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(volume.read(0)).isEqualTo(page(0));
      assertThat(volume.pages()).isEqualTo(1);
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

  @Test
  void aRangeThatIsNotThereOrNoMultipleOfPagesIsRefused() throws KeyUnavailable {
    filled(3);
    try (Volume volume = open()) {
      assertThatThrownBy(() -> volume.read(2, new byte[2 * 8192]))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> volume.read(0, new byte[8193]))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> volume.writeAll(0, new byte[100]))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> volume.writeAll(4, new byte[8192]))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void aDamagedPageInARangeIsZeroAndTheDamageIsSaid() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(Given.image(4, kek));
    try (Volume volume = Given.open(disk, kek)) {
      byte[] stored = volume.stored(2);
      byte[] image = disk.image();
      int at = 16384;
      while (!Arrays.equals(stored, Arrays.copyOfRange(image, at, at + stored.length))) {
        at += stored.length;
      }
      disk.write(at + 4000, new byte[] {(byte) (stored[4000] + 1)});
      byte[] into = new byte[4 * 8192];
      Arrays.fill(into, (byte) 9);
      assertThatThrownBy(() -> volume.read(0, into)).isInstanceOf(VolumeDamaged.class);
      assertThat(Arrays.copyOfRange(into, 2 * 8192, 3 * 8192)).isEqualTo(new byte[8192]);
    }
  }

  @Test
  void readersGoSideBySideWithAWriter() throws Exception {
    filled(4);
    try (Volume volume = open()) {
      List<Throwable> wrong = new CopyOnWriteArrayList<>();
      List<Thread> readers =
          IntStream.range(0, 3)
              .mapToObj(_ -> Thread.ofPlatform().start(() -> readALot(volume, wrong)))
              .toList();
      for (int round = 0; round < 50; round++) {
        volume.write(0, List.of(page(round), page(round), page(round), page(round)));
      }
      for (Thread reader : readers) {
        reader.join();
      }
      assertThat(wrong).isEmpty();
    }
  }

  /** All pages of a read are of one round, because a change waits for readers. */
  private static void readALot(Volume volume, List<Throwable> wrong) {
    byte[] into = new byte[4 * 8192];
    volume.read(0, into);
    for (int time = 0; time < 200; time++) {
      try {
        volume.read(0, into);
      } catch (VolumeDamaged | IllegalStateException e) {
        wrong.add(e);
      }
      boolean begun = !Arrays.equals(Arrays.copyOf(into, 8192), page(0));
      if (begun && !Arrays.equals(into, 0, 8192, into, 8192, 16384)) {
        wrong.add(new AssertionError("two rounds in one read"));
      }
    }
  }

  @Test
  void warmingUpLeavesNothingAndEndsWhenInterrupted() {
    Volume.warmUp();
    Thread.currentThread().interrupt();
    Volume.warmUp();
    assertThat(Thread.interrupted()).isTrue();
  }
}
