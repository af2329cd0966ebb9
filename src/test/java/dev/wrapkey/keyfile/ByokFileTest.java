package dev.wrapkey.keyfile;

import static dev.wrapkey.keyfile.Given.ascii;
import static dev.wrapkey.keyfile.Given.bytes;
import static dev.wrapkey.keyfile.Given.checkedIn;
import static dev.wrapkey.keyfile.Given.read;
import static dev.wrapkey.keyfile.Given.reason;
import static dev.wrapkey.keyfile.Given.rsa;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.keyfile.KeyFileRefused.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.engines.AESWrapPadEngine;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ByokFileTest {

  private static final String KID =
      "https://kv-orders-eastus.vault.azure.net/keys/exchange/0123456789abcdef0123456789abcdef";

  private KeyPair exchange;
  private RsaMaterial target;
  private byte[] file;

  @BeforeAll
  void wrap() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(3072);
    exchange = generator.generateKeyPair();
    target = rsa(checkedIn("plain.pem"), "");
    file =
        ByokFile.wrap(target.key(), (RSAPublicKey) exchange.getPublic(), KID, new SecureRandom());
  }

  private TransferBlob blob(byte[] content) throws KeyFileRefused {
    return (TransferBlob) read(content, "");
  }

  @Test
  void theFileHasTheDocumentedShape() throws Exception {
    JsonNode json = new ObjectMapper().readTree(file);
    assertThat(json.get("schema_version").asText()).isEqualTo("1.0.0");
    assertThat(json.at("/header/kid").asText()).isEqualTo(KID);
    assertThat(json.at("/header/alg").asText()).isEqualTo("dir");
    assertThat(json.at("/header/enc").asText()).isEqualTo("CKM_RSA_AES_KEY_WRAP");
    assertThat(json.get("ciphertext").asText()).matches("[A-Za-z0-9_-]+");
    assertThat(json.get("generator").asText()).isNotEmpty();
  }

  @Test
  void bouncyCastleOpensIt() throws Exception {
    String text = new ObjectMapper().readTree(file).get("ciphertext").asText();
    byte[] both = Base64.getUrlDecoder().decode(text);
    OAEPEncoding oaep = new OAEPEncoding(new RSAEngine(), new SHA1Digest(), new SHA1Digest(), null);
    oaep.init(false, PrivateKeyFactory.createKey(exchange.getPrivate().getEncoded()));
    byte[] aes = oaep.processBlock(both, 0, 384);
    assertThat(aes).hasSize(32);
    AESWrapPadEngine kwp = new AESWrapPadEngine();
    kwp.init(false, new KeyParameter(aes));
    byte[] key = kwp.unwrap(both, 384, both.length - 384);
    assertThat(key).isEqualTo(target.key().getEncoded());
  }

  @Test
  void whatOpensslMadeByHandIsOpenedHere(@TempDir Path folder) throws Exception {
    OpenSsl openssl = new OpenSsl(folder);
    Files.write(openssl.file("plain.pem"), checkedIn("plain.pem"));
    Files.write(openssl.file("kek.der"), exchange.getPublic().getEncoded());
    byte[] aes = HexFormat.of().parseHex("00112233445566778899aabbccddeeff".repeat(2));
    Files.write(openssl.file("aes"), aes);
    openssl
        .run("pkcs8 -topk8 -nocrypt -in plain.pem -outform DER -out key.der")
        .run(
            "enc -id-aes256-wrap-pad -iv A65959A6 -K %s -in key.der -out inner"
                .formatted(HexFormat.of().formatHex(aes)))
        .run(
            "pkeyutl -encrypt -pubin -inkey kek.der -keyform DER -in aes -out outer"
                + " -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha1"
                + " -pkeyopt rsa_mgf1_md:sha1");
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(bytes(openssl.file("outer")));
    both.write(bytes(openssl.file("inner")));
    String json =
        """
        {"schema_version": "1.0.0",
         "header": {"kid": "%s", "alg": "dir", "enc": "CKM_RSA_AES_KEY_WRAP"},
         "ciphertext": "%s", "generator": "by hand"}
        """
            .formatted(
                KID, Base64.getUrlEncoder().withoutPadding().encodeToString(both.toByteArray()));
    TransferBlob blob = blob(ascii(json));
    assertThat(blob.keyExchangeKey()).isEqualTo(KID);
    assertThat(ByokFile.unwrap(blob, exchange.getPrivate()).orElseThrow().key())
        .isEqualTo(target.key());
  }

  @Test
  void itOpensWithTheRightKeyAndWithNoOther() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(3072);
    assertThat(ByokFile.unwrap(blob(file), exchange.getPrivate()).orElseThrow().key())
        .isEqualTo(target.key());
    assertThat(ByokFile.unwrap(blob(file), generator.generateKeyPair().getPrivate())).isEmpty();
    generator.initialize(2048);
    assertThat(ByokFile.unwrap(blob(file), generator.generateKeyPair().getPrivate())).isEmpty();
  }

  @Test
  void noChangeOfTheCiphertextIsOverlooked() throws Exception {
    String text = new ObjectMapper().readTree(file).get("ciphertext").asText();
    byte[] both = Base64.getUrlDecoder().decode(text);
    for (int at = 0; at < both.length; at += 131) {
      byte[] changed = both.clone();
      changed[at] ^= 1;
      assertThat(opened(text, changed)).isEmpty();
    }
    assertThat(opened(text, Arrays.copyOf(both, both.length - 8))).isEmpty();
    for (int length = 380; length < 410; length++) {
      assertThat(opened(text, Arrays.copyOf(both, length))).isEmpty();
    }
    assertThat(opened(text, both)).isPresent();
  }

  private Optional<RsaMaterial> opened(String text, byte[] instead) throws KeyFileRefused {
    String other = Base64.getUrlEncoder().withoutPadding().encodeToString(instead);
    String json = new String(file, StandardCharsets.UTF_8).replace(text, other);
    return ByokFile.unwrap(blob(ascii(json)), exchange.getPrivate());
  }

  @ParameterizedTest
  @CsvSource({
    "1.0.0, 2.0.0, UNSUPPORTED",
    "CKM_RSA_AES_KEY_WRAP, A256GCM, UNSUPPORTED",
    "dir, RSA-OAEP, UNSUPPORTED",
    "kid, kidd, DAMAGED",
    "ciphertext, cipher, DAMAGED",
    "}, '', DAMAGED"
  })
  void anotherKindOfTransferFileIsRefused(String part, String instead, Reason expected) {
    String json = new String(file, StandardCharsets.UTF_8);
    assertThat(json).contains(part);
    assertThat(reason(ascii(json.replace(part, instead)), "")).isEqualTo(expected);
  }

  @Test
  void itTellsNothingOfTheKeyInside() throws Exception {
    assertThat(blob(file)).hasToString("transfer file for " + KID);
    String hex = HexFormat.of().formatHex(target.key().getEncoded());
    assertThat(HexFormat.of().formatHex(file)).doesNotContain(hex.substring(200, 232));
  }
}
