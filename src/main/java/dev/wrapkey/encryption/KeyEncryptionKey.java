package dev.wrapkey.encryption;

/**
 * A key encryption key (KEK), wherever it lives. The envelope does not know whether it is a key of
 * a key vault, of a managed HSM, or one that the practice cloud owns.
 *
 * <p>Shaped after Key Vault's {@code wrapKey} and {@code unwrapKey} operations (REST API 7.4).
 */
public interface KeyEncryptionKey {

  /**
   * Wraps a data encryption key.
   *
   * @param dataKey the plain key; the caller keeps and zeroes it
   * @return the wrapped bytes with the identifier of the exact key version that wrapped them
   * @throws KeyUnavailable if the key store refuses or cannot be reached
   */
  WrappedKey wrap(byte[] dataKey) throws KeyUnavailable;

  /**
   * Unwraps a data encryption key.
   *
   * @return the plain key; the caller zeroes it
   * @throws KeyUnavailable if the key store refuses or cannot be reached
   */
  byte[] unwrap(WrappedKey wrapped) throws KeyUnavailable;

  /**
   * How many threads may use this key at the same time to advantage; 1 if it must be used by one
   * thread only, the one that called.
   */
  default int threads() {
    return 1;
  }
}
