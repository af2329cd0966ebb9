package dev.wrapkey.encryption;

import java.util.Arrays;

/**
 * The few things a volume asks of its file, so that tests can cut the power between any two of
 * them.
 *
 * <p>Every failure of the device is an {@link java.io.UncheckedIOException}. Reading, and writing
 * to places that do not overlap, may be done by several threads at once.
 */
interface Disk extends AutoCloseable {

  /** Fills {@code into} from {@code at} on and says with how many bytes; fewer only at the end. */
  int read(long at, Span into);

  /**
   * Writes at a place; survives the end of this program, but a power cut only after {@link #force}.
   */
  void write(long at, Span bytes);

  /** Returns when everything written before lies on the device. */
  void force();

  /** Bytes in the file. */
  long size();

  /** Up to {@code length} bytes from {@code at} on; fewer only if the file ends there. */
  default byte[] read(long at, int length) {
    byte[] bytes = new byte[length];
    int read = read(at, Span.of(bytes));
    return read == length ? bytes : Arrays.copyOf(bytes, read);
  }

  /** Writes at a place, see {@link #write(long, Span)}. */
  default void write(long at, byte[] bytes) {
    write(at, Span.of(bytes));
  }

  /**
   * Where to build the bytes that are then given to {@link #write(long, Span)}: {@code scratch},
   * unless the disk is memory and lends the place itself.
   */
  default Span room(long at, Span scratch) {
    return scratch;
  }

  /**
   * The bytes at a place, zeros where the file has none: in {@code scratch}, unless the disk is
   * memory and shows the place itself.
   */
  default Span view(long at, Span scratch) {
    int read = read(at, scratch);
    int from = scratch.at() + read;
    Arrays.fill(scratch.bytes(), from, scratch.at() + scratch.length(), (byte) 0);
    return scratch;
  }

  @Override
  void close();
}
