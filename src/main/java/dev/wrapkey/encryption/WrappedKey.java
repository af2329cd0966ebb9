package dev.wrapkey.encryption;

import java.util.Arrays;

/**
 * A data encryption key as it is stored.
 *
 * @param keyVersion the identifier of the key version that wrapped it, always with version
 * @param algorithm the name Key Vault gives the algorithm, for example {@code RSA-OAEP-256}
 * @param bytes the wrapped key
 */
public record WrappedKey(String keyVersion, String algorithm, byte[] bytes) {

  public WrappedKey {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WrappedKey that
        && keyVersion.equals(that.keyVersion)
        && algorithm.equals(that.algorithm)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * keyVersion.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "WrappedKey[" + keyVersion + ", " + algorithm + ", " + bytes.length + " bytes]";
  }
}
