package dev.wrapkey.encryption;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of one key, of which the first wraps the data keys of a volume at the beginning. */
abstract class TwoVersions {

  static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123Z");

  @TempDir Path folder;
  final PracticeKek first = new PracticeKek("https://v.vault.azure.net/keys/k/1");
  final PracticeKek second = new PracticeKek("https://v.vault.azure.net/keys/k/2");
  final VolumeOptions options = VolumeOptions.of(Given.RANDOM, () -> NOW);

  static int[] versions(Volume volume) {
    return volume.keys().stream()
        .mapToInt(key -> key.wrapped().keyVersion().endsWith("/1") ? 1 : 2)
        .toArray();
  }
}
