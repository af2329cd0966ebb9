package dev.wrapkey.encryption;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A data encryption key (DEK): 32 random bytes that live in a {@code try} block. Closing overwrites
 * them with zeros.
 *
 * <p>The bytes leave only towards a key encryption key; everything else uses keys derived from
 * them. Thread-safe.
 */
public final class DataKey implements AutoCloseable {

  /** Length in bytes: AES-256. */
  public static final int LENGTH = 32;

  private final byte[] bytes = new byte[LENGTH];
  private boolean closed;

  private DataKey() {}

  /** A new key. */
  public static DataKey random(SecureRandom random) {
    DataKey key = new DataKey();
    random.nextBytes(key.bytes);
    return key;
  }

  /**
   * The key inside {@code wrapped}.
   *
   * @throws KeyUnavailable if {@code kek} refuses, or if what it unwraps has not the length of a
   *     data key
   */
  public static DataKey unwrap(WrappedKey wrapped, KeyEncryptionKey kek) throws KeyUnavailable {
    byte[] plain = kek.unwrap(wrapped);
    try {
      if (plain.length != LENGTH) {
        throw new KeyUnavailable(
            "BadParameter", "The unwrapped key has not the length of a data key.");
      }
      DataKey key = new DataKey();
      System.arraycopy(plain, 0, key.bytes, 0, LENGTH);
      return key;
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /**
   * Wraps this key.
   *
   * @throws KeyUnavailable if {@code kek} refuses
   */
  public WrappedKey wrap(KeyEncryptionKey kek) throws KeyUnavailable {
    byte[] copy = copy();
    try {
      return kek.wrap(copy);
    } finally {
      Arrays.fill(copy, (byte) 0);
    }
  }

  /** A key of 32 bytes for one purpose; the caller zeroes it. */
  byte[] derive(byte[] salt, String purpose) {
    byte[] copy = copy();
    try {
      return Hkdf.derive(copy, salt, purpose.getBytes(StandardCharsets.US_ASCII), LENGTH);
    } finally {
      Arrays.fill(copy, (byte) 0);
    }
  }

  /** A key of 32 bytes that takes this key and another one to derive; the caller zeroes it. */
  byte[] deriveWith(DataKey other, byte[] salt, String purpose) {
    byte[] both = new byte[2 * LENGTH];
    copyTo(both, 0);
    other.copyTo(both, LENGTH);
    try {
      return Hkdf.derive(both, salt, purpose.getBytes(StandardCharsets.US_ASCII), LENGTH);
    } finally {
      Arrays.fill(both, (byte) 0);
    }
  }

  /** Whether both hold the same bytes; takes equally long for any difference. */
  boolean matches(DataKey other) {
    byte[] mine = copy();
    byte[] theirs = other.copy();
    try {
      return MessageDigest.isEqual(mine, theirs);
    } finally {
      Arrays.fill(mine, (byte) 0);
      Arrays.fill(theirs, (byte) 0);
    }
  }

  /** The same key again, closed by itself. */
  DataKey again() {
    DataKey again = new DataKey();
    copyTo(again.bytes, 0);
    return again;
  }

  private synchronized byte[] copy() {
    if (closed) {
      throw new IllegalStateException("the data key is closed");
    }
    return bytes.clone();
  }

  private synchronized void copyTo(byte[] out, int at) {
    if (closed) {
      throw new IllegalStateException("the data key is closed");
    }
    System.arraycopy(bytes, 0, out, at, LENGTH);
  }

  @Override
  public synchronized void close() {
    closed = true;
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "DataKey[not shown]";
  }
}
