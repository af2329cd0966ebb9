package dev.wrapkey.encryption;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;

/**
 * Seals and opens single pages with AES-256-GCM.
 *
 * <p>A stored page is {@value #STORED} bytes, integers are big-endian:
 *
 * <pre>
 *    0   16  salt: random, drawn anew each time a volume is opened; the page key is
 *            HKDF(data key then volume key, salt)
 *   16    4  zero                                          } the GCM nonce
 *   20    8  seal number: also the version of the page     }
 *   28 8192  ciphertext
 * 8220   16  tag
 * </pre>
 *
 * <p>Associated data: the {@linkplain SegmentKey binding} of the data key (32 bytes), page number
 * (8 bytes), page version (8 bytes).
 *
 * <p>One instance is for one thread at a time; it keeps the cipher and every array that a page
 * needs.
 */
final class PageSeal {

  static final int PLAIN = 8192;
  static final int SALT = 16;
  static final int IV = 12;
  static final int NONCE = SALT + IV;
  static final int STORED = NONCE + PLAIN + AesGcm.TAG;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final AesGcm gcm = new AesGcm();
  private final byte[] iv = new byte[IV];
  private final byte[] associated = new byte[SegmentKey.BINDING + 2 * Long.BYTES];

  /**
   * Writes the stored form of a page to {@code out}; {@code version} must never have been used with
   * this data key before.
   */
  void seal(SegmentKey key, long page, long version, Span plain, Span out) {
    PageKey sealing = key.sealing();
    prepare(key, page, version);
    sealing.putSalt(out.bytes(), out.at());
    System.arraycopy(iv, 0, out.bytes(), out.at() + SALT, IV);
    gcm.seal(sealing, iv, associated, plain, out.part(NONCE, PLAIN + AesGcm.TAG));
  }

  /**
   * Writes the plain page to {@code out}.
   *
   * @throws AEADBadTagException if {@code stored} is not what was sealed as this version of this
   *     page
   */
  void open(SegmentKey key, long page, long version, Span stored, Span out)
      throws AEADBadTagException {
    prepare(key, page, version);
    int nonce = stored.at() + SALT;
    if (!Arrays.equals(iv, 0, IV, stored.bytes(), nonce, nonce + IV)) {
      Arrays.fill(out.bytes(), out.at(), out.at() + out.length(), (byte) 0);
      throw new AEADBadTagException("the nonce is that of another version");
    }
    PageKey opening = key.opening(stored.bytes(), stored.at());
    gcm.open(opening, iv, associated, stored.part(NONCE, PLAIN + AesGcm.TAG), out);
  }

  private void prepare(SegmentKey key, long page, long version) {
    key.putBinding(associated);
    LONG.set(associated, SegmentKey.BINDING, page);
    LONG.set(associated, SegmentKey.BINDING + Long.BYTES, version);
    LONG.set(iv, IV - Long.BYTES, version);
  }
}
