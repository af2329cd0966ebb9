package dev.wrapkey.simulator.storage;

import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.Volume;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * A base backup and the log that was archived after it, in one volume: the pages of the table where
 * the table has them, the pages of the log, a page that says when and how much. That page is
 * written anew together with what is archived, so the last page tells whether a backup is whole.
 *
 * <p>Until November 2026 it was the first page. Such a backup is read, but its table cannot be
 * inherited, because its pages are sealed at other places than they have in the table.
 */
final class Backup {

  private static final int MAGIC_BEFORE = 0x57424b31;
  private static final int MAGIC = 0x57424b32;
  private static final int CHUNK = 128;

  private final Volume volume;
  private final Head head;

  private Backup(Volume volume, Head head) {
    this.volume = volume;
    this.head = head;
  }

  /**
   * What a backup says of itself.
   *
   * @param table where the table begins: 0, in older backups 1
   * @param base pages of the table
   * @param firstLog sequence number of the first page of the log
   */
  private record Head(int table, Instant at, long base, long firstLog) {

    byte[] page() {
      return ByteBuffer.allocate(Volume.PAGE)
          .putInt(table == 0 ? MAGIC : MAGIC_BEFORE)
          .putLong(at.toEpochMilli())
          .putLong(base)
          .putLong(firstLog)
          .array();
    }

    static Optional<Head> in(byte[] page) {
      ByteBuffer in = ByteBuffer.wrap(page);
      int magic = in.getInt();
      return magic == MAGIC || magic == MAGIC_BEFORE
          ? Optional.of(
              new Head(
                  magic == MAGIC ? 0 : 1,
                  Instant.ofEpochMilli(in.getLong()),
                  in.getLong(),
                  in.getLong()))
          : Optional.empty();
    }

    long log() {
      return table + base;
    }
  }

  /**
   * Copies a table into an empty volume.
   *
   * @param firstLog sequence number of the log page that holds what comes after
   */
  static Backup take(
      Volume empty, Instant at, long pages, LongFunction<byte[]> table, long firstLog)
      throws KeyUnavailable {
    Head head = new Head(0, at, pages, firstLog);
    copy(empty, 0, pages, table);
    empty.write(pages, head.page());
    return new Backup(empty, head);
  }

  static void copy(Volume to, long from, long pages, LongFunction<byte[]> table)
      throws KeyUnavailable {
    for (long done = 0; done < pages; done += CHUNK) {
      List<byte[]> chunk = new ArrayList<>();
      for (long i = done; i < Math.min(pages, done + CHUNK); i++) {
        chunk.add(table.apply(i));
      }
      to.write(from + done, chunk);
    }
  }

  /** Whether a volume holds a base backup to its end. */
  static boolean isWhole(Volume volume) {
    return head(volume).filter(head -> volume.pages() >= 1 + head.base).isPresent();
  }

  private static Optional<Head> head(Volume volume) {
    long pages = volume.pages();
    return pages == 0
        ? Optional.empty()
        : Head.in(volume.read(pages - 1)).or(() -> Head.in(volume.read(0)));
  }

  /** The backup in a volume that {@link #isWhole}. */
  static Backup of(Volume volume) {
    Head head =
        head(volume).orElseThrow(() -> new IllegalStateException("this volume holds no backup"));
    return new Backup(volume, head);
  }

  /** When the base backup was taken. */
  Instant at() {
    return head.at;
  }

  /** Adds pages of the log that follow what is there, or replace the last of it. */
  void archive(List<LogPage> pages) throws KeyUnavailable {
    List<LogPage> wanted = pages.stream().filter(p -> p.sequence() >= head.firstLog).toList();
    if (!wanted.isEmpty()) {
      List<byte[]> stored = new ArrayList<>(wanted.stream().map(LogPage::bytes).toList());
      if (head.table == 0) {
        stored.add(head.page());
      }
      volume.write(head.log() + wanted.getFirst().sequence() - head.firstLog, stored);
    }
  }

  /** Sequence number of the last page of the log that is here, which may have been only begun. */
  long lastLog() {
    return head.firstLog + volume.pages() - 2 - head.base;
  }

  /**
   * The table as it was at a moment: the segments of the base backup as they are sealed here, and
   * in them what the log says.
   *
   * @param target an empty volume
   * @param until not before the base backup
   */
  void restore(Volume target, Instant until) throws KeyUnavailable {
    if (head.table == 0) {
      target.inherit(volume, head.base);
    } else {
      copy(target, 0, head.base, i -> volume.read(head.table + i));
    }
    Table table = new Table(head.base, target::read);
    long end = volume.pages() - (head.table == 0 ? 1 : 0);
    for (long i = head.log(); i < end; i++) {
      LogPage.of(volume.read(i)).insertions().stream()
          .filter(insertion -> !insertion.at().isAfter(until))
          .forEach(table::apply);
      if (i % CHUNK == 0) {
        table = flushed(table, target);
      }
    }
    flushed(table, target);
  }

  static Table flushed(Table table, Volume target) throws KeyUnavailable {
    List<byte[]> changed = table.changedPages();
    if (!changed.isEmpty()) {
      target.write(table.firstChanged(), changed);
    }
    return new Table(target.pages(), target::read);
  }
}
