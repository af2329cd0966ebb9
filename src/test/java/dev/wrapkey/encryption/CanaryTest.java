package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.ID;
import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must never lie on disk, or stand in a message, does not. */
class CanaryTest {

  private static final byte[] ROW =
      "4711, Ada Lovelace, DE89 3704 0044 0532".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;

  /** Sees the data key when it comes to be wrapped, and hides it well. */
  private static final class Watching implements KeyEncryptionKey {
    private byte[] seen = new byte[0];

    @Override
    public WrappedKey wrap(byte[] dataKey) {
      seen = dataKey.clone();
      byte[] hidden = dataKey.clone();
      for (int i = 0; i < hidden.length; i++) {
        hidden[i] ^= (byte) 0xA5;
      }
      return new WrappedKey("https://v.vault.azure.net/keys/k/1", "RSA-OAEP-256", hidden);
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped) {
      return seen.clone();
    }
  }

  private static byte[] rows() {
    byte[] page = page(1);
    System.arraycopy(ROW, 0, page, 4000, ROW.length);
    return page;
  }

  private List<byte[]> everyFile() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(CanaryTest::bytesOf).toList();
    }
  }

  private static byte[] bytesOf(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Whether any 8 neighbouring bytes of the secret are in the file. */
  private static boolean leaks(byte[] file, byte[] secret) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    for (int at = 0; at + 8 <= secret.length; at++) {
      if (text.contains(
          new String(Arrays.copyOfRange(secret, at, at + 8), StandardCharsets.ISO_8859_1))) {
        return true;
      }
    }
    return false;
  }

  @Test
  void neitherAPlainPageNorTheDataKeyIsInAnyFile() throws Exception {
    Watching kek = new Watching();
    Path file = folder.resolve("data.vol");
    try (Volume volume = Volume.create(file, ID, kek, Given.RANDOM)) {
      volume.write(0, List.of(rows(), rows()));
      volume.write(1, rows());
      volume.rewrap(kek);
      assertThat(volume.read(1)).isEqualTo(rows());
      assertThat(everyFile()).isNotEmpty().noneMatch(bytes -> leaks(bytes, ROW));
      assertThat(everyFile()).noneMatch(bytes -> leaks(bytes, kek.seen));
    }
    assertThat(kek.seen).hasSize(32);
    assertThat(everyFile()).noneMatch(bytes -> leaks(bytes, ROW) || leaks(bytes, kek.seen));
  }

  @Test
  void theCanaryWouldBeHeard() throws IOException {
    Files.write(folder.resolve("leak"), rows());
    assertThat(everyFile()).anyMatch(bytes -> leaks(bytes, ROW));
  }

  @Test
  void twoEqualPagesAreStoredDifferently() throws KeyUnavailable {
    Path file = folder.resolve("data.vol");
    try (Volume volume = Volume.create(file, ID, new Watching(), Given.RANDOM)) {
      volume.write(0, List.of(rows(), rows()));
      byte[] first = volume.stored(0);
      assertThat(Arrays.copyOfRange(first, 28, 60))
          .isNotEqualTo(Arrays.copyOfRange(volume.stored(1), 28, 60));
      volume.write(0, rows());
      assertThat(Arrays.copyOfRange(first, 28, 60))
          .isNotEqualTo(Arrays.copyOfRange(volume.stored(0), 28, 60));
    }
  }
}
