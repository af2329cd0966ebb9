package dev.wrapkey.simulator.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the table {@code orders(id bigint, words text)} as PostgreSQL stores it: a header of 24
 * bytes, the number, a varlena of four bytes and the text, padded to eight bytes (layout of
 * PostgreSQL 14 to 18, documentation chapter "Database Page Layout").
 *
 * @param id counts up from {@link #FIRST}
 * @param bytes the whole row
 */
record Row(long id, byte[] bytes) {

  static final long FIRST = 1000;

  private static final int HEADER = 24;
  private static final int TEXT = HEADER + 12;
  private static final int ROWS_A_TRANSACTION = 50;
  private static final int FIRST_TRANSACTION = 750;
  private static final short ATTRIBUTES = 2;
  private static final int MOST_ATTRIBUTES = 0x07ff;
  private static final Pattern NUMBER = Pattern.compile(" order (\\d{1,18}) \\|");
  private static final short COMMITTED = 0x0902;
  private static final String[] GOODS = {
    "hex bolt M8",
    "copper pipe 15 mm",
    "door hinge",
    "paint, white, 5 l",
    "cable drum 50 m",
    "wall plug 8 mm"
  };
  private static final String[] CUSTOMERS = {
    "Adler Bau KG", "Brook & Sons Ltd", "Costa Lda", "Dubois SARL", "Eriksen AS", "Fontana SpA"
  };

  /** The order with a number, the same each time. */
  static Row of(String server, long id) {
    int pick = (int) (id % (GOODS.length * CUSTOMERS.length));
    String text =
        "%s order %06d | %s | %d x %s | EUR %d.%02d"
            .formatted(
                server,
                id,
                CUSTOMERS[pick % CUSTOMERS.length],
                1 + id % 9,
                GOODS[pick / CUSTOMERS.length],
                10 + id % 490,
                id % 100);
    byte[] words = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer row =
        ByteBuffer.allocate((TEXT + words.length + 7) / 8 * 8).order(ByteOrder.LITTLE_ENDIAN);
    row.putInt(0, FIRST_TRANSACTION + (int) ((id - FIRST) / ROWS_A_TRANSACTION))
        .putShort(18, ATTRIBUTES)
        .putShort(20, COMMITTED)
        .put(22, (byte) HEADER)
        .putLong(HEADER, id)
        .putInt(HEADER + 8, 4 + words.length << 2);
    row.position(TEXT).put(words);
    return new Row(id, row.array());
  }

  /** Reads a row back from its bytes. */
  static Row read(byte[] bytes) {
    ByteBuffer row = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    boolean hasNumber = (row.getShort(18) & MOST_ATTRIBUTES) == ATTRIBUTES;
    return new Row(hasNumber ? row.getLong(HEADER) : written(bytes), bytes);
  }

  /** Servers made until November 2026 have rows of text alone, which tells the number. */
  private static long written(byte[] bytes) {
    String text = new String(bytes, HEADER, bytes.length - HEADER, StandardCharsets.UTF_8);
    Matcher number = NUMBER.matcher(text);
    return number.find() ? Long.parseLong(number.group(1)) : FIRST;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Row that && id == that.id && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }

  @Override
  public String toString() {
    return "Row[" + id + "]";
  }
}
