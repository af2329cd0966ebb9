package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.ID;
import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many data keys in one volume. */
class SegmentsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123Z");

  @TempDir private Path folder;
  private final PracticeKek first = new PracticeKek("https://v.vault.azure.net/keys/k/1");
  private final PracticeKek second = new PracticeKek("https://v.vault.azure.net/keys/k/2");
  private final VolumeOptions options = VolumeOptions.of(Given.RANDOM, () -> NOW);

  private static int[] versions(Volume volume) {
    return volume.keys().stream()
        .mapToInt(key -> key.wrapped().keyVersion().endsWith("/1") ? 1 : 2)
        .toArray();
  }

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
  void aRotationThatWasEndedGoesOnWhereItStopped() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(Given.image(20, first));
    List<String> seen = new ArrayList<>();
    RotationReport some =
        Given.rotate(
            disk,
            first,
            second,
            (done, of) -> {
              seen.add(done + " of " + of);
              return done < 4;
            });
    assertThat(seen).containsExactly("1 of 11", "2 of 11", "3 of 11", "4 of 11");
    assertThat(some.complete()).isFalse();
    assertThat(some.keysRewrapped()).isEqualTo(4);
    assertThat(Facts.of(Given.PATH, disk).wrapped().keyVersion()).endsWith("/1");
    assertThat(Facts.of(Given.PATH, disk).rotations()).isZero();

    second.calls.clear();
    RotationReport rest = Given.rotate(disk, first, second);
    assertThat(rest.complete()).isTrue();
    assertThat(rest.keysRewrapped()).isEqualTo(7);
    assertThat(second.calls).hasSize(14);
    assertThat(Facts.of(Given.PATH, disk).rotations()).isEqualTo(1);
    try (Volume volume = Given.open(disk, second)) {
      assertThat(volume.read(19)).isEqualTo(page(19));
    }
  }

  /**
   * 131 data keys are three changes; a cut leaves 0, 64, 128 or all of them under the new version.
   */
  @Test
  void aRotationOfManyDataKeysCutAnywhereGoesOnWhereItWas() throws KeyUnavailable {
    VolumeOptions single = Given.OPTIONS.withPagesPerSegment(1);
    ImageDisk made = new ImageDisk();
    made.write(0, Opening.blank(ID, new PracticeVault(), single));
    try (Volume volume = Volume.open(made, ID, new PracticeVault(), single)) {
      volume.write(0, Given.pages(130));
    }
    Random chance = new Random(11);
    Set<Long> found = new TreeSet<>();
    boolean done = false;
    for (int steps = 0; !done; steps++) {
      MemoryDisk disk = new MemoryDisk(made.image(), steps);
      done = rotated(disk, single);
      for (int outcome = 0; outcome < 6; outcome++) {
        found.add(goesOn(MemoryDisk.of(disk.afterOnePowerCut(chance)), single));
      }
      found.add(goesOn(MemoryDisk.of(disk.image()), single));
    }
    assertThat(found).containsExactly(0L, 64L, 128L, 131L);
  }

  private static boolean rotated(MemoryDisk disk, VolumeOptions options) throws KeyUnavailable {
    PracticeVault vault = new PracticeVault();
    vault.newest = 2;
    try (Volume volume = Volume.open(disk, ID, vault, options)) {
      volume.rewrap(vault);
      return true;
    } catch (MemoryDisk.PowerCut _) {
      return false;
    }
  }

  /** How many data keys were under the new version, after all of them are. */
  private static long goesOn(MemoryDisk disk, VolumeOptions options) throws KeyUnavailable {
    PracticeVault vault = new PracticeVault();
    vault.newest = 2;
    long before;
    try (Volume volume = Volume.open(disk, ID, vault, options)) {
      before = Arrays.stream(versions(volume)).filter(v -> v == 2).count();
      RotationReport report = volume.rewrap(vault);
      assertThat(report.keysRewrapped()).isEqualTo((int) Math.max(1, 131 - before));
    }
    vault.oldest = 2;
    try (Volume volume = Volume.open(disk, ID, vault, options)) {
      for (int page : new int[] {0, 63, 64, 129}) {
        assertThat(volume.read(page)).isEqualTo(page(page));
      }
    }
    return before;
  }

  @Test
  void halfRotatedIsAValidState() throws KeyUnavailable {
    PracticeVault vault = new PracticeVault();
    MemoryDisk disk = MemoryDisk.of(Given.image(10, vault));
    try (Volume volume = Given.open(disk, vault)) {
      vault.newest = 2;
      volume.rewrap(vault, (done, _) -> done < 2);
      assertThat(versions(volume)).containsExactly(1, 2, 2, 1, 1, 1);
      volume.write(4, page(44));
    }
    try (Volume volume = Given.open(disk, vault)) {
      assertThat(volume.read(4)).isEqualTo(page(44));
      volume.rewrap(vault);
      assertThat(versions(volume)).containsOnly(2);
      vault.oldest = 2;
    }
    try (Volume volume = Given.open(disk, vault)) {
      assertThat(volume.read(9)).isEqualTo(page(9));
    }
  }

  @Test
  void afterARefusedRotationNewDataKeysAreWrappedByTheKeyOfBefore() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(Given.image(4, first));
    second.refusesUnwrap = true;
    try (Volume volume = Given.open(disk, first)) {
      assertThatThrownBy(() -> volume.rewrap(second)).isInstanceOf(KeyUnavailable.class);
      assertThatThrownBy(() -> volume.rekey(second, RotationWatch.TO_THE_END))
          .isInstanceOf(KeyUnavailable.class);
      volume.write(4, page(4));
      assertThat(versions(volume)).containsOnly(1);
    }
    try (Volume volume = Given.open(disk, first)) {
      assertThat(volume.read(3)).isEqualTo(page(3));
      assertThat(volume.read(4)).isEqualTo(page(4));
    }
  }

  @Test
  void sealingASegmentAnewChangesItsKeyAndItsPagesOnly() throws KeyUnavailable {
    PracticeVault vault = new PracticeVault();
    MemoryDisk disk = MemoryDisk.of(Given.image(6, vault));
    try (Volume volume = Given.open(disk, vault)) {
      List<byte[]> before = IntStream.range(0, 6).mapToObj(volume::stored).toList();
      List<StoredKey> keys = volume.keys();
      vault.newest = 2;
      RekeyReport report = volume.rekey(1);
      assertThat(report).isEqualTo(new RekeyReport(1, 2, 2));
      assertThat(versions(volume)).containsExactly(1, 1, 2, 1);
      assertThat(volume.keys().get(2).id()).isNotEqualTo(keys.get(2).id());
      for (int page = 0; page < 6; page++) {
        boolean same = Arrays.equals(volume.stored(page), before.get(page));
        assertThat(same).as("page %d", page).isEqualTo(page / 2 != 1);
        assertThat(volume.read(page)).isEqualTo(page(page));
      }
      assertThatThrownBy(() -> volume.rekey(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThat(Facts.of(Given.PATH, disk).rekeys()).isEqualTo(1);
  }

  @Test
  void aVolumeSealedAnewNeedsTheOldKeyVersionNoMore() throws KeyUnavailable {
    PracticeVault vault = new PracticeVault();
    MemoryDisk disk = MemoryDisk.of(Given.image(6, vault));
    List<StoredKey> before;
    try (Volume volume = Given.open(disk, vault)) {
      before = volume.keys();
      vault.newest = 2;
      RekeyReport report = volume.rekey(vault, RotationWatch.TO_THE_END);
      assertThat(report.segments()).isEqualTo(3);
      assertThat(report.pagesRewritten()).isEqualTo(6);
      assertThat(versions(volume)).containsOnly(2);
    }
    vault.oldest = 2;
    try (Volume volume = Given.open(disk, vault)) {
      assertThat(volume.read(5)).isEqualTo(page(5));
      assertThat(volume.keys().subList(1, 4))
          .extracting(StoredKey::id)
          .doesNotContainAnyElementsOf(before.stream().map(StoredKey::id).toList());
    }
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
