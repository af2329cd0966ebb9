package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.ID;
import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code format-1.vol} was written by the last program that wrote format 1: pages 0 to 2, a
 * rotation from version 1 to 2 of the key, then page 1 again.
 */
class FormatOneTest {

  private final PracticeKek kek = new PracticeKek("https://v.vault.azure.net/keys/k/2");
  private byte[] image;

  @BeforeEach
  void load() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("format-1.vol")) {
      image = Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static void hasItsPages(Volume volume) {
    assertThat(volume.pages()).isEqualTo(3);
    assertThat(volume.read(0)).isEqualTo(page(0));
    assertThat(volume.read(1)).isEqualTo(page(101));
    assertThat(volume.read(2)).isEqualTo(page(2));
  }

  @Test
  void itsFactsAreToldWithoutConverting(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("old.vol"), image);
    VolumeFacts facts = Volume.facts(file);
    assertThat(facts.format()).isEqualTo(1);
    assertThat(facts.pages()).isEqualTo(3);
    assertThat(facts.rotations()).isEqualTo(1);
    assertThat(facts.generation()).isEqualTo(6);
    assertThat(facts.wrapped().keyVersion()).isEqualTo("https://v.vault.azure.net/keys/k/2");
    assertThat(facts.digest())
        .as("of the root of the one chunk, at byte 2216 of either header")
        .isEqualTo(
            HexFormat.of()
                .formatHex(Digests.sha256(Arrays.copyOfRange(image, 2224, 2256), Digests.SHA256)));
    assertThat(Files.readAllBytes(file)).isEqualTo(image);
  }

  @Test
  void openingConvertsIt() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(image);
    try (Volume volume = Given.open(disk, kek)) {
      hasItsPages(volume);
      volume.write(3, page(3));
    }
    VolumeFacts facts = Facts.of(Given.PATH, disk);
    assertThat(facts.format()).isEqualTo(2);
    assertThat(facts.generation()).isGreaterThan(6);
    assertThat(facts.rotations()).isEqualTo(1);
    assertThat(facts.keys()).hasSize(3);
    try (Volume volume = Given.open(disk, kek)) {
      assertThat(volume.read(1)).isEqualTo(page(101));
      assertThat(volume.read(3)).isEqualTo(page(3));
    }
  }

  @Test
  void itsBlocksAreUsedAgain() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(image);
    try (Volume volume = Given.open(disk, kek)) {
      long size = disk.size();
      for (int round = 0; round < 10; round++) {
        volume.write(0, Given.pages(3));
      }
      assertThat(disk.size()).isLessThanOrEqualTo(size + 2L * 8236);
    }
  }

  @Test
  void rotatingConvertsIt() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(image);
    PracticeKek next = new PracticeKek("https://v.vault.azure.net/keys/k/3");
    RotationReport report = Given.rotate(disk, kek, next);
    assertThat(report.complete()).isTrue();
    try (Volume volume = Given.open(disk, next)) {
      hasItsPages(volume);
    }
  }

  @Test
  void theWrongKeyOrServerLeavesItAsItIs() {
    MemoryDisk disk = MemoryDisk.of(image);
    PracticeKek other = new PracticeKek("https://v.vault.azure.net/keys/k/1");
    assertThatThrownBy(() -> Given.open(disk, other)).isInstanceOf(KeyUnavailable.class);
    VolumeId log = new VolumeId(ID.serverId(), "log");
    assertThatThrownBy(() -> Volume.open(disk, log, kek, Given.OPTIONS))
        .isInstanceOf(VolumeDamaged.class);
    kek.refusesWrap = true;
    assertThatThrownBy(() -> Given.open(disk, kek)).isInstanceOf(KeyUnavailable.class);
    assertThat(disk.image()).isEqualTo(image);
  }

  @Test
  void everyPlaceWhereABitIsFlippedIsRefusedOrHarmless() {
    Random chance = new Random(4);
    for (int round = 0; round < 1500; round++) {
      byte[] changed = image.clone();
      changed[chance.nextInt(changed.length)] ^= (byte) (1 << chance.nextInt(8));
      try (Volume volume = Given.open(MemoryDisk.of(changed), kek)) {
        hasItsPages(volume);
      } catch (VolumeDamaged | KeyUnavailable refusal) {
        assertThat(refusal).hasNoCause();
      }
    }
  }

  @Test
  void aCutAnywhereInTheConversionLeavesAllPages() throws KeyUnavailable {
    Random chance = new Random(5);
    int cuts = 0;
    boolean done = false;
    for (int steps = 0; !done; steps++) {
      MemoryDisk disk = new MemoryDisk(image, steps);
      try (Volume volume = Given.open(disk, kek)) {
        done = true;
      } catch (MemoryDisk.PowerCut _) {
        cuts++;
      }
      for (int outcome = 0; outcome < 25; outcome++) {
        try (Volume volume = Given.open(MemoryDisk.of(disk.afterOnePowerCut(chance)), kek)) {
          hasItsPages(volume);
        }
      }
      try (Volume volume = Given.open(MemoryDisk.of(disk.image()), kek)) {
        hasItsPages(volume);
      }
    }
    assertThat(cuts).isGreaterThan(8);
  }
}
