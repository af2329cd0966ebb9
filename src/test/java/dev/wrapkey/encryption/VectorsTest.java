package dev.wrapkey.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.encryption.Primitives.Oaep;
import dev.wrapkey.encryption.Wycheproof.Vector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.RuntimeCryptoException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every file of Wycheproof's that this machine has, against the JDK and against Bouncy Castle; and
 * that {@code docs/verification.md} says what was counted.
 */
class VectorsTest {

  /** Files about algorithms that nothing here uses. */
  private static final Map<String, String> UNUSED =
      Map.of(
          "aes_cmac_test.json", "AES-CMAC is not used",
          "aes_gcm_siv_test.json", "AES-GCM-SIV is not used",
          "aes_xts_test.json", "AES-XTS is not used",
          "hkdf_sha384_test.json", "HKDF is used with SHA-256 only",
          "hkdf_sha512_test.json", "HKDF is used with SHA-256 only");

  /**
   * Where an implementation is known to answer what must fail, by file and comment, and why it does
   * no harm here.
   */
  private static final Map<String, String> KNOWN =
      Map.of(
          "aes_cbc_pkcs5_test.json JDK empty ciphertext",
          "the JDK decrypts no bytes to no bytes; refused before it is asked",
          "aes_wrap_test.json BOUNCY_CASTLE incorrect wrapping of 8 bytes",
          "Bouncy Castle unwraps 8 bytes, less than RFC 3394 allows; only the JDK's is used");

  /** What one implementation makes of one vector. */
  private interface Judge {
    Verdict judge(Primitives by, Vector vector) throws GeneralSecurityException;
  }

  private enum Verdict {
    AGREED,
    DISAGREED,
    /** The interface of this implementation cannot be given this input. */
    NOT_ASKABLE
  }

  private static final String NOT_TEXT =
      "the JDK's PBKDF2 takes a text as password, and neither it nor the salt empty";

  /** What was counted of a file. */
  private static final class Count {
    private int vectors;
    private final Map<Primitives, Integer> agreed = new TreeMap<>();
    private final Map<String, Integer> skipped = new TreeMap<>();
    private final List<String> disagreed = new ArrayList<>();

    void disagree(String what, @Nullable String known) {
      if (known == null) {
        disagreed.add(what);
      } else {
        skipped.merge(known, 1, Integer::sum);
      }
    }

    String skipped() {
      return skipped.isEmpty()
          ? "none"
          : skipped.entrySet().stream()
              .map(e -> e.getValue() + ": " + e.getKey())
              .collect(Collectors.joining("; "));
    }
  }

  @Test
  void bothAgreeWithEveryVectorAndTheTableSaysSo() throws IOException {
    List<String> table =
        Files.readAllLines(Path.of("docs", "verification.md")).stream()
            .filter(line -> line.startsWith("| `") && line.contains("_test.json"))
            .toList();
    List<String> counted = new ArrayList<>();
    List<String> disagreed = new ArrayList<>();
    for (String file : Wycheproof.files()) {
      Count count = count(file);
      count.disagreed.forEach(d -> disagreed.add(file + ": " + d));
      counted.add(row(file, count));
    }
    assertThat(disagreed).isEmpty();
    assertThat(String.join("\n", table)).isEqualTo(String.join("\n", counted));
  }

  private static Count count(String file) {
    Count count = new Count();
    List<Vector> vectors = Wycheproof.vectors(file, (_, _) -> true);
    count.vectors = vectors.size();
    if (UNUSED.containsKey(file)) {
      return count;
    }
    Judge judge = judge(file);
    for (Primitives by : Primitives.values()) {
      for (Vector vector : vectors) {
        String known = KNOWN.get(file + " " + by + " " + vector.test().get("comment").asText());
        switch (verdict(judge, by, vector)) {
          case AGREED -> count.agreed.merge(by, 1, Integer::sum);
          case NOT_ASKABLE -> count.skipped.merge(NOT_TEXT, 1, Integer::sum);
          case DISAGREED -> count.disagree(by + " " + vector, known);
        }
      }
    }
    return count;
  }

  private static String row(String file, Count count) {
    if (UNUSED.containsKey(file)) {
      return "| `%s` | %d | – | – | all: %s |".formatted(file, count.vectors, UNUSED.get(file));
    }
    return "| `%s` | %d | %d | %d | %s |"
        .formatted(
            file,
            count.vectors,
            count.agreed.getOrDefault(Primitives.JDK, 0),
            count.agreed.getOrDefault(Primitives.BOUNCY_CASTLE, 0),
            count.skipped());
  }

  private static Verdict verdict(Judge judge, Primitives by, Vector vector) {
    try {
      return judge.judge(by, vector);
    } catch (GeneralSecurityException
        | IllegalArgumentException
        | RuntimeCryptoException
        | ArrayIndexOutOfBoundsException
            refused) { // the last two: too long for Bouncy Castle's RSA
      return vector.mayFail() ? Verdict.AGREED : Verdict.DISAGREED;
    }
  }

  /** An answer to a vector that must fail is as wrong as another answer. */
  private static Verdict same(Vector vector, byte[] actual, byte[] expected) {
    return !vector.mustFail() && Arrays.equals(actual, expected)
        ? Verdict.AGREED
        : Verdict.DISAGREED;
  }

