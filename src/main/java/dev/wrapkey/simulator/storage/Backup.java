package dev.wrapkey.simulator.storage;

import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.Volume;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * A base backup and the log that was archived after it, in one volume: a page that says when and
 * how much, the pages of the table, the pages of the log.
 */
final class Backup {

  private static final int MAGIC = 0x57424b31;
  private static final int CHUNK = 128;

  private final Volume volume;
  private final Instant at;
  private final long base;
  private final long firstLog;

  private Backup(Volume volume, Instant at, long base, long firstLog) {
    this.volume = volume;
    this.at = at;
    this.base = base;
    this.firstLog = firstLog;
  }

  /**
   * Copies a table into an empty volume.
   *
   * @param firstLog sequence number of the log page that holds what comes after
   */
  static Backup take(
      Volume empty, Instant at, long pages, LongFunction<byte[]> table, long firstLog)
      throws KeyUnavailable {
    byte[] head =
        ByteBuffer.allocate(Volume.PAGE)
            .putInt(MAGIC)
            .putLong(at.toEpochMilli())
            .putLong(pages)
            .putLong(firstLog)
            .array();
    empty.write(0, head);
    copy(empty, 1, pages, table);
    return new Backup(empty, at, pages, firstLog);
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
    return volume.pages() > 0 && volume.pages() >= 1 + of(volume).base;
  }

  /** The backup in a volume that {@link #isWhole}. */
  static Backup of(Volume volume) {
    ByteBuffer head = ByteBuffer.wrap(volume.read(0));
    if (head.getInt() != MAGIC) {
      throw new IllegalStateException("this volume holds no backup");
    }
    return new Backup(volume, Instant.ofEpochMilli(head.getLong()), head.getLong(), head.getLong());
  }

  /** When the base backup was taken. */
  Instant at() {
    return at;
  }

  /** Adds pages of the log that follow what is there, or replace the last of it. */
  void archive(List<LogPage> pages) throws KeyUnavailable {
    List<LogPage> wanted = pages.stream().filter(p -> p.sequence() >= firstLog).toList();
    if (!wanted.isEmpty()) {
      volume.write(
          1 + base + wanted.getFirst().sequence() - firstLog,
          wanted.stream().map(LogPage::bytes).toList());
    }
  }

  /** Sequence number of the last page of the log that is here, which may have been only begun. */
  long lastLog() {
    return firstLog + volume.pages() - 2 - base;
  }

  /**
   * The table as it was at a moment.
   *
   * @param target an empty volume
   * @param until not before the base backup
   */
  void restore(Volume target, Instant until) throws KeyUnavailable {
    copy(target, 0, base, i -> volume.read(1 + i));
    Table table = new Table(base, target::read);
    for (long i = 1 + base; i < volume.pages(); i++) {
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
