package dev.wrapkey.encryption;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.spec.SecretKeySpec;

/**
 * Has the JDK compile AES-GCM before it matters: until then a page takes some hundred times as
 * long. It counts calls, not bytes, so short messages do it sooner than pages.
 */
final class WarmUp {

  private static final int CALLS = 8000;
  private static final int LENGTH = 512;

  private WarmUp() {}

  /** Seals and opens messages of zeros under a key of zeros, which protects nothing. */
  static void run() {
    AesGcm gcm = new AesGcm();
    SecretKeySpec key = new SecretKeySpec(new byte[DataKey.LENGTH], "AES");
    byte[] associated = new byte[SegmentKey.BINDING];
    Span plain = Span.of(new byte[LENGTH]);
    Span sealed = Span.of(new byte[LENGTH + AesGcm.TAG]);
    for (int call = 0; call < CALLS && !Thread.currentThread().isInterrupted(); call++) {
      byte[] iv = ByteBuffer.allocate(PageSeal.IV).putLong(4, call).array();
      gcm.seal(key, iv, associated, plain, sealed);
      open(gcm, key, iv, associated, sealed, plain);
    }
    if (!Arrays.equals(plain.bytes(), new byte[LENGTH])) {
      throw new IllegalStateException("AES-GCM does not open what it sealed");
    }
  }

  private static void open(
      AesGcm gcm, SecretKeySpec key, byte[] iv, byte[] associated, Span sealed, Span plain) {
    try {
      gcm.open(key, iv, associated, sealed, plain);
    } catch (AEADBadTagException e) {
      throw new IllegalStateException("AES-GCM does not open what it sealed", e);
    }
  }
}
