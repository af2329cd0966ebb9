package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.HttpResponseException;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.azure.security.keyvault.keys.cryptography.CryptographyClientBuilder;
import com.azure.security.keyvault.keys.cryptography.models.DecryptParameters;
import com.azure.security.keyvault.keys.cryptography.models.EncryptParameters;
import com.azure.security.keyvault.keys.cryptography.models.EncryptResult;
import com.azure.security.keyvault.keys.cryptography.models.EncryptionAlgorithm;
import com.azure.security.keyvault.keys.cryptography.models.KeyWrapAlgorithm;
import com.azure.security.keyvault.keys.cryptography.models.SignatureAlgorithm;
import com.azure.security.keyvault.keys.models.CreateEcKeyOptions;
import com.azure.security.keyvault.keys.models.CreateOctKeyOptions;
import com.azure.security.keyvault.keys.models.KeyCurveName;
import com.azure.security.keyvault.keys.models.KeyOperation;
import com.azure.security.keyvault.keys.models.KeyVaultKey;
import dev.wrapkey.simulator.Practice.Answer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keys of every kind at work, called by Microsoft's client and checked by the JDK, which has the
 * public key only.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyCryptographyTest {

  private static final String HSM = "https://hsm-orders-eastus.managedhsm.azure.net";
  private static final byte[] MESSAGE = "practice".getBytes(StandardCharsets.UTF_8);

  private Practice practice;
  private KeyVaultKey rsa;

  @BeforeAll
  void open(@TempDir Path folder) throws StateInUse {
    practice = new Practice(folder);
    rsa = practice.keys("kv-lab-eastus").getKey("lab-kek");
  }

  @AfterAll
  void close() {
    practice.close();
  }

  private CryptographyClient client(KeyVaultKey key) {
    return new CryptographyClientBuilder()
        .keyIdentifier(key.getId())
        .credential(practice.credential())
        .httpClient(practice.cloud.httpClient())
        .buildClient();
  }

  private KeyClient hsm() {
    return new com.azure.security.keyvault.keys.KeyClientBuilder()
        .vaultUrl(HSM)
        .credential(practice.credential())
        .httpClient(practice.cloud.httpClient())
        .buildClient();
  }

  private static byte[] digest(int bits) throws Exception {
    return MessageDigest.getInstance("SHA-" + bits).digest(MESSAGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 384, 512})
  void anRsaSignatureIsRightForTheJdk(int bits) throws Exception {
    byte[] signed = remote(rsa, "RS" + bits, digest(bits));
    Signature check = Signature.getInstance("SHA" + bits + "withRSA");
    assertThat(verifies(check, rsaPublic(rsa), signed)).isTrue();
    assertThat(remoteVerify(rsa, "RS" + bits, digest(bits), signed)).isTrue();
    signed[10] ^= 1;
    assertThat(remoteVerify(rsa, "RS" + bits, digest(bits), signed)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 384, 512})
  void aPssSignatureIsRightForTheJdkAndTheJdksForTheVault(int bits) throws Exception {
    byte[] signed = remote(rsa, "PS" + bits, digest(bits));
    Signature check = Signature.getInstance("RSASSA-PSS");
    check.setParameter(
        new PSSParameterSpec(
            "SHA-" + bits, "MGF1", new MGF1ParameterSpec("SHA-" + bits), bits / 8, 1));
    assertThat(verifies(check, rsaPublic(rsa), signed)).isTrue();
    assertThat(remoteVerify(rsa, "PS" + bits, digest(bits), signed)).isTrue();
    signed[200] ^= 1;
    assertThat(remoteVerify(rsa, "PS" + bits, digest(bits), signed)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"P-256, 256", "P-384, 384", "P-521, 512"})
  void anEllipticSignatureIsRightForTheJdk(String curve, int bits) throws Exception {
    KeyVaultKey key =
        practice
            .keys("kv-lab-eastus")
            .createEcKey(
                new CreateEcKeyOptions("ec-" + bits).setCurveName(KeyCurveName.fromString(curve)));
    byte[] signed = remote(key, "ES" + bits, digest(bits));
    Signature check = Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
    assertThat(verifies(check, ecPublic(key, curve), signed)).isTrue();
    assertThat(remoteVerify(key, "ES" + bits, digest(bits), signed)).isTrue();
    assertThat(key.getKeyOperations())
        .containsExactlyInAnyOrder(KeyOperation.SIGN, KeyOperation.VERIFY);
  }

  @Test
  void theSdkSignsAndVerifies() throws Exception {
    CryptographyClient client = client(rsa);
    byte[] signed = client.sign(SignatureAlgorithm.PS256, digest(256)).getSignature();
    assertThat(client.verify(SignatureAlgorithm.PS256, digest(256), signed).isValid()).isTrue();
    assertThat(
            client.verify(SignatureAlgorithm.PS256, digest(256).clone(), new byte[256]).isValid())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES256", "RS999", "", "RSA-OAEP"})
  void anAlgorithmThatDoesNotFitTheKeyIsRefused(String algorithm) {
    Answer answer =
        practice.send(
            "POST",
            rsa.getId() + "/sign?api-version=7.4",
            "{\"alg\": \"%s\", \"value\": \"%s\"}".formatted(algorithm, base64(new byte[32])));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("BadParameter");
  }

  @Test
  void aDigestOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> remote(rsa, "RS256", new byte[31])).hasMessageContaining("400");
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 192, 256})
  void aSymmetricKeyOfAManagedHsmEncryptsWithAssociatedData(int bits) {
    KeyVaultKey key =
        hsm()
            .createOctKey(
                new CreateOctKeyOptions("oct-" + bits).setKeySize(bits).setHardwareProtected(true));
    assertThat(key.getKeyType()).hasToString("oct-HSM");
    byte[] aad = {9, 9};
    EncryptParameters parameters =
        switch (bits) {
          case 128 -> EncryptParameters.createA128GcmParameters(MESSAGE, aad);
          case 192 -> EncryptParameters.createA192GcmParameters(MESSAGE, aad);
          default -> EncryptParameters.createA256GcmParameters(MESSAGE, aad);
        };
    CryptographyClient client = client(key);
    EncryptResult sealed = client.encrypt(parameters, com.azure.core.util.Context.NONE);
    assertThat(sealed.getIv()).hasSize(12);
    assertThat(sealed.getAuthenticationTag()).hasSize(16);
    assertThat(open(client, bits, sealed, aad)).isEqualTo(MESSAGE);
    assertThatThrownBy(() -> open(client, bits, sealed, new byte[] {9}))
        .isInstanceOf(HttpResponseException.class);
    KeyWrapAlgorithm wrap = KeyWrapAlgorithm.fromString("A" + bits + "KW");
    byte[] wrapped = client.wrapKey(wrap, new byte[32]).getEncryptedKey();
    assertThat(wrapped).hasSize(40);
    assertThat(client.unwrapKey(wrap, wrapped).getKey()).isEqualTo(new byte[32]);
  }

  private static byte[] open(
      CryptographyClient client, int bits, EncryptResult sealed, byte[] aad) {
    byte[] text = sealed.getCipherText();
    byte[] iv = sealed.getIv();
    byte[] tag = sealed.getAuthenticationTag();
    DecryptParameters parameters =
        switch (bits) {
          case 128 -> DecryptParameters.createA128GcmParameters(text, iv, tag, aad);
          case 192 -> DecryptParameters.createA192GcmParameters(text, iv, tag, aad);
          default -> DecryptParameters.createA256GcmParameters(text, iv, tag, aad);
        };
    return client.decrypt(parameters, com.azure.core.util.Context.NONE).getPlainText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA-OAEP", "RSA-OAEP-256", "RSA1_5"})
  void theSdkEncryptsAndDecrypts(String name) {
    EncryptionAlgorithm algorithm = EncryptionAlgorithm.fromString(name);
    byte[] sealed = client(rsa).encrypt(algorithm, MESSAGE).getCipherText();
    assertThat(client(rsa).decrypt(algorithm, sealed).getPlainText()).isEqualTo(MESSAGE);
  }

  /** Seen: azure-cli 2.45.0, managed HSM, encrypt with A256GCM (2022-12). */
  @Test
  void anAuthenticatedEncryptionTellsNonceTagAndAssociatedData() {
    hsm()
        .createOctKey(
            new CreateOctKeyOptions("oct-shape").setKeySize(256).setHardwareProtected(true));
    Answer answer =
        practice.send(
            "POST",
            HSM + "/keys/oct-shape/encrypt?api-version=7.4-preview.1",
            "{\"alg\": \"A256GCM\", \"value\": \"AAEC\", \"aad\": \"EBES\"}");
    assertThat(answer.json().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("aad", "alg", "iv", "kid", "tag", "value");
  }

  private byte[] remote(KeyVaultKey key, String algorithm, byte[] digest) {
    Answer answer =
        practice.send(
            "POST",
            key.getId() + "/sign?api-version=7.4",
            "{\"alg\": \"%s\", \"value\": \"%s\"}".formatted(algorithm, base64(digest)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return Base64.getUrlDecoder().decode(answer.json().path("value").asText());
  }

  private boolean remoteVerify(KeyVaultKey key, String algorithm, byte[] digest, byte[] signature) {
    Answer answer =
        practice.send(
            "POST",
            key.getId() + "/verify?api-version=7.4",
            "{\"alg\": \"%s\", \"digest\": \"%s\", \"value\": \"%s\"}"
                .formatted(algorithm, base64(digest), base64(signature)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("value").asBoolean();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static boolean verifies(Signature check, PublicKey key, byte[] signed) throws Exception {
    check.initVerify(key);
    check.update(MESSAGE);
    return check.verify(signed);
  }

  private static PublicKey rsaPublic(KeyVaultKey key) throws Exception {
    return KeyFactory.getInstance("RSA")
        .generatePublic(
            new RSAPublicKeySpec(
                new BigInteger(1, key.getKey().getN()), new BigInteger(1, key.getKey().getE())));
  }

  private static PublicKey ecPublic(KeyVaultKey key, String curve) throws Exception {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp" + curve.substring(2) + "r1"));
    ECPoint point =
        new ECPoint(new BigInteger(1, key.getKey().getX()), new BigInteger(1, key.getKey().getY()));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
  }
}
