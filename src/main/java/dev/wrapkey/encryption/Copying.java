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
        pages(source, copy);
      }
      unfinished.finish();
    }
    return pages;
  }

  /** Seals the pages of {@code source} to an empty volume. */
  static void pages(VolumeStore source, VolumeStore copy) throws KeyUnavailable {
    long pages = source.file().pages().pages();
    for (long first = 0; first < pages; first += AT_ONCE) {
      copy.write(first, (int) Math.min(AT_ONCE, pages - first), source.plain());
    }
  }
}
