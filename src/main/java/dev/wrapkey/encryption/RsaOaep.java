package dev.wrapkey.encryption;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * The two RSA-OAEP algorithms of Key Vault, with the same hash for label and mask and an empty
 * label (RFC 8017, November 2016, section 7.1; names after RFC 7518, May 2015, section 4.3).
 *
 * <p>The parameters are always given: for {@code OAEPWithSHA-256AndMGF1Padding} alone the JDK takes
 * SHA-1 for the mask.
 */
enum RsaOaep {
  /** SHA-256 throughout. */
  RSA_OAEP_256("RSA-OAEP-256", "SHA-256"),
  /** SHA-1 throughout. */
  RSA_OAEP("RSA-OAEP", "SHA-1");

  private final String keyVaultName;
  private final String hash;

  RsaOaep(String keyVaultName, String hash) {
    this.keyVaultName = keyVaultName;
    this.hash = hash;
  }

  static Optional<RsaOaep> named(String keyVaultName) {
    for (RsaOaep algorithm : values()) {
      if (algorithm.keyVaultName.equals(keyVaultName)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  String keyVaultName() {
    return keyVaultName;
  }

  byte[] wrap(PublicKey key, byte[] plain, SecureRandom random) {
    try {
      Cipher cipher = cipher();
      cipher.init(Cipher.ENCRYPT_MODE, key, parameters(), random);
      return cipher.doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(keyVaultName + " does not wrap with this key", e);
    }
  }

  /**
   * The plain bytes; the caller zeroes them.
   *
   * @return empty if {@code wrapped} was not made by this algorithm with this key
   */
  Optional<byte[]> unwrap(PrivateKey key, byte[] wrapped) {
    try {
      Cipher cipher = cipher();
      cipher.init(Cipher.DECRYPT_MODE, key, parameters());
      return Optional.of(cipher.doFinal(wrapped));
    } catch (BadPaddingException | IllegalBlockSizeException _) {
      return Optional.empty();
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException(keyVaultName + " does not unwrap with this key", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + keyVaultName, e);
    }
  }

  private static Cipher cipher() throws GeneralSecurityException {
    return Cipher.getInstance("RSA/ECB/OAEPPadding");
  }

  private AlgorithmParameterSpec parameters() {
    return new OAEPParameterSpec(
        hash, "MGF1", new MGF1ParameterSpec(hash), PSource.PSpecified.DEFAULT);
  }
}