  private static Judge judge(String file) {
    if (file.startsWith("rsa_oaep")) {
      return VectorsTest::oaep;
    }
    if (file.startsWith("rsa_pkcs1")) {
      return (by, v) -> same(v, by.pkcs1(privateKey(v), v.bytes("ct")), v.bytes("msg"));
    }
    return switch (file) {
      case "aes_gcm_test.json" -> VectorsTest::gcm;
      case "aes_cbc_pkcs5_test.json" -> VectorsTest::cbc;
      case "aes_wrap_test.json" -> (by, v) -> keyWrap(by, v, false);
      case "aes_kwp_test.json" -> (by, v) -> keyWrap(by, v, true);
      case "hkdf_sha256_test.json" -> VectorsTest::hkdf;
      case "hmac_sha256_test.json" -> (by, v) -> hmac(by, v, "HmacSHA256");
      case "hmac_sha512_test.json" -> (by, v) -> hmac(by, v, "HmacSHA512");
      case "pbkdf2_hmacsha256_test.json" -> (by, v) -> pbkdf2(by, v, "256");
      case "pbkdf2_hmacsha512_test.json" -> (by, v) -> pbkdf2(by, v, "512");
      default -> throw new AssertionError("nobody has said what " + file + " is for");
    };
  }

  private static Verdict gcm(Primitives by, Vector v) throws GeneralSecurityException {
    byte[] sealed = join(v.bytes("ct"), v.bytes("tag"));
    byte[] key = v.bytes("key");
    byte[] plain = by.gcm(Cipher.DECRYPT_MODE, key, v.bytes("iv"), v.bytes("aad"), sealed);
    byte[] again = by.gcm(Cipher.ENCRYPT_MODE, key, v.bytes("iv"), v.bytes("aad"), v.bytes("msg"));
    return Arrays.equals(again, sealed) ? same(v, plain, v.bytes("msg")) : Verdict.DISAGREED;
  }

  private static Verdict cbc(Primitives by, Vector v) throws GeneralSecurityException {
    byte[] plain = by.cbc(Cipher.DECRYPT_MODE, v.bytes("key"), v.bytes("iv"), v.bytes("ct"));
    byte[] again = by.cbc(Cipher.ENCRYPT_MODE, v.bytes("key"), v.bytes("iv"), v.bytes("msg"));
    return Arrays.equals(again, v.bytes("ct")) ? same(v, plain, v.bytes("msg")) : Verdict.DISAGREED;
  }

  private static Verdict keyWrap(Primitives by, Vector v, boolean padded)
      throws GeneralSecurityException {
    byte[] plain = by.keyWrap(Cipher.DECRYPT_MODE, padded, v.bytes("key"), v.bytes("ct"));
    byte[] again = by.keyWrap(Cipher.ENCRYPT_MODE, padded, v.bytes("key"), v.bytes("msg"));
    return Arrays.equals(again, v.bytes("ct")) ? same(v, plain, v.bytes("msg")) : Verdict.DISAGREED;
  }

  private static Verdict oaep(Primitives by, Vector v) throws GeneralSecurityException {
    Oaep oaep =
        new Oaep(v.group().get("sha").asText(), v.group().get("mgfSha").asText(), v.bytes("label"));
    return same(v, by.oaep(privateKey(v), oaep, v.bytes("ct")), v.bytes("msg"));
  }

  /** Of the JDK's side ours is asked, which stands on the JDK's HMAC. */
  private static Verdict hkdf(Primitives by, Vector v) {
    int size = v.test().get("size").asInt();
    if (by == Primitives.JDK) {
      return same(v, Hkdf.derive(v.bytes("ikm"), v.bytes("salt"), v.bytes("info"), size), okm(v));
    }
    HKDFBytesGenerator generator = new HKDFBytesGenerator(SHA256Digest.newInstance());
    generator.init(new HKDFParameters(v.bytes("ikm"), v.bytes("salt"), v.bytes("info")));
    byte[] derived = new byte[size];
    try {
      generator.generateBytes(derived, 0, size);
    } catch (org.bouncycastle.crypto.DataLengthException tooLong) {
      throw new IllegalArgumentException(tooLong);
    }
    return same(v, derived, okm(v));
  }

  private static byte[] okm(Vector v) {
    return v.bytes("okm");
  }

  private static Verdict hmac(Primitives by, Vector v, String name)
      throws GeneralSecurityException {
    byte[] tag = v.bytes("tag");
    byte[] mac = by.hmac(name, v.bytes("key"), v.bytes("msg"));
    boolean right = Arrays.equals(Arrays.copyOf(mac, tag.length), tag);
    return right != v.mustFail() ? Verdict.AGREED : Verdict.DISAGREED;
  }

  private static Verdict pbkdf2(Primitives by, Vector v, String bits)
      throws GeneralSecurityException {
    int rounds = v.test().get("iterationCount").asInt();
    int length = v.test().get("dkLen").asInt();
    if (by == Primitives.BOUNCY_CASTLE) {
      Digest digest = bits.equals("256") ? SHA256Digest.newInstance() : new SHA512Digest();
      PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(digest);
      generator.init(v.bytes("password"), v.bytes("salt"), rounds);
      KeyParameter key = (KeyParameter) generator.generateDerivedMacParameters(8 * length);
      return same(v, key.getKey(), v.bytes("dk"));
    }
    Optional<char[]> text = text(v.bytes("password"));
    if (text.isEmpty() || text.get().length == 0 || v.bytes("salt").length == 0) {
      return Verdict.NOT_ASKABLE;
    }
    PBEKeySpec spec = new PBEKeySpec(text.get(), v.bytes("salt"), rounds, 8 * length);
    byte[] key =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA" + bits).generateSecret(spec).getEncoded();
    return same(v, key, v.bytes("dk"));
  }

  private static Optional<char[]> text(byte[] utf8) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(utf8))
              .toString()
              .toCharArray());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static PrivateKey privateKey(Vector vector) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(vector.groupBytes("privateKeyPkcs8")));
  }

  private static byte[] join(byte[] head, byte[] tail) {
    byte[] joined = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, joined, head.length, tail.length);
    return joined;
  }
}
