package dev.wrapkey.record;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The end of a file of lines, without reading the rest. */
final class Tail {

  private static final int BLOCK = 8192;

  private Tail() {}

  /** The last whole line, without its end; empty if there is none. */
  static Optional<String> of(Path file) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      long end = endOfLastLine(open);
      if (end == 0) {
        return Optional.empty();
      }
      long begin = endBefore(open, end - 1);
      byte[] line = new byte[Math.toIntExact(end - 1 - begin)];
      open.seek(begin);
      open.readFully(line);
      return Optional.of(new String(line, StandardCharsets.UTF_8));
    }
  }

  /** Where the last end of a line is, behind it; 0 if there is none. */
  static long endOfLastLine(RandomAccessFile open) throws IOException {
    return endBefore(open, open.length());
  }

  private static long endBefore(RandomAccessFile open, long limit) throws IOException {
    byte[] block = new byte[BLOCK];
    for (long end = limit; end > 0; end -= BLOCK) {
      long begin = Math.max(0, end - BLOCK);
      int length = (int) (end - begin);
      open.seek(begin);
      open.readFully(block, 0, length);
      for (int i = length - 1; i >= 0; i--) {
        if (block[i] == '\n') {
          return begin + i + 1;
        }
      }
    }
    return 0;
  }
}
