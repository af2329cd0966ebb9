package dev.wrapkey.encryption;

import dev.wrapkey.encryption.VolumeHeader.TableRoot;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Which version of each page is the current one and in which block it lies.
 *
 * <p>Stored in chunks of one block each: 512 entries of 16 bytes, each the version (8 bytes) and
 * the block number (8 bytes) of a page, big-endian; entries past the last page and the last 44
 * bytes are zero. The header holds block number and SHA-256 of every chunk.
 */
final class PageTable {

  static final int ENTRIES = 512;
  private static final int ENTRY = 16;
  static final int MAX_CHUNKS = 128;
  static final long MAX_PAGES = (long) ENTRIES * MAX_CHUNKS;

  private final List<Entry> entries = new ArrayList<>();
  private final List<TableRoot> roots = new ArrayList<>();
  private final TreeSet<Integer> changed = new TreeSet<>();

  /** The current version of a page and its block. */
  record Entry(long version, long block) {}

  static int chunks(long pages) {
    return Math.toIntExact((pages + ENTRIES - 1) / ENTRIES);
  }

  /** Reads the table that {@code header} points to and marks its blocks as taken. */
  static PageTable read(Path file, VolumeHeader header, Blocks blocks) {
    PageTable table = new PageTable();
    for (TableRoot root : header.table()) {
      byte[] chunk = blocks.read(root.block());
      if (!blocks.take(root.block())
          || !Arrays.equals(Digests.sha256(chunk, chunk.length), root.hash())) {
        throw VolumeDamaged.header(
            file, "the page table is not the one the header was written for");
      }
      table.roots.add(root);
      table.add(ByteBuffer.wrap(chunk), header.counters().pages());
    }
    for (int page = 0; page < table.entries.size(); page++) {
      if (!blocks.take(table.entries.get(page).block())) {
        throw VolumeDamaged.page(
            file, page, "the file ends before its block, or another page has it");
      }
    }
    return table;
  }

  private void add(ByteBuffer chunk, long pages) {
    while (chunk.position() < ENTRIES * ENTRY && entries.size() < pages) {
      entries.add(new Entry(chunk.getLong(), chunk.getLong()));
    }
  }

  int pages() {
    return entries.size();
  }

  Entry get(long page) {
    return entries.get(Math.toIntExact(page));
  }

  List<TableRoot> roots() {
    return List.copyOf(roots);
  }

  /** Points a page to a new block; the page after the last one makes the table longer. */
  void put(long page, Entry entry, Blocks blocks) {
    int index = Math.toIntExact(page);
    if (index == entries.size()) {
      entries.add(entry);
    } else {
      blocks.retire(entries.set(index, entry).block());
    }
    changed.add(index / ENTRIES);
  }

  /** Writes the changed chunks to free blocks. */
  void write(Blocks blocks) {
    for (int chunk : changed) {
      byte[] bytes = chunk(chunk);
      TableRoot root = new TableRoot(blocks.write(bytes), Digests.sha256(bytes, bytes.length));
      if (chunk == roots.size()) {
        roots.add(root);
      } else {
        blocks.retire(roots.set(chunk, root).block());
      }
    }
    changed.clear();
  }

  private byte[] chunk(int chunk) {
    ByteBuffer bytes = ByteBuffer.allocate(Blocks.SIZE);
    int from = chunk * ENTRIES;
    for (Entry entry : entries.subList(from, Math.min(from + ENTRIES, entries.size()))) {
      bytes.putLong(entry.version()).putLong(entry.block());
    }
    return bytes.array();
  }
}
