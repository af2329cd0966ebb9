package dev.wrapkey.encryption;

import java.nio.file.Path;

/** Seals the pages of one volume anew into another one. */
final class Copying {

  /** Pages sealed in one change: large enough to share among threads. */
  private static final int AT_ONCE = 2048;

  private Copying() {}

  static long copy(
      VolumeStore source, Path path, VolumeId id, KeyEncryptionKey kek, VolumeOptions options)
      throws KeyUnavailable {
    byte[] blank = Opening.blank(id, kek, options);
    long pages = source.file().pages().pages();
    try (WriterLock _ = WriterLock.take(path);
        NewFile unfinished = NewFile.begin(path)) {
      unfinished.disk().write(0, blank);
      try (VolumeStore copy = Opening.open(path, unfinished.disk(), id, kek, options)) {
        for (long first = 0; first < pages; first += AT_ONCE) {
          int count = (int) Math.min(AT_ONCE, pages - first);
          copy.write(first, count, source.plain());
        }
      }
      unfinished.finish();
    }
    return pages;
  }
}
