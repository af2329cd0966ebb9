package dev.wrapkey.keyfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/**
 * Writes and opens {@link TransferBlob transfer files} in software, for practice: at Azure the HSM
 * vendor's tool writes them and only the receiving HSM opens them.
 */
public final class ByokFile {

  private static final int AES_BYTES = 32;

  /** The JDK trips over less. */
  private static final int LEAST_WRAPPED = 16;

  private static final OAEPParameterSpec OAEP_SHA1 =
      new OAEPParameterSpec("SHA-1", "MGF1", MGF1ParameterSpec.SHA1, PSource.PSpecified.DEFAULT);

  private ByokFile() {}

  /**
   * Writes a transfer file.
   *
   * @param key what is transferred
   * @param exchangeKey the public half of the key exchange key
   * @param kid the identifier of the key exchange key
   * @param random for the AES key between the two
   */
  public static byte[] wrap(
      RSAPrivateCrtKey key, RSAPublicKey exchangeKey, String kid, SecureRandom random) {
    byte[] between = new byte[AES_BYTES];
    byte[] plain = key.getEncoded();
    random.nextBytes(between);
    try {
      Cipher outer = Cipher.getInstance("RSA/ECB/OAEPPadding");
      outer.init(Cipher.ENCRYPT_MODE, exchangeKey, OAEP_SHA1, random);
      byte[] wrappedAes = outer.doFinal(between);
      byte[] wrappedKey = keyWrap(Cipher.ENCRYPT_MODE, between, plain);
      byte[] both = Arrays.copyOf(wrappedAes, wrappedAes.length + wrappedKey.length);
      System.arraycopy(wrappedKey, 0, both, wrappedAes.length, wrappedKey.length);
      return json(kid, both);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the key exchange key does not wrap", e);
    } finally {
      Arrays.fill(between, (byte) 0);
      Arrays.fill(plain, (byte) 0);
    }
  }

  /**
   * Opens a transfer file.
   *
   * @param exchangeKey the private half of the key exchange key
   * @return empty if the file was not made for this key, or was changed
   * @throws KeyFileRefused if the key that comes out is not one that data encryption takes
   */
  public static Optional<RsaMaterial> unwrap(TransferBlob blob, PrivateKey exchangeKey)
      throws KeyFileRefused {
    byte[] both = blob.ciphertext();
    int length = (((RSAKey) exchangeKey).getModulus().bitLength() + 7) / 8;
    if (both.length < length + LEAST_WRAPPED) {
      return Optional.empty();
    }
    byte[] between = new byte[0];
    byte[] plain = new byte[0];
    try {
      Cipher outer = Cipher.getInstance("RSA/ECB/OAEPPadding");
      outer.init(Cipher.DECRYPT_MODE, exchangeKey, OAEP_SHA1);
      between = outer.doFinal(both, 0, length);
      plain = keyWrap(Cipher.DECRYPT_MODE, between, Arrays.copyOfRange(both, length, both.length));
      return Optional.of(PrivateKeys.rsa(PrivateKeyInfo.getInstance(plain)));
    } catch (GeneralSecurityException
        | IOException
        | IllegalArgumentException
        | IllegalStateException _) {
      return Optional.empty();
    } finally {
      Arrays.fill(between, (byte) 0);
      Arrays.fill(plain, (byte) 0);
    }
  }

  private static byte[] keyWrap(int direction, byte[] key, byte[] content)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/KWP/NoPadding");
    cipher.init(direction, new SecretKeySpec(key, "AES"));
    return cipher.doFinal(content);
  }

  private static byte[] json(String kid, byte[] ciphertext) {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode json = mapper.createObjectNode().put("schema_version", TransferBlob.SCHEMA);
    json.putObject("header")
        .put("kid", kid)
        .put("alg", TransferBlob.ALG)
        .put("enc", TransferBlob.ENC);
    json.put("ciphertext", Base64.getUrlEncoder().withoutPadding().encodeToString(ciphertext))
        .put("generator", "Wrapkey practice; no HSM");
    try {
      return mapper.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts is always writable", e);
    }
  }
}
