package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESWrapEngine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

class AesKeyEncryptionKeyTest {

  private static final String VERSION = "https://h.managedhsm.azure.net/keys/k/1";
  private static final byte[] KEY =
      HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

  private static AesKeyEncryptionKey kek(byte[] key) {
    return new AesKeyEncryptionKey(new SecretKeySpec(key, "AES"), VERSION);
  }

  /** RFC 3394, section 4.6: 256 bits of key data with a 256-bit key. */
  @Test
  void itWrapsAsTheStandardSays() throws KeyUnavailable {
    byte[] data =
        HexFormat.of().parseHex("00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f");
    WrappedKey wrapped = kek(KEY).wrap(data);
    assertThat(wrapped.bytes())
        .isEqualTo(
            HexFormat.of()
                .parseHex(
                    "28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326"
                        + "cbc7f0e71a99f43bfb988b9b7a02dd21"));
    assertThat(wrapped.algorithm()).isEqualTo("A256KW");
    assertThat(kek(KEY).unwrap(wrapped)).isEqualTo(data);
  }

  @Test
  void theOtherImplementationUnwrapsWhatItWrapped() throws Exception {
    for (int round = 0; round < 20; round++) {
      byte[] data = Arrays.copyOf(page(round), 32);
      AESWrapEngine other = new AESWrapEngine();
      other.init(false, new KeyParameter(KEY));
      byte[] wrapped = kek(KEY).wrap(data).bytes();
      assertThat(other.unwrap(wrapped, 0, wrapped.length)).isEqualTo(data);
    }
  }

  @Test
  void anotherKeyVersionOrAlteredBytesAreRefused() {
    WrappedKey wrapped = kek(KEY).wrap(Arrays.copyOf(page(1), 32));
    byte[] altered = wrapped.bytes();
    altered[7] ^= 1;
    assertThatThrownBy(() -> kek(Arrays.copyOf(page(2), 32)).unwrap(wrapped))
        .isInstanceOf(KeyUnavailable.class);
    for (WrappedKey wrong :
        new WrappedKey[] {
          new WrappedKey(VERSION, "A256KW", altered),
          new WrappedKey(VERSION, "A256KW", new byte[3]),
          new WrappedKey(VERSION, "RSA-OAEP", wrapped.bytes()),
          new WrappedKey(VERSION + "2", "A256KW", wrapped.bytes())
        }) {
      assertThatThrownBy(() -> kek(KEY).unwrap(wrong)).isInstanceOf(KeyUnavailable.class);
    }
  }

  @Test
  void aKeyOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> kek(new byte[16])).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aVolumeLivesUnderIt() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(Given.image(5, kek(KEY)));
    Given.rotate(disk, kek(KEY), new PracticeKek("https://v.vault.azure.net/keys/k/2"));
    Given.rotate(disk, new PracticeKek("https://v.vault.azure.net/keys/k/2"), kek(KEY));
    try (Volume volume = Given.open(disk, kek(KEY))) {
      assertThat(volume.read(4)).isEqualTo(page(4));
      assertThat(volume.keys()).allMatch(key -> key.wrapped().algorithm().equals("A256KW"));
    }
  }
}
