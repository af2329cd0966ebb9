package dev.wrapkey.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;

/**
 * Seals and opens single pages with AES-256-GCM.
 *
 * <p>A stored page is {@value #STORED} bytes, integers are big-endian:
 *
 * <pre>
 *    0   16  salt: random, drawn anew each time a volume is opened; the page key is HKDF(data key, salt)
 *   16    4  zero                                          } the GCM nonce
 *   20    8  seal number: also the version of the page     }
 *   28 8192  ciphertext
 * 8220   16  tag
 * </pre>
 *
 * <p>Associated data: {@code wrapkey page 1}, a zero byte, the lengths (2 bytes each) and UTF-8
 * bytes of server identifier and volume kind, data-key id (16 bytes), page number (8 bytes), page
 * version (8 bytes).
 *
 * <p>Not thread-safe.
 */
final class PageSeal implements AutoCloseable {

  static final int PLAIN = 8192;
  static final int SALT = 16;
  static final int IV = 12;
  static final int NONCE = SALT + IV;
  static final int STORED = NONCE + PLAIN + AesGcm.TAG;

  private static final byte[] DOMAIN = "wrapkey page 1\0".getBytes(StandardCharsets.US_ASCII);

  private final DataKey dataKey;
  private final byte[] binding;
  private final AesGcm gcm = new AesGcm();
  private final PageKey sealing;
  private PageKey opening;

  PageSeal(DataKey dataKey, VolumeHeader.Identity identity, SecureRandom random) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    this.dataKey = dataKey;
    this.binding = binding(identity);
    this.sealing = new PageKey(dataKey, salt);
    this.opening = sealing;
  }

  /**
   * The stored form of a page; {@code version} must never have been used with this data key before.
   */
  byte[] seal(long page, long version, byte[] plain) {
    byte[] stored = new byte[STORED];
    byte[] iv = iv(version);
    System.arraycopy(sealing.salt(), 0, stored, 0, SALT);
    System.arraycopy(iv, 0, stored, SALT, IV);
    gcm.seal(sealing, iv, associated(page, version), plain, stored, NONCE);
    return stored;
  }

  /**
   * The plain page.
   *
   * @throws AEADBadTagException if {@code stored} is not what was sealed as this version of this
   *     page
   */
  byte[] open(long page, long version, byte[] stored) throws AEADBadTagException {
    byte[] iv = Arrays.copyOfRange(stored, SALT, NONCE);
    if (!Arrays.equals(iv, iv(version))) {
      throw new AEADBadTagException("the nonce is that of another version");
    }
    return gcm.open(
        keyFor(Arrays.copyOf(stored, SALT)), iv, associated(page, version), stored, NONCE);
  }

  byte[] associated(long page, long version) {
    return ByteBuffer.allocate(binding.length + 16)
        .put(binding)
        .putLong(page)
        .putLong(version)
        .array();
  }

  private PageKey keyFor(byte[] salt) {
    if (sealing.isFor(salt)) {
      return sealing;
    }
    if (!opening.isFor(salt)) {
      forgetOpening();
      opening = new PageKey(dataKey, salt);
    }
    return opening;
  }

  private void forgetOpening() {
    if (opening != sealing) {
      opening.destroy();
    }
  }

  @Override
  public void close() {
    opening.destroy();
    sealing.destroy();
  }

  private static byte[] iv(long version) {
    return ByteBuffer.allocate(IV).putInt(0).putLong(version).array();
  }

  private static byte[] binding(VolumeHeader.Identity identity) {
    byte[] server = identity.volume().serverId().getBytes(StandardCharsets.UTF_8);
    byte[] kind = identity.volume().kind().getBytes(StandardCharsets.UTF_8);
    byte[] dataKeyId = identity.dataKeyId();
    return ByteBuffer.allocate(DOMAIN.length + 4 + server.length + kind.length + dataKeyId.length)
        .put(DOMAIN)
        .putShort((short) server.length)
        .put(server)
        .putShort((short) kind.length)
        .put(kind)
        .put(dataKeyId)
        .array();
  }
}
