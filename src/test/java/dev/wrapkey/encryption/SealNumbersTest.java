package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.ID;
import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No nonce twice, and an end to every data key. */
class SealNumbersTest {

  private final PracticeKek kek = new PracticeKek("https://v.vault.azure.net/keys/k/1");

  /** A source of chance that always says the same: the worst there is. */
  private static final class Stuck extends SecureRandom {
    private static final long serialVersionUID = 1L;

    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, (byte) 7);
    }
  }

  private Volume open(MemoryDisk disk, SecureRandom random, long limit) throws KeyUnavailable {
    return Volume.open(
        disk, ID, kek, VolumeOptions.of(random).withPagesPerSegment(4).withSealLimit(limit));
  }

  /**
   * The nonces of all pages that ever went to the disk: a page begins with its salt, every other
   * block with a number that is less than 2^32.
   */
  private static List<String> nonces(MemoryDisk disk, int from, int length) {
    List<String> nonces = new ArrayList<>();
    for (MemoryDisk.Write write : disk.everyWrite) {
      for (int at = 0; write.at() >= 2 * 8192 && at < write.bytes().length; at += 8236) {
        if (ByteBuffer.wrap(write.bytes()).getInt(at) != 0) {
          nonces.add(HexFormat.of().formatHex(write.bytes(), at + from, at + from + length));
        }
      }
    }
    return nonces;
  }

  /** Writes, cuts, kills and reopens, some 500 times, on one disk. */
  private MemoryDisk turbulentLife(SecureRandom random) throws KeyUnavailable {
    Random chance = new Random(20260101);
    MemoryDisk disk = MemoryDisk.of(Given.image(2, kek));
    for (int life = 0; life < 500; life++) {
      disk.restart(chance.nextInt(40));
      try (Volume volume = open(disk, random, SealNumbers.LIMIT)) {
        for (int write = 0; write < 5; write++) {
          volume.write(chance.nextInt(2), page(chance.nextInt()));
        }
      } catch (MemoryDisk.PowerCut _) {
        continue;
      }
    }
    return disk;
  }

  @Test
  void noNonceComesTwiceInALifeFullOfCuts() throws KeyUnavailable {
    List<String> nonces = nonces(turbulentLife(new SecureRandom()), 0, 28);
    assertThat(nonces).hasSizeGreaterThan(500).doesNotHaveDuplicates();
  }

  @Test
  void noNonceComesTwiceEvenIfChanceIsStuck() throws KeyUnavailable {
    List<String> nonces = nonces(turbulentLife(new Stuck()), 16, 12);
    assertThat(nonces).hasSizeGreaterThan(500).doesNotHaveDuplicates();
  }

  /**
   * A copy put back, or opened twice, counts the same numbers again: the salt keeps the page keys
   * apart.
   */
  @Test
  void twoCopiesOfAVolumeNeverSealUnderOneNonceAndOneKey() throws KeyUnavailable {
    byte[] image = Given.image(2, kek);
    List<String> nonces = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (int copy = 0; copy < 3; copy++) {
      MemoryDisk disk = MemoryDisk.of(image);
      try (Volume volume = open(disk, new SecureRandom(), SealNumbers.LIMIT)) {
        volume.write(0, page(copy));
      }
      nonces.addAll(nonces(disk, 0, 28));
      numbers.addAll(nonces(disk, 16, 12));
    }
    assertThat(numbers).containsOnly(numbers.getFirst());
    assertThat(nonces).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void eachOpeningSealsUnderAKeyOfItsOwn() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(Given.image(2, kek));
    for (int opening = 0; opening < 20; opening++) {
      try (Volume volume = Given.open(disk, kek)) {
        volume.write(0, page(opening));
      }
    }
    assertThat(nonces(disk, 0, 16)).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void theDataKeyEndsBeforeTwoToTheThirtyTwoSeals() {
    assertThat(SealNumbers.LIMIT).isLessThan(4_294_967_296L);
    SealNumbers last = new SealNumbers(SealNumbers.LIMIT, SealNumbers.LIMIT);
    last.reserved(last.wanted(1));
    assertThat(last.take(1)).isEqualTo(4_294_967_295L);
    assertThatThrownBy(() -> last.wanted(1)).isInstanceOf(DataKeyExhausted.class);
    assertThatThrownBy(() -> last.take(1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aDataKeyThatEndsIsReplacedAndNoNonceComesTwice() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(blank());
    try (Volume volume = open(disk, Given.RANDOM, 7)) {
      volume.write(0, Given.pages(4));
      String first = volume.keys().get(1).id();
      volume.write(0, Given.pages(3));
      assertThat(volume.keys().get(1).id()).as("7 of 7 used").isEqualTo(first);
      volume.write(2, page(9));
      assertThat(volume.keys().get(1).id()).isNotEqualTo(first);
      assertThat(volume.keys().get(1).seals()).as("4 sealed anew, and 1").isBetween(5L, 7L);
      for (int round = 0; round < 30; round++) {
        volume.write(2, page(round));
      }
      assertThat(volume.read(0)).isEqualTo(page(0));
      assertThat(volume.read(2)).isEqualTo(page(29));
      assertThat(volume.read(3)).isEqualTo(page(3));
    }
    assertThat(Facts.of(Given.PATH, disk).rekeys()).isBetween(10, 16);
    assertThat(nonces(disk, 0, 28)).hasSizeGreaterThan(60).doesNotHaveDuplicates();
  }

  @Test
  void aBatchLargerThanADataKeyMaySealIsRefusedAndNothingOfItWritten() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(blank());
    try (Volume volume = open(disk, Given.RANDOM, 5)) {
      volume.write(0, Given.pages(4));
      assertThatThrownBy(() -> volume.write(0, List.of(page(8), page(9))))
          .isInstanceOf(DataKeyExhausted.class)
          .hasMessageContaining("5 pages");
      assertThat(volume.read(0)).isEqualTo(page(0));
      volume.write(0, page(9));
      assertThat(volume.read(0)).isEqualTo(page(9));
    }
  }

  @Test
  void afterReopeningAnExhaustedDataKeyItsPagesAreReadAndItCanBeRewrapped() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(blank());
    try (Volume volume = open(disk, Given.RANDOM, 5)) {
      volume.write(0, Given.pages(4));
    }
    try (Volume volume = open(disk, Given.RANDOM, 5)) {
      assertThat(volume.read(3)).isEqualTo(page(3));
      volume.rewrap(new PracticeKek("https://v.vault.azure.net/keys/k/2"));
      assertThat(volume.read(3)).isEqualTo(page(3));
    }
  }

  private byte[] blank() throws KeyUnavailable {
    return Opening.blank(ID, kek, Given.OPTIONS.withPagesPerSegment(4));
  }
}
