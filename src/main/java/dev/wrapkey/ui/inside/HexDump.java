package dev.wrapkey.ui.inside;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Bytes as lines of offset, hex and text. */
final class HexDump {

  private static final int WIDTH = 8;
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private HexDump() {}

  static List<String> lines(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += WIDTH) {
      int end = Math.min(at + WIDTH, bytes.length);
      String hex = HEX.formatHex(bytes, at, end);
      lines.add(String.format(Locale.ROOT, "%04x  %-23s  %s", at, hex, text(bytes, at, end)));
    }
    return lines;
  }

  private static String text(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      char c = (char) (bytes[i] & 0xff);
      text.append(c >= ' ' && c < 127 ? c : '·');
    }
    return text.toString();
  }
}
