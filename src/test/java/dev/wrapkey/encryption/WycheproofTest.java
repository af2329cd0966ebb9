package dev.wrapkey.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.encryption.Wycheproof.Vector;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every vector that concerns an algorithm of this package, through the code that this package uses.
 */
class WycheproofTest {

  @Test
  void aesGcmOpensWhatIsValidAndNothingElse() {
    List<Vector> vectors =
        Wycheproof.vectors("aes_gcm_test.json", (group, _) -> group.get("tagSize").asInt() == 128);
    assertThat(vectors).hasSizeGreaterThan(250);
    for (Vector vector : vectors) {
      Optional<byte[]> plain = opened(vector);
      if (vector.mustFail()) {
        assertThat(plain).as(vector.toString()).isEmpty();
      } else {
        assertThat(plain)
            .as(vector.toString())
            .hasValueSatisfying(p -> assertThat(p).isEqualTo(vector.bytes("msg")));
        assertThat(sealed(vector))
            .as(vector.toString())
            .isEqualTo(join(vector.bytes("ct"), vector.bytes("tag")));
      }
    }
  }

  private static Optional<byte[]> opened(Vector vector) {
    SecretKeySpec key = new SecretKeySpec(vector.bytes("key"), "AES");
    byte[] sealed = join(vector.bytes("ct"), vector.bytes("tag"));
    try {
      byte[] plain = new byte[sealed.length - 16];
      new AesGcm()
          .open(key, vector.bytes("iv"), vector.bytes("aad"), Span.of(sealed), Span.of(plain));
      return Optional.of(plain);
    } catch (AEADBadTagException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static byte[] sealed(Vector vector) {
    byte[] plain = vector.bytes("msg");
    byte[] out = new byte[plain.length + 16];
    SecretKeySpec key = new SecretKeySpec(vector.bytes("key"), "AES");
    new AesGcm().seal(key, vector.bytes("iv"), vector.bytes("aad"), Span.of(plain), Span.of(out));
    return out;
  }

  @ParameterizedTest
  @CsvSource({
    "rsa_oaep_2048_sha256_mgf1sha256_test.json, RSA-OAEP-256, SHA-256, 30",
    "rsa_oaep_3072_sha256_mgf1sha256_test.json, RSA-OAEP-256, SHA-256, 30",
    "rsa_oaep_4096_sha256_mgf1sha256_test.json, RSA-OAEP-256, SHA-256, 30",
    "rsa_oaep_2048_sha1_mgf1sha1_test.json, RSA-OAEP, SHA-1, 30",
    "rsa_oaep_misc_test.json, RSA-OAEP-256, SHA-256, 1",
    "rsa_oaep_misc_test.json, RSA-OAEP, SHA-1, 1"
  })
  void rsaOaepUnwrapsWhatIsValidAndNothingElse(String file, String name, String hash, int atLeast)
      throws Exception {
    RsaOaep algorithm = RsaOaep.named(name).orElseThrow();
    List<Vector> vectors =
        Wycheproof.vectors(
            file,
            (group, _) ->
                group.get("sha").asText().equals(hash)
                    && group.get("mgfSha").asText().equals(hash));
    assertThat(vectors).hasSizeGreaterThanOrEqualTo(atLeast);
    for (Vector vector : vectors) {
      Optional<byte[]> plain = algorithm.unwrap(privateKey(vector), vector.bytes("ct"));
      boolean labelled = vector.bytes("label").length > 0;
      if (vector.mustFail() || labelled) {
        assertThat(plain).as(vector.toString()).isEmpty();
      } else if (!vector.mayFail() || plain.isPresent()) {
        assertThat(plain)
            .as(vector.toString())
            .hasValueSatisfying(p -> assertThat(p).isEqualTo(vector.bytes("msg")));
      }
    }
  }

  /**
   * What a forgotten mask parameter would let through: SHA-256 for the label, SHA-1 for the mask.
   */
  @ParameterizedTest
  @CsvSource({
    "rsa_oaep_2048_sha256_mgf1sha1_test.json",
    "rsa_oaep_3072_sha256_mgf1sha1_test.json",
    "rsa_oaep_4096_sha256_mgf1sha1_test.json"
  })
  void rsaOaepWithAnotherHashForTheMaskIsNotUnwrapped(String file) throws Exception {
    List<Vector> vectors =
        Wycheproof.vectors(file, (_, test) -> test.get("result").asText().equals("valid"));
    assertThat(vectors).isNotEmpty();
    for (Vector vector : vectors) {
      for (RsaOaep algorithm : RsaOaep.values()) {
        assertThat(algorithm.unwrap(privateKey(vector), vector.bytes("ct")))
            .as(vector.toString())
            .isEmpty();
      }
    }
  }

  private static PrivateKey privateKey(Vector vector) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(vector.groupBytes("privateKeyPkcs8")));
  }

