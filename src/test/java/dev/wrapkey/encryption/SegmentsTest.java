package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.ID;
import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many data keys in one volume. */
class SegmentsTest extends TwoVersions {

  @Test
  void eachSegmentHasADataKeyOfItsOwnMadeWithItsFirstPage() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(Given.image(0, first));
    first.calls.clear();
    try (Volume volume = Given.open(disk, first)) {
      for (int page = 0; page < 5; page++) {
        volume.write(page, page(page));
        assertThat(volume.segments()).isEqualTo(page / 2 + 1);
      }
      assertThat(first.calls).containsExactly("unwrapKey", "wrapKey", "wrapKey", "wrapKey");
      List<StoredKey> keys = volume.keys();
      assertThat(keys).extracting(StoredKey::id).doesNotHaveDuplicates().hasSize(4);
      assertThat(keys.get(0).segment()).isEmpty();
      assertThat(keys.get(3).segment()).hasValue(2);
      assertThat(keys.get(3).firstPage()).isEqualTo(4);
    }
    assertThat(Facts.of(Given.PATH, disk).keys()).hasSize(4);
  }

  @Test
  void aKeyThatRefusesToWrapANewDataKeyLeavesEverythingAsItWas() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(Given.image(2, first));
    try (Volume volume = Given.open(disk, first)) {
      byte[] before = disk.image();
      first.refusesWrap = true;
      assertThatThrownBy(() -> volume.write(1, Given.pages(3))).isInstanceOf(KeyUnavailable.class);
      volume.write(1, page(50));
      first.refusesWrap = false;
      volume.write(2, page(51));
      assertThat(volume.read(1)).isEqualTo(page(50));
      assertThat(volume.read(2)).isEqualTo(page(51));
      assertThat(before).isNotEqualTo(disk.image());
    }
  }

  @Test
  void factsSayWhenAKeyWasWrappedAndHowOftenItSealed() throws KeyUnavailable {
    Path file = folder.resolve("data.vol");
    try (Volume volume = Volume.create(file, ID, first, options.withPagesPerSegment(2))) {
      volume.write(0, Given.pages(3));
    }
    VolumeFacts facts = Volume.facts(file);
    assertThat(facts.pagesPerSegment()).isEqualTo(2);
    assertThat(facts.format()).isEqualTo(2);
    assertThat(facts.keys()).hasSize(3).allMatch(key -> key.wrappedAt().equals(NOW));
    assertThat(facts.keys().get(0).seals()).isZero();
    assertThat(facts.keys().get(2).seals()).isBetween(1L, 1024L);
  }

  /** Also more than one directory of keys would be needed at 2856 keys. */
  @Test
  void threeThousandSegmentsAreReadAgain() throws KeyUnavailable {
    VolumeOptions single = VolumeOptions.of(Given.RANDOM).withPagesPerSegment(1);
    Disk disk = new ImageDisk();
    disk.write(0, Opening.blank(ID, first, single));
    try (Volume volume = Volume.open(disk, ID, first, single)) {
      volume.write(0, Given.pages(3000));
      volume.write(2900, page(-1));
    }
    try (Volume volume = Volume.open(disk, ID, first, single)) {
      assertThat(volume.segments()).isEqualTo(3000);
      assertThat(volume.read(2999)).isEqualTo(page(2999));
      assertThat(volume.read(2900)).isEqualTo(page(-1));
      RotationReport report = volume.rewrap(second);
      assertThat(report.keysRewrapped()).isEqualTo(3001);
      assertThat(report.keyOperations()).isEqualTo(6002);
      assertThat(report.pagesRewritten()).isZero();
    }
    try (Volume volume = Volume.open(disk, ID, second, single)) {
      assertThat(volume.read(1500)).isEqualTo(page(1500));
    }
  }

  /** Forgets runs of pages and keeps the rest, so that a large volume needs little memory. */
  private static final class ForgettingDisk implements Disk {
    private final Map<Long, byte[]> kept = new HashMap<>();
    private long size;

    @Override
    public synchronized int read(long at, Span into) {
      byte[] found = kept.get(at);
      if (found != null) {
        System.arraycopy(found, 0, into.bytes(), into.at(), into.length());
      }
      return into.length();
    }

    @Override
    public synchronized void write(long at, Span from) {
      size = Math.max(size, at + from.length());
      if (from.length() <= 8236) {
        kept.put(at, Arrays.copyOfRange(from.bytes(), from.at(), from.at() + from.length()));
      }
    }

    @Override
    public void force() {}

    @Override
    public long size() {
      return size;
    }

    @Override
    public void close() {}
  }

  /** One directory leads to 104448 pages. */
  @Test
  void aHundredAndTwentyThousandPagesAreFoundAgain() throws KeyUnavailable {
    VolumeOptions usual = VolumeOptions.of(Given.RANDOM);
    ForgettingDisk disk = new ForgettingDisk();
    byte[] blank = Opening.blank(ID, first, usual);
    for (int at = 0; at < blank.length; at += at < 16384 ? 8192 : 8236) {
      disk.write(at, new Span(blank, at, at < 16384 ? 8192 : 8236));
    }
    try (Volume volume = Volume.open(disk, ID, first, usual)) {
      Span plain = Span.of(page(1));
      volume.store().write(0, 120_000, (_, _) -> plain);
      volume.write(119_999, page(7));
    }
    try (Volume volume = Volume.open(disk, ID, first, usual)) {
      assertThat(volume.pages()).isEqualTo(120_000);
      assertThat(volume.segments()).isEqualTo(15);
      assertThat(volume.read(119_999)).isEqualTo(page(7));
      assertThatThrownBy(() -> volume.read(60_000)).isInstanceOf(VolumeDamaged.class);
    }
  }

  @Test
  void manyPagesOnTwoThreadsAreThoseThatWereWritten() throws KeyUnavailable, IOException {
    Path file = folder.resolve("data.vol");
    byte[] plain = new byte[1000 * 8192];
    for (int i = 0; i < 1000; i++) {
      System.arraycopy(page(i), 0, plain, i * 8192, 8192);
    }
    VolumeOptions two = options.withThreads(2).withPagesPerSegment(300);
    try (Volume volume = Volume.create(file, ID, first, two)) {
      volume.writeAll(0, plain);
      volume.write(17, page(-17));
    }
    System.arraycopy(page(-17), 0, plain, 17 * 8192, 8192);
    byte[] read = new byte[plain.length];
    try (Volume volume = Volume.open(file, ID, first, two)) {
      volume.read(0, read);
      assertThat(Arrays.equals(read, plain)).isTrue();
      byte[] some = new byte[3 * 8192];
      volume.read(299, some);
      assertThat(some).isEqualTo(Arrays.copyOfRange(plain, 299 * 8192, 302 * 8192));
    }
    assertThat(Files.size(file)).isLessThan(1030L * 8236);
  }

  @Test
  void aCopyForAnotherServerNeedsOnlyItsOwnKey() throws KeyUnavailable {
    Path file = folder.resolve("data.vol");
    Path copy = folder.resolve("copy.vol");
    VolumeId other = new VolumeId("/subscriptions/2/servers/restored", "data");
    try (Volume volume = Volume.create(file, ID, first, options.withPagesPerSegment(2))) {
      volume.write(0, Given.pages(5));
      assertThat(Volume.copyOf(volume, copy, other, second, options.withPagesPerSegment(3)))
          .isEqualTo(5);
      assertThat(volume.read(4)).isEqualTo(page(4));
    }
    Volume.delete(file);
    first.refusesUnwrap = true;
    try (Volume volume = Volume.open(copy, other, second, options)) {
      assertThat(volume.pages()).isEqualTo(5);
      assertThat(volume.segments()).isEqualTo(2);
      for (int page = 0; page < 5; page++) {
        assertThat(volume.read(page)).isEqualTo(page(page));
      }
      assertThat(versions(volume)).containsOnly(2);
    }
  }

  @Test
  void aCopyThatCannotBeMadeLeavesNothing() throws KeyUnavailable, IOException {
    Path file = folder.resolve("data.vol");
    Path copy = folder.resolve("copy.vol");
    MemoryDisk damaged = MemoryDisk.of(Given.image(4, first));
    try (Volume volume = Given.open(damaged, first)) {
      second.refusesWrap = true;
      assertThatThrownBy(() -> Volume.copyOf(volume, copy, ID, second, options))
          .isInstanceOf(KeyUnavailable.class);
      byte[] stored = volume.stored(3);
      byte[] image = damaged.image();
      int at = 16384;
      while (!Arrays.equals(stored, Arrays.copyOfRange(image, at, at + 8236))) {
        at += 8236;
      }
      damaged.write(at + 100, new byte[50]);
      assertThatThrownBy(() -> Volume.copyOf(volume, copy, ID, first, options))
          .isInstanceOf(VolumeDamaged.class);
    }
    assertThat(copy).doesNotExist();
    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactly("copy.vol.lock");
    }
    assertThat(file).doesNotExist();
  }
}
