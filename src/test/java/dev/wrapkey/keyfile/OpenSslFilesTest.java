package dev.wrapkey.keyfile;

import static dev.wrapkey.keyfile.Given.bytes;
import static dev.wrapkey.keyfile.Given.read;
import static dev.wrapkey.keyfile.Given.reason;
import static dev.wrapkey.keyfile.Given.refused;
import static dev.wrapkey.keyfile.Given.rsa;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.keyfile.KeyFileRefused.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made at this moment by this machine's openssl. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenSslFilesTest {

  private static final String P = " -passout pass:practice";

  private OpenSsl openssl;

  @BeforeAll
  void makeKeys(@TempDir Path folder) {
    openssl =
        new OpenSsl(folder)
            .run("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out rsa.pem")
            .run("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out other.pem")
            .run("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ec.pem")
            .run("req -x509 -key rsa.pem -subj /CN=practice -days 30 -out rsa.crt")
            .run("req -x509 -key other.pem -subj /CN=other -days 30 -out other.crt")
            .run("req -x509 -key ec.pem -subj /CN=curve -days 30 -out ec.crt");
  }

  private byte[] made(String words) {
    openssl.run(words + " -out made");
    return bytes(openssl.file("made"));
  }

  private byte[] file(String name) {
    return bytes(openssl.file(name));
  }

  private BigInteger modulus() throws KeyFileRefused {
    return rsa(file("rsa.pem"), "").key().getModulus();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pkey -in rsa.pem",
        "pkey -in rsa.pem -traditional",
        "pkey -in rsa.pem -outform DER",
        "rsa -in rsa.pem -traditional -outform DER",
        "pkcs8 -topk8 -nocrypt -in rsa.pem -outform DER"
      })
  void openKeysAreReadInEveryForm(String words) throws KeyFileRefused {
    assertThat(rsa(made(words), "").key().getModulus()).isEqualTo(modulus());
    assertThat(rsa(made(words), "needless").key().getModulus()).isEqualTo(modulus());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pkcs8 -topk8 -in rsa.pem",
        "pkcs8 -topk8 -in rsa.pem -outform DER",
        "pkcs8 -topk8 -in rsa.pem -v2 aes-128-cbc -v2prf hmacWithSHA1",
        "pkcs8 -topk8 -in rsa.pem -v2 aes-192-cbc -v2prf hmacWithSHA512",
        "pkcs8 -topk8 -in rsa.pem -v2 des3",
        "pkcs8 -topk8 -in rsa.pem -v1 PBE-SHA1-3DES",
        "pkcs8 -topk8 -in rsa.pem -scrypt",
        "rsa -in rsa.pem -traditional -aes128",
        "rsa -in rsa.pem -traditional -aes192",
        "rsa -in rsa.pem -traditional -aes256",
        "rsa -in rsa.pem -traditional -des3",
        "pkcs12 -export -inkey rsa.pem -in rsa.crt",
        "pkcs12 -export -inkey rsa.pem -nocerts",
        "pkcs12 -export -inkey rsa.pem -in rsa.crt -legacy",
        "pkcs12 -export -inkey rsa.pem -in rsa.crt -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES",
        "pkcs12 -export -inkey rsa.pem -in rsa.crt -keypbe NONE -certpbe AES-256-CBC",
        "pkcs12 -export -inkey rsa.pem -in rsa.crt -keypbe AES-256-CBC -certpbe NONE",
        "pkcs12 -export -inkey rsa.pem -in rsa.crt -nomac",
        "pkcs12 -export -inkey rsa.pem -in rsa.crt -macalg sha512"
      })
  void protectedKeysAreReadInEveryForm(String words) throws KeyFileRefused {
    byte[] content = made(words + P);
    assertThat(rsa(content, "practice").key().getModulus()).isEqualTo(modulus());
    assertThat(reason(content, "Practice")).isEqualTo(Reason.PASSWORD_WRONG);
    assertThat(reason(content, "")).isEqualTo(Reason.PASSWORD_MISSING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pässwörter-€", "with'quote", "a", "0123456789012345678901234567890123456789"})
  void passwordsMayHaveAnyCharacters(String password) throws KeyFileRefused {
    String out = " -passout pass:" + password;
    assertThat(rsa(made("pkcs12 -export -inkey rsa.pem -in rsa.crt" + out), password).bits())
        .isEqualTo(3072);
    assertThat(rsa(made("pkcs8 -topk8 -in rsa.pem" + out), password).bits()).isEqualTo(3072);
    assertThat(
            rsa(made("pkcs12 -export -legacy -inkey rsa.pem -in rsa.crt" + out), password).bits())
        .isEqualTo(3072);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " -legacy", " -keypbe NONE -certpbe NONE"})
  void anEmptyPasswordOfAPfxNeedsNoPassword(String more) throws KeyFileRefused {
    byte[] content = made("pkcs12 -export -inkey rsa.pem -in rsa.crt -passout pass:" + more);
    assertThat(rsa(content, "").key().getModulus()).isEqualTo(modulus());
    assertThat(reason(content, "x")).isEqualTo(Reason.PASSWORD_WRONG);
  }

  @Test
  void aCertificateBesideTheKeyIsPassedOver() throws Exception {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(file("rsa.crt"));
    both.write(file("rsa.pem"));
    both.write(made("pkey -in rsa.pem -pubout"));
    assertThat(rsa(both.toByteArray(), "").key().getModulus()).isEqualTo(modulus());
  }

  @Test
  void whatHasNoPrivateKeySaysSo() {
    assertThat(reason(file("rsa.crt"), "")).isEqualTo(Reason.CERTIFICATE_ONLY);
    assertThat(reason(made("x509 -in rsa.crt -outform DER"), ""))
        .isEqualTo(Reason.CERTIFICATE_ONLY);
    assertThat(reason(made("pkcs12 -export -nokeys -in rsa.crt" + P), "practice"))
        .isEqualTo(Reason.CERTIFICATE_ONLY);
    for (String form : List.of("", " -outform DER")) {
      assertThat(reason(made("pkey -in rsa.pem -pubout" + form), ""))
          .isEqualTo(Reason.PUBLIC_KEY_ONLY);
      assertThat(reason(made("rsa -in rsa.pem -RSAPublicKey_out" + form), ""))
          .isEqualTo(Reason.PUBLIC_KEY_ONLY);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pkey -in ec.pem",
        "pkey -in ec.pem -traditional",
        "pkey -in ec.pem -outform DER",
        "ec -in ec.pem -outform DER",
        "ec -in ec.pem -aes256 -passout pass:practice",
        "pkcs8 -topk8 -in ec.pem -passout pass:practice",
        "pkcs12 -export -inkey ec.pem -in ec.crt -passout pass:practice"
      })
  void anEllipticCurveKeyIsNamedAsSuch(String words) {
    KeyFileRefused refused = refused(made(words), "practice");
    assertThat(refused.reason()).isEqualTo(Reason.ELLIPTIC_CURVE);
    assertThat(refused.sentence()).containsAnyOf("prime256v1", "P-256", "secp256r1");
  }

  @ParameterizedTest
  @CsvSource({
    "ED25519, OTHER_KEY_TYPE, Ed25519",
    "X25519, OTHER_KEY_TYPE, X25519",
    "RSA-PSS, OTHER_KEY_TYPE, RSA-PSS",
    "RSA -pkeyopt rsa_keygen_bits:1024, RSA_SIZE, 1024",
    "RSA -pkeyopt rsa_keygen_bits:2056, RSA_SIZE, 2056",
    "RSA -pkeyopt rsa_keygen_primes:3, UNSUPPORTED, primes"
  })
  void otherKeysSayWhatTheyAre(String algorithm, Reason expected, String word) {
    KeyFileRefused refused = refused(made("genpkey -algorithm " + algorithm), "");
    assertThat(refused.reason()).isEqualTo(expected);
    assertThat(refused.sentence()).contains(word);
  }

  @Test
  void ofSeveralKeysInAPfxOneIsChosenByName() throws Exception {
    made("pkcs12 -export -inkey rsa.pem -in rsa.crt -name first" + P);
    Files.copy(openssl.file("made"), openssl.file("a.pfx"));
    made("pkcs12 -export -inkey other.pem -in other.crt -name second" + P);
    Files.copy(openssl.file("made"), openssl.file("b.pfx"));
    byte[] both = joined();

    KeyFileRefused unsaid = refused(both, "practice");
    assertThat(unsaid.reason()).isEqualTo(Reason.SEVERAL_KEYS);
    assertThat(unsaid.names()).containsExactlyInAnyOrder("first", "second");
    assertThat(((RsaMaterial) read(both, "practice", "First")).bits()).isEqualTo(3072);
    assertThat(((RsaMaterial) read(both, "practice", "second")).bits()).isEqualTo(2048);
    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(
                    KeyFileRefused.class, () -> read(both, "practice", "third"))
                .reason())
        .isEqualTo(Reason.NO_SUCH_NAME);
  }

  /** openssl puts one key into a file; Java's own key store can hold both. */
  private byte[] joined() throws Exception {
    var store = java.security.KeyStore.getInstance("PKCS12");
    char[] password = "practice".toCharArray();
    store.load(null, password);
    for (String[] one : new String[][] {{"a.pfx", "first"}, {"b.pfx", "second"}}) {
      var from = java.security.KeyStore.getInstance("PKCS12");
      from.load(Files.newInputStream(openssl.file(one[0])), password);
      store.setKeyEntry(
          one[1], from.getKey(one[1], password), password, from.getCertificateChain(one[1]));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, password);
    return out.toByteArray();
  }

  @Test
  void numbersThatDoNotBelongTogetherAreNoKey() throws IOException {
    byte[] der = made("rsa -in rsa.pem -traditional -outform DER");
    RSAPrivateKey good = RSAPrivateKey.getInstance(der);
    RSAPrivateKey bad =
        new RSAPrivateKey(
            good.getModulus(),
            good.getPublicExponent(),
            good.getPrivateExponent().add(BigInteger.TWO),
            good.getPrime1(),
            good.getPrime2(),
            good.getExponent1(),
            good.getExponent2(),
            good.getCoefficient());
    assertThat(reason(bad.getEncoded(), "")).isEqualTo(Reason.NOT_A_PAIR);
    RSAPrivateKey foreign =
        new RSAPrivateKey(
            good.getModulus().add(BigInteger.TWO),
            good.getPublicExponent(),
            good.getPrivateExponent(),
            good.getPrime1(),
            good.getPrime2(),
            good.getExponent1(),
            good.getExponent2(),
            good.getCoefficient());
    assertThat(reason(foreign.getEncoded(), "")).isEqualTo(Reason.NOT_A_PAIR);
  }

  @Test
  void aHostileNumberOfRoundsIsRefusedInsteadOfWaitedFor() {
    byte[] content = made("pkcs8 -topk8 -in rsa.pem -iter 65537 -outform DER" + P);
    String plain = new String(content, StandardCharsets.ISO_8859_1);
    String rounds = "\u0002\u0003\u0001\u0000\u0001";
    assertThat(plain).contains(rounds);
    byte[] hostile =
        plain
            .replaceFirst(java.util.regex.Pattern.quote(rounds), "\u0002\u0003\u007f\u00ff\u00ff")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(reason(hostile, "practice")).isEqualTo(Reason.UNSUPPORTED);
  }
}
