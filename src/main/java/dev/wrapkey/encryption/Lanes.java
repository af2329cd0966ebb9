package dev.wrapkey.encryption;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Shares work on many pages among threads: the caller's and those of the JDK's common pool. Each
 * has a lane of its own, with a cipher and room for a run of pages.
 */
final class Lanes {

  /** Pages in a run: small enough to stay in the cache of a core. */
  static final int RUN = 32;

  private static final int WORTH_SHARING = 4;

  private final int threads;
  private final ConcurrentLinkedQueue<Lane> idle = new ConcurrentLinkedQueue<>();

  Lanes(int threads) {
    this.threads = threads;
  }

  /** What one thread works with. */
  static final class Lane {
    final PageSeal seal = new PageSeal();
    final byte[] plain = new byte[PageSeal.PLAIN];
    final byte[] stored = new byte[PageSeal.STORED];
    private final byte[] run = new byte[RUN * Blocks.SIZE];

    Span scratch(int pages) {
      return new Span(run, 0, pages * Blocks.SIZE);
    }
  }

  /** A part of the work. */
  interface Work {
    void on(Lane lane, int part);
  }

  /** Works on parts 0 to {@code parts} - 1, neighbours on one thread. */
  void share(int parts, Work work) {
    if (threads == 1 || parts < WORTH_SHARING) {
      some(0, parts, work);
      return;
    }
    IntStream.range(0, threads)
        .parallel()
        .forEach(
            t ->
                some(
                    (int) ((long) parts * t / threads),
                    (int) ((long) parts * (t + 1) / threads),
                    work));
  }

  private void some(int from, int to, Work work) {
    Lane free = idle.poll();
    Lane lane = free == null ? new Lane() : free;
    try {
      for (int part = from; part < to; part++) {
        work.on(lane, part);
      }
    } finally {
      idle.add(lane);
    }
  }
}
