package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.ID;
import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file, one writer, and those who only look. */
class VolumeSharingTest {

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

  private List<String> names() throws IOException {
    try (var listing = Files.list(folder)) {
      return listing.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aVolumeHasOneWriter() throws KeyUnavailable {
    filled(1);
    try (Volume _ = open()) {
      assertThatThrownBy(this::open).isInstanceOf(VolumeBusy.class);
      assertThatThrownBy(() -> Volume.rotate(file, ID, kek, kek, Given.RANDOM))
          .isInstanceOf(VolumeBusy.class);
      assertThatThrownBy(() -> Volume.delete(file)).isInstanceOf(VolumeBusy.class);
      Volume.facts(file);
      assertThatThrownBy(this::open).isInstanceOf(VolumeBusy.class);
    }
    open().close();
  }

  @Test
  void aVolumeIsNeverCreatedOverAnother() throws KeyUnavailable {
    filled(1);
    assertThatThrownBy(() -> Volume.create(file, ID, kek, Given.RANDOM))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(FileAlreadyExistsException.class);
    try (Volume volume = open()) {
      assertThat(volume.read(0)).isEqualTo(page(0));
    }
  }

  @Test
  void aRefusedWrapLeavesNoVolumeAndNoWriter() throws KeyUnavailable {
    kek.refusesWrap = true;
    assertThatThrownBy(() -> Volume.create(file, ID, kek, Given.RANDOM))
        .isInstanceOf(KeyUnavailable.class);
    assertThat(file).doesNotExist();
    kek.refusesWrap = false;
    Volume.create(file, ID, kek, Given.RANDOM).close();
    assertThat(file).exists();
  }

  @Test
  void aRefusedUnwrapLetsTheFileGo() throws KeyUnavailable {
    filled(1);
    kek.refusesUnwrap = true;
    assertThatThrownBy(this::open).isInstanceOf(KeyUnavailable.class);
    kek.refusesUnwrap = false;
    open().close();
  }

  @Test
  void aMissingVolumeIsSaidToBeMissingAndLeavesNothing() throws IOException {
    assertThatThrownBy(this::open).hasCauseInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> Volume.facts(file)).hasCauseInstanceOf(NoSuchFileException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void whatACutLeftOfACreationIsNoObstacle() throws KeyUnavailable, IOException {
    Files.write(folder.resolve("data.vol.new"), new byte[100]);
    filled(1);
    assertThat(names()).containsExactly("data.vol", "data.vol.lock");
  }

  @Test
  void deletingLeavesNothing() throws KeyUnavailable, IOException {
    filled(1);
    Volume.delete(file);
    assertThat(names()).isEmpty();
    Volume.delete(file);
    assertThat(names()).isEmpty();
  }

  @Test
  void factsNeedNoKeyAndNoClosedVolume() throws KeyUnavailable {
    try (Volume volume = Volume.create(file, ID, kek, Given.RANDOM)) {
      volume.write(0, Given.pages(2));
      kek.refusesUnwrap = true;
      VolumeFacts facts = Volume.facts(file);
      assertThat(facts.pages()).isEqualTo(2);
      assertThat(facts.wrapped()).isEqualTo(volume.wrapped());
      assertThat(facts.wrapped().keyVersion()).isEqualTo("https://v.vault.azure.net/keys/k/1");
      volume.write(2, page(2));
      assertThat(Volume.facts(file).pages()).isEqualTo(3);
      assertThat(Volume.facts(file).generation()).isGreaterThan(facts.generation());
    }
  }

  @Test
  void factsHoldTogetherWhileAWriterChangesEverything() throws Exception {
    try (Volume volume = Volume.create(file, ID, kek, Given.RANDOM)) {
      volume.write(0, Given.pages(4));
      Thread writer =
          Thread.ofPlatform().start(() -> IntStream.range(0, 100).forEach(n -> written(volume, n)));
      Set<Long> generations = new HashSet<>();
      while (writer.isAlive()) {
        VolumeFacts facts = Volume.facts(file);
        assertThat(facts.pages()).isEqualTo(4);
        generations.add(facts.generation());
      }
      writer.join();
      assertThat(generations).hasSizeGreaterThan(1);
      assertThat(Volume.facts(file).generation()).isEqualTo(2 + 100);
    }
  }

  private static void written(Volume volume, int n) {
    try {
      volume.write(n % 4, page(n));
    } catch (KeyUnavailable e) {
      throw new AssertionError(e);
    }
  }
}
