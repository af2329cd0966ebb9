package dev.wrapkey.encryption;

/**
 * The few things a volume asks of its file, so that tests can cut the power between any two of
 * them.
 *
 * <p>Every failure of the device is an {@link java.io.UncheckedIOException}.
 */
interface Disk extends AutoCloseable {

  /** Up to {@code length} bytes from {@code at} on; fewer only if the file ends there. */
  byte[] read(long at, int length);

  /**
   * Writes at a place; survives the end of this program, but a power cut only after {@link #force}.
   */
  void write(long at, byte[] bytes);

  /** Returns when everything written before lies on the device. */
  void force();

  /** Bytes in the file. */
  long size();

  @Override
  void close();
}