  @Test
  void aesKeyWrapUnwrapsWhatIsValidAndNothingElse() {
    List<Vector> vectors =
        Wycheproof.vectors("aes_wrap_test.json", (group, _) -> group.get("keySize").asInt() == 256);
    assertThat(vectors).hasSizeGreaterThan(60);
    for (Vector vector : vectors) {
      AesKeyEncryptionKey kek =
          new AesKeyEncryptionKey(new SecretKeySpec(vector.bytes("key"), "AES"), "practice:1");
      Optional<byte[]> plain = unwrapped(kek, vector);
      if (vector.mustFail()) {
        assertThat(plain).as(vector.toString()).isEmpty();
      } else if (!vector.mayFail() || plain.isPresent()) {
        assertThat(plain)
            .as(vector.toString())
            .hasValueSatisfying(p -> assertThat(p).isEqualTo(vector.bytes("msg")));
        assertThat(kek.wrap(vector.bytes("msg")).bytes())
            .as(vector.toString())
            .isEqualTo(vector.bytes("ct"));
      }
    }
  }

  private static Optional<byte[]> unwrapped(AesKeyEncryptionKey kek, Vector vector) {
    try {
      WrappedKey wrapped = new WrappedKey("practice:1", "A256KW", vector.bytes("ct"));
      return Optional.of(kek.unwrap(wrapped));
    } catch (KeyUnavailable _) {
      return Optional.empty();
    }
  }

  @Test
  void hkdfDerivesWhatItShould() {
    List<Vector> vectors = Wycheproof.vectors("hkdf_sha256_test.json", (_, _) -> true);
    assertThat(vectors).hasSizeGreaterThan(80);
    for (Vector vector : vectors) {
      Optional<byte[]> derived = derived(vector);
      if (vector.mustFail()) {
        assertThat(derived).as(vector.toString()).isEmpty();
      } else {
        assertThat(derived)
            .as(vector.toString())
            .hasValueSatisfying(d -> assertThat(d).isEqualTo(vector.bytes("okm")));
      }
    }
  }

  private static Optional<byte[]> derived(Vector vector) {
    try {
      int size = vector.test().get("size").asInt();
      return Optional.of(
          Hkdf.derive(vector.bytes("ikm"), vector.bytes("salt"), vector.bytes("info"), size));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Test
  void hmacIsWhatItShouldBe() {
    List<Vector> vectors = Wycheproof.vectors("hmac_sha256_test.json", (_, _) -> true);
    assertThat(vectors).hasSizeGreaterThan(150);
    for (Vector vector : vectors) {
      byte[] message = vector.bytes("msg");
      byte[] mac = Digests.hmacSha256(vector.bytes("key"), message, message.length);
      byte[] tag = vector.bytes("tag");
      boolean same = Arrays.equals(Arrays.copyOf(mac, tag.length), tag);
      assertThat(same).as(vector.toString()).isEqualTo(!vector.mustFail());
    }
  }

  private static byte[] join(byte[] head, byte[] tail) {
    byte[] joined = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, joined, head.length, tail.length);
    return joined;
  }
}
