package dev.wrapkey.simulator.world;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Pages as PostgreSQL would keep a table of orders: page header, line pointers from the front, rows
 * from the back (layout of PostgreSQL 14 to 18, documentation chapter "Database Page Layout").
 */
final class HeapPages {

  static final int COUNT = 64;

  private static final int PAGE = 8192;
  private static final int HEADER = 24;
  private static final int ROW_HEADER = 24;
  private static final int LAYOUT_VERSION = 4;
  private static final int NORMAL = 1;
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

  private HeapPages() {}

  static List<byte[]> of(String server) {
    List<byte[]> pages = new ArrayList<>();
    long order = 1000;
    for (int number = 0; number < COUNT; number++) {
      List<byte[]> rows = new ArrayList<>();
      int free = PAGE - HEADER;
      while (true) {
        byte[] row = row(server, order);
        if (free < row.length + 4) {
          break;
        }
        free -= row.length + 4;
        rows.add(row);
        order++;
      }
      pages.add(page(number, rows));
    }
    return pages;
  }

  /** The rows that a page holds, by its line pointers. */
  static long rows(byte[] page) {
    ByteBuffer read = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
    int lower = Math.clamp(read.getShort(12) & 0xffff, HEADER, PAGE);
    long rows = 0;
    for (int at = HEADER; at + 4 <= lower; at += 4) {
      rows += (read.getInt(at) >>> 15 & 3) == NORMAL ? 1 : 0;
    }
    return rows;
  }

  private static byte[] page(int number, List<byte[]> rows) {
    ByteBuffer page = ByteBuffer.allocate(PAGE).order(ByteOrder.LITTLE_ENDIAN);
    int lower = HEADER + 4 * rows.size();
    int upper = PAGE;
    for (int i = 0; i < rows.size(); i++) {
      byte[] row = rows.get(i);
      upper -= row.length;
      page.putInt(HEADER + 4 * i, upper | NORMAL << 15 | row.length << 17);
      page.position(upper).put(row);
    }
    page.putInt(0, 0).putInt(4, 0x01500000 + number * PAGE);
    page.putShort(12, (short) lower).putShort(14, (short) upper).putShort(16, (short) PAGE);
    page.putShort(18, (short) (PAGE | LAYOUT_VERSION));
    return page.array();
  }

  private static byte[] row(String server, long order) {
    int pick = (int) (order % (GOODS.length * CUSTOMERS.length));
    String text =
        "%s order %06d | %s | %d x %s | EUR %d.%02d"
            .formatted(
                server,
                order,
                CUSTOMERS[pick % CUSTOMERS.length],
                1 + order % 9,
                GOODS[pick / CUSTOMERS.length],
                10 + order % 490,
                order % 100);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = (ROW_HEADER + bytes.length + 7) / 8 * 8;
    ByteBuffer row = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    row.putInt(0, 750)
        .putShort(18, (short) 1)
        .putShort(20, (short) 0x0902)
        .put(22, (byte) ROW_HEADER);
    row.position(ROW_HEADER).put(bytes);
    return row.array();
  }
}
