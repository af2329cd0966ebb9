package dev.wrapkey.encryption;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAKey;

/**
 * A key encryption key whose RSA key pair is in this program: how the practice cloud keeps
 * service-managed keys.
 *
 * <p>Thread-safe if {@code random} is, as {@link SecureRandom} promises.
 */
public final class RsaKeyEncryptionKey implements KeyEncryptionKey {

  private static final int MIN_BITS = 2048;

  private final PublicKey publicKey;
  private final PrivateKey privateKey;
  private final String keyVersion;
  private final RsaOaep algorithm;
  private final SecureRandom random;

  /**
   * A key that wraps with {@code RSA-OAEP-256} and unwraps that and {@code RSA-OAEP}.
   *
   * @param keyVersion the identifier written beside everything this key wraps
   * @throws IllegalArgumentException if the keys are not RSA keys of one pair's length, of 2048
   *     bits or more
   */
  public RsaKeyEncryptionKey(
      PublicKey publicKey, PrivateKey privateKey, String keyVersion, SecureRandom random) {
    this(publicKey, privateKey, keyVersion, RsaOaep.RSA_OAEP_256.keyVaultName(), random);
  }

  /**
   * A key that wraps with a chosen algorithm.
   *
   * @param algorithm {@code RSA-OAEP-256} or {@code RSA-OAEP}
   * @throws IllegalArgumentException if the keys are not RSA keys of one pair's length, of 2048
   *     bits or more, or there is no such algorithm
   */
  public RsaKeyEncryptionKey(
      PublicKey publicKey,
      PrivateKey privateKey,
      String keyVersion,
      String algorithm,
      SecureRandom random) {
    if (bits(publicKey) < MIN_BITS || bits(publicKey) != bits(privateKey)) {
      throw new IllegalArgumentException(
          "an RSA key pair of at least " + MIN_BITS + " bits is needed");
    }
    this.publicKey = publicKey;
    this.privateKey = privateKey;
    this.keyVersion = keyVersion;
    this.algorithm =
        RsaOaep.named(algorithm)
            .orElseThrow(() -> new IllegalArgumentException("no wrapping is called " + algorithm));
    this.random = random;
  }

  private static int bits(Object key) {
    return key instanceof RSAKey rsa ? rsa.getModulus().bitLength() : 0;
  }

  @Override
  public WrappedKey wrap(byte[] dataKey) {
    return new WrappedKey(
        keyVersion, algorithm.keyVaultName(), algorithm.wrap(publicKey, dataKey, random));
  }

  @Override
  public byte[] unwrap(WrappedKey wrapped) throws KeyUnavailable {
    if (!wrapped.keyVersion().equals(keyVersion)) {
      throw new KeyUnavailable(
          "KeyNotFound", "The data key was wrapped by " + wrapped.keyVersion() + ".");
    }
    String name = wrapped.algorithm();
    RsaOaep used =
        RsaOaep.named(name)
            .orElseThrow(
                () -> new KeyUnavailable("BadParameter", "Algorithm " + name + " is not known."));
    return used.unwrap(privateKey, wrapped.bytes())
        .orElseThrow(
            () -> new KeyUnavailable("BadParameter", "This key did not wrap these bytes."));
  }

  @Override
  public int threads() {
    return 2;
  }

  @Override
  public String toString() {
    return "RsaKeyEncryptionKey[" + keyVersion + "]";
  }
}
