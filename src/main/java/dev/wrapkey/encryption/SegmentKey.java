package dev.wrapkey.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The data key of a segment while a volume is open: with the page keys derived from it and the seal
 * numbers it has left.
 *
 * <p>Its binding stands for what a page belongs to: SHA-256 over {@code wrapkey page 2}, a zero
 * byte, the lengths (2 bytes each) and UTF-8 bytes of server identifier and volume kind, and the
 * data-key id (16 bytes).
 *
 * <p>Several threads may seal and open with it; numbers are for one thread at a time.
 */
final class SegmentKey implements AutoCloseable {

  static final int BINDING = Digests.SHA256;

  private static final byte[] DOMAIN = "wrapkey page 2\0".getBytes(StandardCharsets.US_ASCII);

  private final DataKey key;
  private final DataKey volumeKey;
  private final SealNumbers numbers;
  private final byte[] binding;
  private final PageKey sealing;
  private final Map<ByteBuffer, PageKey> known = new ConcurrentHashMap<>();
  private final @Nullable Past past;
  private volatile PageKey latest;

  /**
   * @param key closed together with this object
   * @param volumeKey not closed
   */
  SegmentKey(DataKey key, DataKey volumeKey, Bound to, SealNumbers numbers, SecureRandom random) {
    this(key, volumeKey, to, numbers, random, null);
  }

  SegmentKey(
      DataKey key,
      DataKey volumeKey,
      Bound to,
      SealNumbers numbers,
      SecureRandom random,
      @Nullable Past past) {
    byte[] salt = new byte[PageSeal.SALT];
    random.nextBytes(salt);
    this.key = key;
    this.volumeKey = volumeKey;
    this.numbers = numbers;
    this.past = past;
    this.binding = to.digest();
    this.sealing = derive(salt);
    this.latest = sealing;
    known.put(ByteBuffer.wrap(salt), sealing);
  }

  /**
   * The same data key as another volume used it.
   *
   * @param key opens what that volume sealed
   * @param until seal numbers below this one are that volume's
   */
  record Past(SegmentKey key, long until) {}

  /** The form of this key that opens pages of a version. */
  SegmentKey at(long version) {
    return past != null && version < past.until ? past.key : this;
  }

  /** What the pages of a data key are bound to. */
  record Bound(VolumeId volume, byte[] dataKeyId) {

    private byte[] digest() {
      MessageDigest digest = Digests.sha256();
      digest.update(DOMAIN);
      for (String text : new String[] {volume.serverId(), volume.kind()}) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(2).putShort((short) bytes.length).flip());
        digest.update(bytes);
      }
      return digest.digest(dataKeyId);
    }
  }

  DataKey dataKey() {
    return key;
  }

  SealNumbers numbers() {
    return numbers;
  }

  void putBinding(byte[] associated) {
    System.arraycopy(binding, 0, associated, 0, BINDING);
  }

  PageKey sealing() {
    return sealing;
  }

  /** The key of the salt that a stored page begins with. */
  PageKey opening(byte[] stored, int at) {
    PageKey last = latest;
    if (last.isFor(stored, at)) {
      return last;
    }
    byte[] salt = Arrays.copyOfRange(stored, at, at + PageSeal.SALT);
    PageKey found = known.computeIfAbsent(ByteBuffer.wrap(salt), _ -> derive(salt));
    latest = found;
    return found;
  }

  private PageKey derive(byte[] salt) {
    return new PageKey(salt, key.deriveWith(volumeKey, salt, "wrapkey page 2"));
  }

  @Override
  public void close() {
    known.values().forEach(PageKey::destroy);
    if (past != null) {
      past.key.close();
    }
    key.close();
  }
}
