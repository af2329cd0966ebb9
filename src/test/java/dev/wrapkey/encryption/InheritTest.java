package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Volumes that took over pages of another one as they were sealed there. */
class InheritTest {

  private static final VolumeId RESTORED =
      new VolumeId("/subscriptions/1/servers/orders-copy", "data");

  private final PracticeKek original = new PracticeKek("https://v.vault.azure.net/keys/old/1");
  private final PracticeKek own = new PracticeKek("https://v.vault.azure.net/keys/new/1");
  private MemoryDisk source = MemoryDisk.of(new byte[0]);
  private MemoryDisk disk = MemoryDisk.of(new byte[0]);

  /** Both key stores: each wrapped key goes to the one that wrapped it. */
  private final KeyEncryptionKey both = by(own, original);

  private static KeyEncryptionKey by(PracticeKek own, PracticeKek original) {
    return new KeyEncryptionKey() {
      @Override
      public WrappedKey wrap(byte[] dataKey) throws KeyUnavailable {
        return own.wrap(dataKey);
      }

      @Override
      public byte[] unwrap(WrappedKey wrapped) throws KeyUnavailable {
        return (wrapped.keyVersion().contains("/old/") ? original : own).unwrap(wrapped);
      }
    };
  }

  /** Five pages in three segments, four of which are inherited: two segments. */
  @BeforeEach
  void restore() throws KeyUnavailable {
    source = MemoryDisk.of(Given.image(5, original));
    disk = MemoryDisk.of(Opening.blank(RESTORED, own, Given.OPTIONS));
    try (Volume from = Given.open(source, original);
        Volume to = open()) {
      original.calls.clear();
      own.calls.clear();
      to.inherit(from, 4);
      assertThat(original.calls).isEmpty();
      assertThat(own.calls).isEmpty();
      requirePages(to, 0, 1, 2, 3);
    }
  }

  private Volume open() throws KeyUnavailable {
    return open(disk, both);
  }

  private static Volume open(MemoryDisk disk, KeyEncryptionKey key) throws KeyUnavailable {
    return Volume.open(disk, RESTORED, key, Given.OPTIONS);
  }

  private static void requirePages(Volume volume, int... seeds) {
    assertThat(volume.pages()).isEqualTo(seeds.length);
    for (int i = 0; i < seeds.length; i++) {
      assertThat(volume.read(i)).as("page %d", i).isEqualTo(page(seeds[i]));
    }
  }

  private List<String> wrappedBy() {
    return Facts.of(Given.PATH, disk).keys().stream()
        .map(key -> key.wrapped().keyVersion().contains("/old/") ? "old" : "new")
        .toList();
  }

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
  void aDamagedSourceIsNotInherited() throws KeyUnavailable {
    byte[] damaged = source.image();
    int block = (int) new VolumeFile(Given.PATH, source).pages().block(2);
    damaged[16384 + block * 8236 + 100] ^= 1;
    MemoryDisk fresh = MemoryDisk.of(Opening.blank(RESTORED, own, Given.OPTIONS));
    try (Volume from = Given.open(MemoryDisk.of(damaged), original);
        Volume to = open(fresh, own)) {
      assertThatThrownBy(() -> to.inherit(from, 4)).isInstanceOf(VolumeDamaged.class);
      assertThat(to.pages()).isZero();
      to.write(0, page(1));
    }
  }

  /** At each place where it can be cut: nothing of it, or all. */
  @Test
  void aCutLeavesAllOrNothingInherited() throws KeyUnavailable {
    Random chance = new Random(4);
    boolean finished = false;
    for (int steps = 0; !finished; steps++) {
      MemoryDisk cut = MemoryDisk.of(Opening.blank(RESTORED, own, Given.OPTIONS));
      try (Volume from = Given.open(source, original);
          Volume to = open(cut, both)) {
        cut.restart(steps);
        to.inherit(from, 4);
        finished = true;
      } catch (MemoryDisk.PowerCut _) {
        cut = MemoryDisk.of(cut.afterOnePowerCut(chance));
      }
      cut.restart(MemoryDisk.FOREVER);
      try (Volume to = open(cut, both)) {
        if (to.pages() > 0) {
          requirePages(to, 0, 1, 2, 3);
        }
      }
      assertThat(steps).isLessThan(100);
    }
  }

  @Test
  void everyFlippedByteOfTheOriginIsFound() throws KeyUnavailable {
    VolumeFile file = new VolumeFile(Given.PATH, disk);
    int at = 16384 + (int) file.keys().originRoot().block() * 8236;
    for (int offset = 0; offset < 8236; offset++) {
      byte[] changed = disk.image();
      changed[at + offset] ^= 1;
      assertThat(catchThrowable(() -> open(MemoryDisk.of(changed), both)))
          .as("byte %d", offset)
          .isInstanceOf(VolumeDamaged.class);
    }
  }

  @Test
  void everyChangedByteOfAHeaderIsFoundEvenWithItsDigestMadeRight() throws Exception {
    for (int offset = 0; offset < 8160; offset += 3) {
      byte[] changed = disk.image();
      changed[offset] ^= (byte) (1 << (offset % 8));
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(changed, 0, 8160);
      System.arraycopy(digest.digest(), 0, changed, 8160, 32);
      System.arraycopy(changed, 0, changed, 8192, 8192);
      assertThat(catchThrowable(() -> open(MemoryDisk.of(changed), both)))
          .as("byte %d", offset)
          .isInstanceOfAny(VolumeDamaged.class, KeyUnavailable.class);
    }
  }

  /**
   * What somebody could do who has the public half of the new key: wrap a volume key of his own and
   * prove a header with it. The pages that were inherited do not hang on that key, but their origin
   * does.
   */
  @Test
  void aForgedVolumeKeyDoesNotGetTheInheritedPages() throws KeyUnavailable {
    VolumeFile file = new VolumeFile(Given.PATH, disk);
    try (DataKey forged = DataKey.random(Given.RANDOM)) {
      KeyEntry entry = file.keys().get(0).rewrapped(forged.wrap(own), Instant.EPOCH);
      file.change(forged, UnaryOperator.identity(), () -> file.keys().put(0, entry));
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(VolumeDamaged.class)
        .hasMessageContaining("where its pages come from");
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
