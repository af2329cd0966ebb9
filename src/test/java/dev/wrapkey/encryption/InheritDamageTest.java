package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class InheritDamageTest extends Heir {

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
}
