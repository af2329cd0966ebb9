package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.ID;
import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
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
    private final List<byte[]> all = new ArrayList<>();

    @Override
    public WrappedKey wrap(byte[] dataKey) {
      seen = dataKey.clone();
      all.add(seen);
      byte[] hidden = dataKey.clone();
      for (int i = 0; i < hidden.length; i++) {
        hidden[i] ^= (byte) 0xA5;
      }
      return new WrappedKey("https://v.vault.azure.net/keys/k/1", "RSA-OAEP-256", hidden);
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped) {
      byte[] plain = wrapped.bytes();
      for (int i = 0; i < plain.length; i++) {
        plain[i] ^= (byte) 0xA5;
      }
      return plain;
    }

    private boolean leaksInto(byte[] bytes) {
      return all.stream().anyMatch(key -> leaks(bytes, key));
    }
  }

  @Test
  void noFailureSaysAKey() throws Exception {
    Watching kek = new Watching();
    Path file = folder.resolve("data.vol");
    List<Throwable> failures = new ArrayList<>();
    try (Volume volume = Volume.create(file, ID, kek, Given.OPTIONS)) {
      volume.write(0, List.of(rows(), rows()));
      failures.add(catchThrowable(() -> volume.read(9)));
      failures.add(catchThrowable(() -> volume.rekey(9)));
      failures.add(catchThrowable(() -> volume.rewrap(new PracticeKek("k".repeat(600)))));
      volume.lock();
      failures.add(catchThrowable(() -> volume.read(0)));
      failures.add(catchThrowable(() -> Volume.open(file, ID, kek, Given.RANDOM)));
      failures.add(new AssertionError(volume + " " + kek.all.size() + Volume.facts(file)));
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[16384 + 8236 * 3 + 500] ^= 1;
    Files.write(file, bytes);
    try (Volume volume = Volume.open(file, ID, kek, Given.RANDOM)) {
      failures.add(catchThrowable(() -> volume.read(0)));
      failures.add(catchThrowable(() -> volume.read(1)));
    }
    assertThat(kek.all).hasSize(2);
    for (Throwable failure : failures) {
      StringWriter text = new StringWriter();
      if (failure != null) {
        failure.printStackTrace(new PrintWriter(text));
      }
      for (byte[] key : kek.all) {
        String hex = HexFormat.of().formatHex(key, 0, 8);
        String base64 = Base64.getEncoder().encodeToString(Arrays.copyOf(key, 9));
        assertThat(text.toString()).doesNotContainIgnoringCase(hex).doesNotContain(base64);
        assertThat(kek.leaksInto(text.toString().getBytes(StandardCharsets.ISO_8859_1))).isFalse();
      }
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
      volume.rekey(0);
      Volume.copyOf(volume, folder.resolve("copy.vol"), ID, kek, Given.OPTIONS);
      assertThat(volume.read(1)).isEqualTo(rows());
      assertThat(everyFile()).isNotEmpty().noneMatch(bytes -> leaks(bytes, ROW));
      assertThat(everyFile()).noneMatch(bytes -> kek.leaksInto(bytes));
    }
    assertThat(kek.seen).hasSize(32);
    assertThat(everyFile()).noneMatch(bytes -> leaks(bytes, ROW) || kek.leaksInto(bytes));
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
