package dev.wrapkey.simulator.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of the write-ahead log. Its header of 24 bytes is PostgreSQL's (magic, flags, timeline,
 * address, bytes in use); the records are ours: length (4 bytes), milliseconds since 1970 (8), heap
 * page (4), row. Little-endian. No record crosses pages.
 */
final class LogPage {

  /**
   * A row was added to a page.
   *
   * @param position in the log: address of its page and offset in it
   * @param at when, to the millisecond
   * @param page of the table
   */
  record Insertion(long position, Instant at, long page, Row row) {}

  static final int SIZE = HeapPage.SIZE;

  private static final short MAGIC = (short) 0xD116;
  private static final int HEADER = 24;
  private static final int RECORD = 16;

  private final ByteBuffer page;

  private LogPage(ByteBuffer page) {
    this.page = page.order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * @param sequence counts the pages of the log from 1
   */
  static LogPage empty(long sequence) {
    LogPage fresh = new LogPage(ByteBuffer.allocate(SIZE));
    fresh.page.putShort(0, MAGIC).putInt(4, 1).putLong(8, sequence * SIZE).putInt(16, HEADER);
    return fresh;
  }

  static LogPage of(byte[] stored) {
    return new LogPage(ByteBuffer.wrap(stored.clone()));
  }

  /** Counts from 1; 0 in a page that is not part of a log. */
  long sequence() {
    return page.getShort(0) == MAGIC ? page.getLong(8) / SIZE : 0;
  }

  /** Where the next record would be. */
  long next() {
    return page.getLong(8) + used();
  }

  boolean takes(Row row) {
    return SIZE - used() >= RECORD + row.bytes().length;
  }

  /** Adds a record that {@link #takes} room here. */
  void add(Instant at, long heapPage, Row row) {
    int from = used();
    int length = RECORD + row.bytes().length;
    page.putInt(from, length)
        .putLong(from + 4, at.toEpochMilli())
        .putInt(from + 12, (int) heapPage);
    page.put(from + RECORD, row.bytes());
    page.putInt(16, from + length);
  }

  List<Insertion> insertions() {
    List<Insertion> found = new ArrayList<>();
    for (int at = HEADER; at < used(); at += page.getInt(at)) {
      byte[] row = new byte[page.getInt(at) - RECORD];
      page.get(at + RECORD, row);
      found.add(
          new Insertion(
              page.getLong(8) + at,
              Instant.ofEpochMilli(page.getLong(at + 4)),
              page.getInt(at + 12),
              Row.read(row)));
    }
    return found;
  }

  private int used() {
    return page.getInt(16);
  }

  byte[] bytes() {
    return page.array().clone();
  }
}
