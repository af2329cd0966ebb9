package dev.wrapkey.simulator.storage;

import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.Volume;
import java.util.ArrayList;
import java.util.List;

/**
 * The write-ahead log of a server in its volume: the newest pages, each at its sequence number
 * modulo the size of the ring.
 */
final class Ring {

  /** 16 MiB, PostgreSQL's size of a log segment. */
  static final int PAGES = 2048;

  private final Volume volume;
  private LogPage newest;

  /**
   * @param known position in the log that the table has seen; an empty log begins behind it
   */
  Ring(Volume volume, long known) {
    this.volume = volume;
    this.newest = volume.pages() == 0 ? LogPage.empty(behind(known)) : newest(volume);
  }

  /** Sequence number of the first page of a log that begins behind a position. */
  static long behind(long known) {
    long sequence = known / LogPage.SIZE;
    return sequence == 0 ? 1 : (sequence / PAGES + 1) * PAGES + 1;
  }

  private static LogPage newest(Volume volume) {
    LogPage found = LogPage.of(volume.read(0));
    for (long i = 1; i < volume.pages(); i++) {
      LogPage page = LogPage.of(volume.read(i));
      if (page.sequence() < found.sequence()) {
        break; // behind the newest page come the oldest ones
      }
      found = page;
    }
    return found;
  }

  /** The page that takes the next record; it may be full. */
  LogPage newest() {
    return newest;
  }

  /** Stores pages durably; the last one is the newest from now on. */
  void store(List<LogPage> pages) throws KeyUnavailable {
    List<byte[]> run = new ArrayList<>();
    long from = slot(pages.getFirst().sequence());
    for (LogPage page : pages) {
      if (slot(page.sequence()) == 0 && !run.isEmpty()) {
        volume.write(from, run);
        run = new ArrayList<>();
        from = 0;
      }
      run.add(page.bytes());
    }
    volume.write(from, run);
    newest = pages.getLast();
  }

  /** The pages from a sequence number to the newest, as far back as the ring reaches. */
  List<LogPage> since(long sequence) {
    List<LogPage> found = new ArrayList<>();
    long oldest = Math.max(1, newest.sequence() - PAGES + 1);
    for (long wanted = Math.max(sequence, oldest); wanted <= newest.sequence(); wanted++) {
      long slot = slot(wanted);
      if (slot < volume.pages()) {
        LogPage page = LogPage.of(volume.read(slot));
        if (page.sequence() == wanted) {
          found.add(page);
        }
      }
    }
    return found;
  }

  private static long slot(long sequence) {
    return (sequence - 1) % PAGES;
  }
}
