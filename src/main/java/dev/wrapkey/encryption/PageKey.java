package dev.wrapkey.encryption;

import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * The AES key of one salt, derived from the data key: {@code SecretKeySpec} cannot be zeroed, this
 * can.
 */
final class PageKey implements SecretKey {

  private static final long serialVersionUID = 1L;

  private final transient byte[] salt;
  private final transient byte[] bytes;
  private transient boolean destroyed;

  /**
   * @param bytes 32 bytes, which this object zeroes
   */
  PageKey(byte[] salt, byte[] bytes) {
    this.salt = salt.clone();
    this.bytes = bytes;
  }

  /** Whether a stored page begins with the salt of this key. */
  boolean isFor(byte[] stored, int at) {
    return Arrays.equals(salt, 0, salt.length, stored, at, at + salt.length);
  }

  void putSalt(byte[] out, int at) {
    System.arraycopy(salt, 0, out, at, salt.length);
  }

  @Override
  public String getAlgorithm() {
    return "AES";
  }

  @Override
  public String getFormat() {
    return "RAW";
  }

  @Override
  public byte[] getEncoded() {
    if (destroyed) {
      throw new IllegalStateException("the page key is destroyed");
    }
    return bytes.clone();
  }

  @Override
  public void destroy() {
    destroyed = true;
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public boolean isDestroyed() {
    return destroyed;
  }
}
