package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RsaKeyEncryptionKeyTest {

  private static final String VERSION = "practice:service-managed/westeurope/1";

  private static KeyPair pair;
  private static KeyPair other;

  @BeforeAll
  static void twoPairs() throws NoSuchAlgorithmException {
    pair = pair(2048);
    other = pair(2048);
  }

  private static KeyPair pair(int bits) throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits, Given.RANDOM);
    return generator.generateKeyPair();
  }

  private static RsaKeyEncryptionKey kek(KeyPair keys, String version) {
    return new RsaKeyEncryptionKey(keys.getPublic(), keys.getPrivate(), version, Given.RANDOM);
  }

  @Test
  void unwrapsWhatItWrapped() throws KeyUnavailable {
    byte[] dataKey = {1, 2, 3};
    WrappedKey wrapped = kek(pair, VERSION).wrap(dataKey);
    assertThat(wrapped.algorithm()).isEqualTo("RSA-OAEP-256");
    assertThat(wrapped.keyVersion()).isEqualTo(VERSION);
    assertThat(wrapped.bytes()).hasSize(256);
    assertThat(kek(pair, VERSION).unwrap(wrapped)).isEqualTo(dataKey);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA-OAEP-256", "RSA-OAEP"})
  void wrapsWithTheAlgorithmItWasAskedFor(String algorithm) throws KeyUnavailable {
    RsaKeyEncryptionKey asked =
        new RsaKeyEncryptionKey(
            pair.getPublic(), pair.getPrivate(), VERSION, algorithm, Given.RANDOM);
    WrappedKey wrapped = asked.wrap(new byte[32]);
    assertThat(wrapped.algorithm()).isEqualTo(algorithm);
    assertThat(kek(pair, VERSION).unwrap(wrapped)).isEqualTo(new byte[32]);
  }

  @Test
  void wrappingTwiceGivesDifferentBytes() {
    RsaKeyEncryptionKey kek = kek(pair, VERSION);
    assertThat(kek.wrap(new byte[32])).isNotEqualTo(kek.wrap(new byte[32]));
  }

  @Test
  void theAlgorithmBesideTheBytesIsTheOneThatCounts() {
    WrappedKey wrapped = kek(pair, VERSION).wrap(new byte[32]);
    WrappedKey relabelled = new WrappedKey(VERSION, "RSA-OAEP", wrapped.bytes());
    WrappedKey unknown = new WrappedKey(VERSION, "RSA1_5", wrapped.bytes());
    assertThatThrownBy(() -> kek(pair, VERSION).unwrap(relabelled))
        .isInstanceOf(KeyUnavailable.class);
    assertThatThrownBy(() -> kek(pair, VERSION).unwrap(unknown))
        .isInstanceOf(KeyUnavailable.class)
        .hasMessageContaining("RSA1_5");
  }

  @Test
  void anotherKeyOrAnotherVersionDoesNotUnwrap() {
    WrappedKey wrapped = kek(pair, VERSION).wrap(new byte[32]);
    assertThatThrownBy(() -> kek(other, VERSION).unwrap(wrapped))
        .isInstanceOf(KeyUnavailable.class);
    assertThatThrownBy(() -> kek(pair, VERSION + "1").unwrap(wrapped))
        .isInstanceOf(KeyUnavailable.class);
  }

  @Test
  void bytesOfAnyLengthThatWereNotWrappedAreRefused() {
    for (int length : new int[] {0, 1, 255, 256, 257, 512}) {
      WrappedKey rubbish = new WrappedKey(VERSION, "RSA-OAEP-256", new byte[length]);
      assertThatThrownBy(() -> kek(pair, VERSION).unwrap(rubbish))
          .as("%d", length)
          .isInstanceOf(KeyUnavailable.class);
    }
  }

  @Test
  void unfitKeysAndAlgorithmsAreRefusedAtOnce() throws Exception {
    KeyPair small = pair(1024);
    KeyPair curve = KeyPairGenerator.getInstance("EC").generateKeyPair();
    KeyPair large = pair(3072);
    assertThatThrownBy(() -> kek(small, VERSION)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> kek(curve, VERSION)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> kek(new KeyPair(large.getPublic(), pair.getPrivate()), VERSION))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new RsaKeyEncryptionKey(
                    pair.getPublic(), pair.getPrivate(), VERSION, "RSA1_5", Given.RANDOM))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theKeyIsNotShownAsText() {
    assertThat(kek(pair, VERSION)).hasToString("RsaKeyEncryptionKey[" + VERSION + "]");
  }

  @Test
  void aVolumeMovesFromOnePairToAnother() throws KeyUnavailable {
    RsaKeyEncryptionKey from = kek(pair, VERSION);
    RsaKeyEncryptionKey to = kek(other, VERSION + "/next");
    MemoryDisk disk = MemoryDisk.of(Given.image(2, from));
    RotationReport report = Given.rotate(disk, from, to);
    assertThat(report.toKeyVersion()).isEqualTo(VERSION + "/next");
    try (Volume volume = Given.open(disk, to)) {
      assertThat(volume.read(1)).isEqualTo(page(1));
    }
    assertThatThrownBy(() -> Given.open(disk, from)).isInstanceOf(KeyUnavailable.class);
  }
}
