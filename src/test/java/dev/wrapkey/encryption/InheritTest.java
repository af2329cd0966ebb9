package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Volumes that took over pages of another one as they were sealed there. */
class InheritTest extends Heir {

  @Test
  void theSealedBytesAreThoseOfTheSource() throws KeyUnavailable {
    try (Volume from = Given.open(source, original);
        Volume to = open()) {
      for (int i = 0; i < 4; i++) {
        assertThat(to.stored(i)).isEqualTo(from.stored(i));
      }
    }
  }

  @Test
  void openingAsksBothKeysAndFailsWithoutEither() throws KeyUnavailable {
    original.calls.clear();
    own.calls.clear();
    open().close();
    assertThat(own.calls).containsExactly("unwrapKey");
    assertThat(original.calls).hasSize(3).containsOnly("unwrapKey");
    original.refusesUnwrap = true;
    assertThatThrownBy(this::open).isInstanceOf(KeyUnavailable.class);
    original.refusesUnwrap = false;
    own.refusesUnwrap = true;
    assertThatThrownBy(this::open).isInstanceOf(KeyUnavailable.class);
  }

  @Test
  void theFileSaysWhereItsDataKeysComeFrom() {
    VolumeFacts facts = Facts.of(Given.PATH, disk);
    assertThat(facts.format()).isEqualTo(3);
    assertThat(wrappedBy()).containsExactly("new", "old", "old", "old");
    assertThat(facts.keys())
        .extracting(StoredKey::isInherited)
        .containsExactly(false, true, true, true);
    assertThat(facts.keys().getLast().segment()).isEmpty();
    assertThat(facts.keys().getLast().inheritedFrom()).contains(Given.ID);
  }

  @Test
  void newSegmentsGetDataKeysOfTheVolumesOwn() throws KeyUnavailable {
    try (Volume volume = open()) {
      volume.write(4, List.of(page(40), page(50), page(60)));
    }
    assertThat(wrappedBy()).containsExactly("new", "old", "old", "new", "new", "old");
    try (Volume volume = open()) {
      requirePages(volume, 0, 1, 2, 3, 40, 50, 60);
    }
  }

  @Test
  void aPageWrittenIntoAnInheritedSegmentStandsBesideInheritedOnes() throws KeyUnavailable {
    try (Volume volume = open()) {
      volume.write(1, page(10));
      requirePages(volume, 0, 10, 2, 3);
    }
    assertThat(wrappedBy()).containsExactly("new", "old", "old", "old");
    try (Volume volume = open()) {
      requirePages(volume, 0, 10, 2, 3);
    }
  }

  /** The source and the restored volume go on sealing with one data key, each for itself. */
  @Test
  void whatTheSourceSealedAfterwardsIsNotTakenForAPageOfTheHeir() throws KeyUnavailable {
    try (Volume volume = open()) {
      volume.write(0, page(10));
    }
    long version = new VolumeFile(Given.PATH, disk).pages().version(0);
    byte[] theirs;
    try (Volume from = Given.open(source, original)) {
      long theirVersion = 0;
      while (theirVersion < version) {
        from.write(0, page(666));
        theirVersion = new VolumeFile(Given.PATH, source).pages().version(0);
      }
      assertThat(theirVersion).as("both used the same seal number").isEqualTo(version);
      theirs = from.stored(0);
    }
    byte[] swapped = disk.image();
    long block = new VolumeFile(Given.PATH, disk).pages().block(0);
    System.arraycopy(theirs, 0, swapped, 16384 + (int) block * 8236, theirs.length);
    try (Volume volume = open(MemoryDisk.of(swapped), both)) {
      assertThatThrownBy(() -> volume.read(0)).isInstanceOf(VolumeDamaged.class);
      assertThat(volume.read(1)).isEqualTo(page(1));
    }
  }

