package dev.wrapkey.encryption;

/**
 * Hands out the numbers that make nonces unique under one data key: 1, 2, 3 and so on, none twice.
 *
 * <p>Numbers are reserved in the header, durably, before the first of them is used. Whoever opens
 * the volume starts behind everything reserved; what a crash left unused is lost.
 */
final class SealNumbers {

  /** One less than the 2^32 seals that NIST SP 800-38D, section 8.3, allows one key. */
  static final long LIMIT = (1L << 32) - 1;

  static final int AT_ONCE = 1024;

  private final long limit;
  private long next;
  private long unreserved;

  SealNumbers(long unreserved, long limit) {
    this.next = unreserved;
    this.unreserved = unreserved;
    this.limit = limit;
  }

  boolean covers(int count) {
    return next + count <= unreserved;
  }

  /**
   * The first number past a reservation that covers {@code count} more seals.
   *
   * @throws DataKeyExhausted if the limit does not leave so many
   */
  long wanted(int count) {
    if (!allows(count)) {
      throw new DataKeyExhausted(limit);
    }
    return Math.min(limit + 1, Math.max(unreserved + AT_ONCE, next + count));
  }

  /** The numbers below {@code bound} are durably reserved now. */
  void reserved(long bound) {
    unreserved = bound;
  }

  /** The first of {@code count} numbers in a row. */
  long take(int count) {
    if (!covers(count)) {
      throw new IllegalStateException("so many seal numbers are not reserved");
    }
    next += count;
    return next - count;
  }

  /** Whether {@link #wanted} can be answered. */
  boolean allows(int count) {
    return next + count - 1 <= limit;
  }
}
