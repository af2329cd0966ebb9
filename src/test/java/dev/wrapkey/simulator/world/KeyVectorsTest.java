package dev.wrapkey.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.encryption.Wycheproof;
import dev.wrapkey.encryption.Wycheproof.Vector;
import dev.wrapkey.simulator.store.DurableStore;
import dev.wrapkey.simulator.store.RootKey;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The algorithms as the key safe sets them up, against Wycheproof's vectors. */
class KeyVectorsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private final SecureRandom random = new SecureRandom();

  @TempDir Path folder;
  private DurableStore store;
  private KeySafe safe;

  @BeforeEach
  void open() throws Exception {
    store = DurableStore.open(folder);
    safe = new KeySafe(store, RootKey.in(folder, true, random), random);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Key.Version symmetric(Vector vector) {
    byte[] key = vector.bytes("key");
    Key.Version version = version(new Key.Kind("oct-HSM", key.length * 8, ""));
    safe.adopt(version, new KeySafe.Given("AES", new byte[0], key));
    return version;
  }

  private static Key.Version version(Key.Kind kind) {
    return new Key.Version("v", kind, List.of(), Key.Life.from(NOW));
  }

  private Optional<byte[]> opened(Key.Version version, String algorithm, CipherText input) {
    try {
      return Optional.of(safe.decrypt(version, algorithm, input).bytes());
    } catch (Refusal refused) {
      assertThat(refused.status()).isEqualTo(400);
      return Optional.empty();
    }
  }

  private static void expect(Vector vector, Optional<byte[]> plain) {
    if (vector.mustFail()) {
      assertThat(plain).as(vector.toString()).isEmpty();
    } else if (!vector.mayFail() || plain.isPresent()) {
      assertThat(plain)
          .as(vector.toString())
          .hasValueSatisfying(p -> assertThat(p).isEqualTo(vector.bytes("msg")));
    }
  }

  @Test
  void aesKeyWrapUnwrapsWhatIsValidAndNothingElse() {
    List<Vector> vectors = Wycheproof.vectors("aes_wrap_test.json", (group, test) -> true);
    assertThat(vectors).hasSizeGreaterThan(100);
    for (Vector vector : vectors) {
      Key.Version version = symmetric(vector);
      String algorithm = "A" + version.kind().bits() + "KW";
      expect(vector, opened(version, algorithm, CipherText.of(vector.bytes("ct"))));
      if (!vector.mayFail()) {
        assertThat(safe.encrypt(version, algorithm, CipherText.of(vector.bytes("msg"))).bytes())
            .isEqualTo(vector.bytes("ct"));
      }
    }
  }

  @Test
  void aesCbcOpensWhatIsValidAndNothingElse() {
    List<Vector> vectors = Wycheproof.vectors("aes_cbc_pkcs5_test.json", (group, test) -> true);
    assertThat(vectors).hasSizeGreaterThan(200);
    for (Vector vector : vectors) {
      Key.Version version = symmetric(vector);
      CipherText input =
          new CipherText(vector.bytes("ct"), vector.bytes("iv"), new byte[0], new byte[0]);
      expect(vector, opened(version, "A" + version.kind().bits() + "CBCPAD", input));
    }
  }

  @Test
  void aesGcmOpensWhatIsValidAndNothingElse() {
    List<Vector> vectors =
        Wycheproof.vectors(
            "aes_gcm_test.json",
            (group, test) ->
                group.get("tagSize").asInt() == 128 && group.get("ivSize").asInt() == 96);
    assertThat(vectors).hasSizeGreaterThan(100);
    for (Vector vector : vectors) {
      Key.Version version = symmetric(vector);
      CipherText input =
          new CipherText(
              vector.bytes("ct"), vector.bytes("iv"), vector.bytes("tag"), vector.bytes("aad"));
      expect(vector, opened(version, "A" + version.kind().bits() + "GCM", input));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rsa_oaep_2048_sha1_mgf1sha1_test.json, RSA-OAEP",
    "rsa_oaep_2048_sha256_mgf1sha256_test.json, RSA-OAEP-256",
    "rsa_pkcs1_2048_test.json, RSA1_5"
  })
  void rsaDecryptsWhatIsValidAndNothingElse(String file, String algorithm) throws Exception {
    List<Vector> vectors =
        Wycheproof.vectors(
            file, (group, test) -> !test.has("label") || test.get("label").asText().isEmpty());
    assertThat(vectors).hasSizeGreaterThan(20);
    KeyFactory factory = KeyFactory.getInstance("RSA");
    for (Vector vector : vectors) {
      byte[] encoded = vector.groupBytes("privateKeyPkcs8");
      RSAPrivateCrtKey key =
          (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
      byte[] publicKey =
          factory
              .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
              .getEncoded();
      Key.Version version = version(new Key.Kind("RSA", key.getModulus().bitLength(), ""));
      safe.adopt(version, new KeySafe.Given("RSA", publicKey, encoded));
      expect(vector, opened(version, algorithm, CipherText.of(vector.bytes("ct"))));
    }
  }
}