  @Test
  void sealingTheInheritedSegmentsAnewSetsTheVolumeFree() throws KeyUnavailable {
    List<String> progress = new ArrayList<>();
    try (Volume volume = open()) {
      volume.write(4, page(4));
      own.calls.clear();
      RekeyReport report =
          volume.rekeyInherited(
              (done, of) -> {
                progress.add(done + "/" + of);
                return true;
              });
      assertThat(report).isEqualTo(new RekeyReport(2, 4, 4));
      assertThat(own.calls).hasSize(4);
      requirePages(volume, 0, 1, 2, 3, 4);
    }
    assertThat(progress).containsExactly("1/2", "2/2");
    assertThat(wrappedBy()).containsOnly("new").hasSize(4);
    assertThat(Facts.of(Given.PATH, disk).format()).isEqualTo(2);
    try (Volume volume = open(disk, own)) {
      requirePages(volume, 0, 1, 2, 3, 4);
    }
  }

  @Test
  void aCancelledReKeyLeavesTheRestInherited() throws KeyUnavailable {
    try (Volume volume = open()) {
      assertThat(volume.rekeyInherited((_, _) -> false).segments()).isOne();
    }
    assertThat(wrappedBy()).containsExactly("new", "new", "old", "old");
    try (Volume volume = open()) {
      assertThat(volume.rekeyInherited(RotationWatch.TO_THE_END).segments()).isOne();
      assertThat(volume.rekeyInherited(RotationWatch.TO_THE_END).segments()).isZero();
      requirePages(volume, 0, 1, 2, 3);
    }
    open(disk, own).close();
  }

  @Test
  void rotatingTheVolumesOwnKeyLeavesInheritedWrappingsAlone() throws KeyUnavailable {
    PracticeKek next = new PracticeKek("https://v.vault.azure.net/keys/new/2");
    try (Volume volume = open()) {
      volume.write(4, page(4));
    }
    original.calls.clear();
    RotationReport report =
        Opening.rotate(
            Given.PATH,
            disk,
            RESTORED,
            new Volume.Keys(own, next),
            Given.OPTIONS,
            RotationWatch.TO_THE_END);
    assertThat(report.keysRewrapped()).isEqualTo(2);
    assertThat(report.complete()).isTrue();
    assertThat(original.calls).isEmpty();
    try (Volume volume = open(disk, by(next, original))) {
      requirePages(volume, 0, 1, 2, 3, 4);
      assertThat(volume.rewrap(own).keysRewrapped()).isEqualTo(2);
    }
    try (Volume volume = open()) {
      requirePages(volume, 0, 1, 2, 3, 4);
    }
  }

  @Test
  void sealingEverythingAnewUnderAnotherKeyNeedsTheOriginalNoMore() throws KeyUnavailable {
    PracticeKek next = new PracticeKek("https://v.vault.azure.net/keys/new/2");
    try (Volume volume = open()) {
      volume.rekey(next, RotationWatch.TO_THE_END);
    }
    try (Volume volume = open(disk, next)) {
      requirePages(volume, 0, 1, 2, 3);
    }
  }

  @Test
  void aDataKeyThatEndsIsReplacedByOneOfTheVolumesOwn() throws KeyUnavailable {
    VolumeOptions few = Given.OPTIONS.withSealLimit(1030);
    try (Volume volume = Volume.open(disk, RESTORED, both, few)) {
      for (int i = 0; i < 10; i++) {
        volume.write(0, page(100 + i));
      }
      requirePages(volume, 109, 1, 2, 3);
    }
    assertThat(wrappedBy()).containsExactly("new", "new", "old", "old");
  }

  @Test
  void onlyAnEmptyVolumeInheritsAndOnlyWhatIsTheSourcesOwn() throws KeyUnavailable {
    try (Volume from = Given.open(source, original);
        Volume to = open()) {
      assertThatThrownBy(() -> to.inherit(from, 1)).isInstanceOf(IllegalArgumentException.class);
      MemoryDisk third = MemoryDisk.of(Opening.blank(Given.ID, own, Given.OPTIONS));
      try (Volume heir = Given.open(third, own)) {
        assertThatThrownBy(() -> heir.inherit(to, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> heir.inherit(from, 6))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void closingZeroesTheInheritedKeysToo() throws KeyUnavailable {
    Volume volume = open();
    volume.lock();
    assertThatThrownBy(() -> volume.read(0)).isInstanceOf(VolumeLocked.class);
    assertThatThrownBy(() -> volume.store().keys().get(0).dataKey().wrap(own))
        .isInstanceOf(IllegalStateException.class);
    volume.close();
  }
}
