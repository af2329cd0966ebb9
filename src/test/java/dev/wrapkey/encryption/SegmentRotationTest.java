package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.ID;
import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentRotationTest extends TwoVersions {

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
}
