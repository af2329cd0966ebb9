package dev.wrapkey.encryption;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which version of each page is the current one and in which block it lies.
 *
 * <p>Stored in chunks of one block each: 512 entries of 16 bytes, each the version (8 bytes) and
 * the block number (8 bytes) of a page, big-endian; entries past the last page and the last 44
 * bytes are zero.
 */
final class PageTable {

  static final int ENTRIES = 512;
  static final int MAX_DIRECTORIES = 128;
  static final long MAX_PAGES = (long) ENTRIES * ChunkTree.FANOUT * MAX_DIRECTORIES;

  private final ChunkTree tree = new ChunkTree("page table");
  private final List<long[]> chunks = new ArrayList<>();
  private long pages;

  static int chunks(long pages) {
    return Math.toIntExact((pages + ENTRIES - 1) / ENTRIES);
  }

  static int directories(long pages) {
    return ChunkTree.directories(chunks(pages));
  }

  /** Reads the table that {@code header} points to and marks its blocks as taken. */
  static PageTable read(Path file, VolumeHeader header, Blocks blocks) {
    PageTable table = new PageTable();
    long pages = header.counters().pages();
    table.tree.read(
        file, header.pageTable(), chunks(pages), blocks, (_, bytes) -> table.add(bytes, pages));
    for (long page = 0; page < pages; page++) {
      if (!blocks.take(table.block(page))) {
        throw VolumeDamaged.page(
            file, page, "the file ends before its block, or another page has it");
      }
    }
    return table;
  }

  private void add(ByteBuffer bytes, long all) {
    long[] chunk = new long[2 * ENTRIES];
    int count = (int) Math.min(ENTRIES, all - pages);
    bytes.asLongBuffer().get(chunk, 0, 2 * count);
    chunks.add(chunk);
    pages += count;
  }

  long pages() {
    return pages;
  }

  long version(long page) {
    return chunks.get((int) (page / ENTRIES))[2 * (int) (page % ENTRIES)];
  }

  long block(long page) {
    return chunks.get((int) (page / ENTRIES))[2 * (int) (page % ENTRIES) + 1];
  }

  List<Root> roots() {
    return tree.roots();
  }

  /** Points a page to a new block; the page after the last one makes the table longer. */
  void put(long page, long version, long block, Blocks blocks) {
    int number = (int) (page / ENTRIES);
    if (number == chunks.size()) {
      chunks.add(new long[2 * ENTRIES]);
    }
    long[] chunk = chunks.get(number);
    int at = 2 * (int) (page % ENTRIES);
    if (page == pages) {
      pages++;
    } else {
      blocks.retire(chunk[at + 1]);
    }
    chunk[at] = version;
    chunk[at + 1] = block;
    tree.touch(number);
  }

  /** Writes the changed chunks to free blocks. */
  void write(Blocks blocks) {
    tree.write(blocks, this::chunk);
  }

  private byte[] chunk(int number) {
    ByteBuffer bytes = ByteBuffer.allocate(Blocks.SIZE);
    bytes.asLongBuffer().put(chunks.get(number));
    return bytes.array();
  }
}
