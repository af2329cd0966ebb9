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

  PageKey(DataKey dataKey, byte[] salt) {
    this.salt = salt.clone();
    this.bytes = dataKey.derive(salt, "wrapkey page");
  }

  boolean isFor(byte[] other) {
    return Arrays.equals(salt, other);
  }

  byte[] salt() {
    return salt.clone();
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
