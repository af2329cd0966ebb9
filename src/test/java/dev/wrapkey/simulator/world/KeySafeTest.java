package dev.wrapkey.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.simulator.store.DurableStore;
import dev.wrapkey.simulator.store.RootKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySafeTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private final SecureRandom random = new SecureRandom();

  @TempDir Path folder;

  private static Key.Version version(String id, Key.Kind kind) {
    return new Key.Version(id, kind, List.of("wrapKey", "unwrapKey"), Key.Life.from(NOW));
  }

  @Test
  void noFileHoldsAPrivateKey() throws Exception {
    List<byte[]> secrets = new ArrayList<>();
    try (DurableStore store = DurableStore.open(folder)) {
      Sealer root = RootKey.in(folder, true, random);
      Sealer watched =
          new Sealer() {
            @Override
            public String seal(byte[] plain, String purpose) {
              secrets.add(plain.clone());
              return root.seal(plain, purpose);
            }

            @Override
            public byte[] open(String sealed, String purpose) {
              return root.open(sealed, purpose);
            }
          };
      KeySafe safe = new KeySafe(store, watched, random);
      safe.publicKey(version("rsa", Key.Kind.rsa(2048)));
      safe.publicKey(version("ec", new Key.Kind("EC", 0, "P-256")));
    }
    assertThat(secrets).hasSize(2).allSatisfy(s -> assertThat(s.length).isGreaterThan(60));
    for (byte[] secret : secrets) {
      assertThat(files())
          .noneMatch(f -> f.contains(new String(secret, StandardCharsets.ISO_8859_1)))
          .noneMatch(f -> f.contains(Base64.getEncoder().encodeToString(secret).substring(40, 80)))
          .noneMatch(f -> f.contains(HexFormat.of().formatHex(secret).substring(60, 100)));
    }
  }

  private List<String> files() throws IOException {
    List<String> contents = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  @Test
  void aKeyStaysTheSameOnceItWasMade() throws Exception {
    Key.Version version = version("v1", Key.Kind.rsa(2048));
    byte[] wrapped;
    try (DurableStore store = DurableStore.open(folder)) {
      wrapped =
          new KeySafe(store, RootKey.in(folder, true, random), random)
              .encrypt(version, "RSA-OAEP-256", CipherText.of(new byte[] {1, 2, 3}))
              .bytes();
    }
    try (DurableStore store = DurableStore.open(folder)) {
      KeySafe again = new KeySafe(store, RootKey.in(folder, false, random), random);
      assertThat(again.decrypt(version, "RSA-OAEP-256", CipherText.of(wrapped)).bytes())
          .containsExactly(1, 2, 3);
      assertThatThrownBy(() -> again.decrypt(version, "RSA-OAEP", CipherText.of(wrapped)))
          .isInstanceOf(Refusal.class);
    }
  }

  @Test
  void aSealedTextOpensForItsPurposeAndInItsFolderOnly(@TempDir Path other) throws Exception {
    RootKey root = RootKey.in(folder, true, random);
    String sealed = root.seal(new byte[] {7}, "a");
    assertThat(root.open(sealed, "a")).containsExactly(7);
    assertThatThrownBy(() -> root.open(sealed, "b")).isInstanceOf(IllegalStateException.class);
    RootKey stranger = RootKey.in(other, true, random);
    assertThatThrownBy(() -> stranger.open(sealed, "a")).isInstanceOf(IllegalStateException.class);
  }
}
