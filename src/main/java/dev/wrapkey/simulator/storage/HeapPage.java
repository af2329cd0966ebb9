package dev.wrapkey.simulator.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A page of a table: header of 24 bytes, line pointers from the front, rows from the back (layout
 * of PostgreSQL 14 to 18, documentation chapter "Database Page Layout"). Rows are only added.
 */
final class HeapPage {

  static final int SIZE = 8192;

  private static final int HEADER = 24;
  private static final int POINTER = 4;
  private static final int LAYOUT_VERSION = 4;
  private static final int NORMAL = 1;
  private static final int TUPLE_BLOCK = 12;

  private final ByteBuffer page;

  private HeapPage(ByteBuffer page) {
    this.page = page.order(ByteOrder.LITTLE_ENDIAN);
  }

  static HeapPage empty() {
    HeapPage fresh = new HeapPage(ByteBuffer.allocate(SIZE));
    fresh
        .page
        .putShort(12, (short) HEADER)
        .putShort(14, (short) SIZE)
        .putShort(16, (short) SIZE)
        .putShort(18, (short) (SIZE | LAYOUT_VERSION));
    return fresh;
  }

  /** A page as it was stored; the bytes are copied. */
  static HeapPage of(byte[] stored) {
    return new HeapPage(ByteBuffer.wrap(stored.clone()));
  }

  boolean takes(Row row) {
    int lower = Short.toUnsignedInt(page.getShort(12));
    int upper = Short.toUnsignedInt(page.getShort(14));
    return upper - lower >= row.bytes().length + POINTER;
  }

  /**
   * Adds a row if it fits.
   *
   * @param number of this page
   * @param position in the log of what says so; the page remembers it
   */
  boolean add(long number, Row row, long position) {
    if (!takes(row)) {
      return false;
    }
    int lower = Short.toUnsignedInt(page.getShort(12));
    int upper = Short.toUnsignedInt(page.getShort(14));
    byte[] bytes = row.bytes();
    int at = upper - bytes.length;
    page.putInt(lower, at | NORMAL << 15 | bytes.length << 17);
    page.put(at, bytes);
    page.putInt(at + TUPLE_BLOCK, (int) number);
    page.putShort(at + TUPLE_BLOCK + 4, (short) (1 + rows()));
    page.putShort(12, (short) (lower + POINTER)).putShort(14, (short) at);
    page.putInt(0, (int) (position >>> 32)).putInt(4, (int) position);
    return true;
  }

  /** How many rows are on it. */
  int rows() {
    return (Short.toUnsignedInt(page.getShort(12)) - HEADER) / POINTER;
  }

  /** The row that was added last. */
  Optional<Row> last() {
    if (rows() == 0) {
      return Optional.empty();
    }
    int pointer = page.getInt(HEADER + POINTER * (rows() - 1));
    byte[] bytes = new byte[pointer >>> 17];
    page.get(pointer & 0x7fff, bytes);
    return Optional.of(Row.read(bytes));
  }

  /** Position in the log of the last change; 0 if the log knows none. */
  long position() {
    return (long) page.getInt(0) << 32 | Integer.toUnsignedLong(page.getInt(4));
  }

  byte[] bytes() {
    return page.array().clone();
  }
}
