package dev.wrapkey.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeTest {

  private static final VolumeId ID = new VolumeId("/subscriptions/1/servers/Orders", "data");

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private final PracticeKek kek = new PracticeKek("https://v.vault.azure.net/keys/k/1");
  private final PracticeKek next = new PracticeKek("https://v.vault.azure.net/keys/k/2");
  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("data.vol");
  }

  static byte[] page(int seed) {
    byte[] page = new byte[Volume.PAGE];
    new java.util.Random(seed).nextBytes(page);
    return page;
  }

  private Volume open(KeyEncryptionKey key) throws KeyUnavailable {
    return Volume.open(file, ID, key, random);
  }

  private String filled(int pages) throws KeyUnavailable {
    try (Volume volume = Volume.create(file, ID, kek, random)) {
      volume.write(0, IntStream.range(0, pages).mapToObj(VolumeTest::page).toList());
    }
    return Volume.facts(file).digest();
  }

  @Test
  void whatWasWrittenIsReadAgainAfterReopening() throws KeyUnavailable {
    filled(3);
    try (Volume volume = open(kek)) {
      assertThat(volume.pages()).isEqualTo(3);
      assertThat(volume.read(0)).isEqualTo(page(0));
      assertThat(volume.read(2)).isEqualTo(page(2));
    }
  }

  @Test
  void theLastVersionOfAPageIsTheOneThatIsRead() throws KeyUnavailable {
    filled(3);
    for (int round = 10; round < 15; round++) {
      try (Volume volume = open(kek)) {
        volume.write(1, page(round));
        assertThat(volume.read(1)).isEqualTo(page(round));
      }
    }
    try (Volume volume = open(kek)) {
      assertThat(volume.read(1)).isEqualTo(page(14));
      assertThat(volume.read(0)).isEqualTo(page(0));
    }
  }

  @Test
  void creatingTakesOneWrapAndOpeningOneUnwrap() throws KeyUnavailable {
    filled(1);
    assertThat(kek.calls).containsExactly("wrapKey");
    open(kek).close();
    assertThat(kek.calls).containsExactly("wrapKey", "unwrapKey");
  }

  @Test
  void rotationChangesTheWrappedKeyAndNotOneStoredByte() throws KeyUnavailable {
    String before = filled(5);
    WrappedKey wrapped = Volume.facts(file).wrapped();

    RotationReport report = Volume.rotate(file, ID, kek, next);

    assertThat(report)
        .isEqualTo(
            new RotationReport(
                1, 3, 0, "https://v.vault.azure.net/keys/k/1", "https://v.vault.azure.net/keys/k/2"));
    VolumeFacts after = Volume.facts(file);
    assertThat(after.digest()).isEqualTo(before);
    assertThat(after.wrapped()).isNotEqualTo(wrapped);
    assertThat(after.wrapped().keyVersion()).isEqualTo("https://v.vault.azure.net/keys/k/2");
    assertThat(after.rotations()).isEqualTo(1);
    assertThat(after.pagesRewritten()).isZero();
    try (Volume volume = open(next)) {
      assertThat(volume.read(4)).isEqualTo(page(4));
    }
    assertThatThrownBy(() -> open(kek)).isInstanceOf(KeyUnavailable.class);
  }
}
