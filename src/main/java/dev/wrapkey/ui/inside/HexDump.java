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

  /** The first line of three that are all text, or 0. */
  static int firstReadable(byte[] bytes) {
    int run = 0;
    for (int at = 0; at < bytes.length; at++) {
      run = bytes[at] >= ' ' && bytes[at] < 127 ? run + 1 : 0;
      if (run == 3 * WIDTH) {
        return Math.max(0, at / WIDTH - 3);
      }
    }
    return 0;
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
