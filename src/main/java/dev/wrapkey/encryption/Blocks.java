package dev.wrapkey.encryption;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The blocks behind the header slots, each as large as a stored page. What is in force is never
 * written over: a change goes to free blocks, and the blocks it replaces become free once its
 * header is in force.
 */
final class Blocks {

  static final int SIZE = PageSeal.STORED;

  private final Disk disk;
  private final long limit;
  private final BitSet taken = new BitSet();
  private final List<Integer> retired = new ArrayList<>();
  private int noneFreeBelow;
  private long bytesWritten;

  Blocks(Disk disk) {
    this.disk = disk;
    this.limit = Math.max(0, disk.size() - HeaderSlots.END) / SIZE;
  }

  static long place(long block) {
    return HeaderSlots.END + block * SIZE;
  }

  /** The bytes of a block; zeros where the file has none. */
  byte[] read(long block) {
    byte[] bytes = new byte[SIZE];
    if (block >= 0 && block <= Integer.MAX_VALUE) {
      disk.read(place(block), Span.of(bytes));
    }
    return bytes;
  }

  /** The bytes of a run of blocks, in {@code scratch} or where they lie. */
  Span view(long block, Span scratch) {
    return disk.view(place(block), scratch);
  }

  /**
   * Marks a block that was in the file when it was opened.
   *
   * @return whether there is such a block, whole, and nobody had it
   */
  boolean take(long block) {
    if (block < 0 || block >= limit || taken.get((int) block)) {
      return false;
    }
    taken.set((int) block);
    return true;
  }

  /** Neighbouring blocks. */
  record Run(int first, int count) {}

  /** Takes up to {@code most} free neighbours. */
  Run takeRun(int most) {
    int first = taken.nextClearBit(noneFreeBelow);
    int end = taken.nextSetBit(first);
    int count = end < 0 ? most : Math.min(most, end - first);
    taken.set(first, first + count);
    noneFreeBelow = first + count;
    return new Run(first, count);
  }

  /** Where to build what {@link #write(Run, Span)} then writes. */
  Span room(Run run, Span scratch) {
    return disk.room(place(run.first), scratch);
  }

  /** Writes blocks that were taken; several threads may, each its own. */
  void write(Run run, Span bytes) {
    disk.write(place(run.first), bytes);
  }

  /** Writes metadata to a free block. */
  Root write(byte[] bytes) {
    Run run = takeRun(1);
    write(run, Span.of(bytes));
    bytesWritten += bytes.length;
    return Root.of(run.first, bytes);
  }

  /** Metadata written so far. */
  long bytesWritten() {
    return bytesWritten;
  }

  /** Gives a block up at the next {@link #settle}. */
  void retire(long block) {
    retired.add((int) block);
  }

  /** The header in force no longer needs what was retired. */
  void settle() {
    for (int block : retired) {
      taken.clear(block);
      noneFreeBelow = Math.min(noneFreeBelow, block);
    }
    retired.clear();
  }
}
