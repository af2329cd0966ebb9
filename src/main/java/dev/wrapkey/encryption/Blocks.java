package dev.wrapkey.encryption;

import java.util.ArrayList;
import java.util.Arrays;
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
  private final List<Long> retired = new ArrayList<>();

  Blocks(Disk disk) {
    this.disk = disk;
    this.limit = Math.max(0, disk.size() - HeaderSlots.END) / SIZE;
  }

  /** The bytes of a block; zeros where the file has none. */
  byte[] read(long block) {
    return block < 0 || block > Integer.MAX_VALUE
        ? new byte[SIZE]
        : Arrays.copyOf(disk.read(HeaderSlots.END + block * SIZE, SIZE), SIZE);
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

  /** Writes to a free block and says which. */
  long write(byte[] bytes) {
    int block = taken.nextClearBit(0);
    taken.set(block);
    disk.write(HeaderSlots.END + (long) block * SIZE, bytes);
    return block;
  }

  /** Gives a block up at the next {@link #settle}. */
  void retire(long block) {
    retired.add(block);
  }

  /** The header in force no longer needs what was retired. */
  void settle() {
    retired.forEach(block -> taken.clear(block.intValue()));
    retired.clear();
  }
}
