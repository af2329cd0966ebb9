package dev.wrapkey.record;

import java.util.List;

/**
 * What was written last, kept in a file of its own: it shows when lines at the end were taken away.
 *
 * @param lines how many there were
 * @param hash of the last
 */
record Head(long lines, String hash) {

  static final Head NONE = new Head(0, Link.ORIGIN);

  static Head parse(String text) {
    String[] parts = text.strip().split(" ");
    return parts.length == 2 && parts[0].matches("\\d{1,18}")
        ? new Head(Long.parseLong(parts[0]), parts[1])
        : NONE;
  }

  String text() {
    return lines + " " + hash + "\n";
  }

  /** Whether the line that was last is still there; newer ones may follow, after a kill. */
  boolean isIn(List<String> hashes) {
    return lines == 0 || lines <= hashes.size() && hashes.get((int) lines - 1).equals(hash);
  }
}
