package dev.wrapkey.encryption;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A data key as the key table has it.
 *
 * @param id random, drawn with the data key
 * @param wrapped the data key
 * @param wrappedAt when it was wrapped; the epoch if nobody said
 * @param unreserved first seal number that is not reserved yet; 1 in a key that sealed nothing
 * @param inherited whether the data key came with the pages from another volume, wrapped as there
 */
record KeyEntry(
    byte[] id, WrappedKey wrapped, Instant wrappedAt, long unreserved, boolean inherited) {

  static final int ID = 16;
  static final int MAX_KEY_VERSION = 512;
  static final int MAX_ALGORITHM = 30;
  static final int MAX_WRAPPED = 518;

  /** Of a data key that was drawn for this volume. */
  KeyEntry(byte[] id, WrappedKey wrapped, Instant wrappedAt, long unreserved) {
    this(id, wrapped, wrappedAt, unreserved, false);
  }

  KeyEntry {
    id = id.clone();
    require(wrapped.keyVersion(), MAX_KEY_VERSION, "identifier of a key version");
    require(wrapped.algorithm(), MAX_ALGORITHM, "name of an algorithm");
    if (wrapped.bytes().length > MAX_WRAPPED) {
      throw new IllegalArgumentException(
          "a wrapped data key has at most " + MAX_WRAPPED + " bytes: " + wrapped);
    }
  }

  private static void require(String text, int max, String what) {
    if (text.getBytes(StandardCharsets.UTF_8).length > max) {
      throw new IllegalArgumentException("an " + what + " has at most " + max + " bytes");
    }
  }

  @Override
  public byte[] id() {
    return id.clone();
  }

  KeyEntry reserving(long bound) {
    return new KeyEntry(id, wrapped, wrappedAt, bound, inherited);
  }

  KeyEntry rewrapped(WrappedKey next, Instant at) {
    return new KeyEntry(id, next, at, unreserved, inherited);
  }

  /** The same data key in a volume that inherits it and seals with it from {@code bound} on. */
  KeyEntry inheritedFrom(long bound) {
    return new KeyEntry(id, wrapped, wrappedAt, bound, true);
  }
}
