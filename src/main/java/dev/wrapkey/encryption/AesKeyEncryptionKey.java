package dev.wrapkey.encryption;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key encryption key of 256 bits that is in this program, as a managed HSM has it (key type
 * {@code oct-HSM}): AES key wrap, {@code A256KW} (RFC 3394, September 2002; name after RFC 7518,
 * May 2015, section 4.4).
 *
 * <p>Thread-safe.
 */
public final class AesKeyEncryptionKey implements KeyEncryptionKey {

  /** Key Vault's name of the algorithm. */
  public static final String ALGORITHM = "A256KW";

  private static final int LENGTH = 32;

  private final SecretKey key;
  private final String keyVersion;

  /**
   * @param key 32 bytes of AES key
   * @param keyVersion the identifier written beside everything this key wraps
   * @throws IllegalArgumentException if the key has another length
   */
  public AesKeyEncryptionKey(SecretKey key, String keyVersion) {
    byte[] encoded = key.getEncoded();
    if (encoded == null || encoded.length != LENGTH) {
      throw new IllegalArgumentException("an AES key of " + LENGTH + " bytes is needed");
    }
    this.key = key;
    this.keyVersion = keyVersion;
  }

  @Override
  public WrappedKey wrap(byte[] dataKey) {
    try {
      Cipher cipher = cipher();
      cipher.init(Cipher.WRAP_MODE, key);
      Key plain = new SecretKeySpec(dataKey, "AES");
      return new WrappedKey(keyVersion, ALGORITHM, cipher.wrap(plain));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(ALGORITHM + " does not wrap these bytes", e);
    }
  }

  @Override
  public byte[] unwrap(WrappedKey wrapped) throws KeyUnavailable {
    if (!wrapped.keyVersion().equals(keyVersion)) {
      throw new KeyUnavailable(
          "KeyNotFound", "The data key was wrapped by " + wrapped.keyVersion() + ".");
    }
    if (!wrapped.algorithm().equals(ALGORITHM)) {
      throw new KeyUnavailable(
          "BadParameter", "Algorithm " + wrapped.algorithm() + " is not known.");
    }
    try {
      Cipher cipher = cipher();
      cipher.init(Cipher.UNWRAP_MODE, key);
      return cipher.unwrap(wrapped.bytes(), "AES", Cipher.SECRET_KEY).getEncoded();
    } catch (InvalidKeyException _) {
      throw new KeyUnavailable("BadParameter", "This key did not wrap these bytes.");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  private static Cipher cipher() throws GeneralSecurityException {
    return Cipher.getInstance("AES/KW/NoPadding");
  }

  @Override
  public int threads() {
    return 2;
  }

  @Override
  public String toString() {
    return "AesKeyEncryptionKey[" + keyVersion + "]";
  }
}
