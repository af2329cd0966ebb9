package dev.wrapkey.encryption;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * A table in chunks of one block each, found and authenticated through directories: a directory is
 * a block with {@value #FANOUT} entries of 40 bytes, each block number and SHA-256 of a chunk; the
 * header holds the same of each directory.
 */
final class ChunkTree {

  static final int FANOUT = 204;

  private final String name;
  private final List<Root> chunks = new ArrayList<>();
  private final List<Root> directories = new ArrayList<>();
  private final TreeSet<Integer> changed = new TreeSet<>();

  ChunkTree(String name) {
    this.name = name;
  }

  static int directories(int chunks) {
    return (chunks + FANOUT - 1) / FANOUT;
  }

  /** Takes a chunk as it was read. */
  interface Reader {
    void chunk(int number, ByteBuffer bytes);
  }

  /** Reads {@code count} chunks below {@code roots} and marks their blocks as taken. */
  void read(Path file, List<Root> roots, int count, Blocks blocks, Reader reader) {
    for (Root root : roots) {
      ByteBuffer directory = ByteBuffer.wrap(load(file, root, blocks));
      chunks.addAll(Root.list(directory, Math.min(FANOUT, count - chunks.size())));
    }
    directories.addAll(roots);
    for (int chunk = 0; chunk < count; chunk++) {
      reader.chunk(chunk, ByteBuffer.wrap(load(file, chunks.get(chunk), blocks)));
    }
  }

  private byte[] load(Path file, Root root, Blocks blocks) {
    byte[] bytes = blocks.read(root.block());
    if (!blocks.take(root.block()) || !root.fits(bytes)) {
      throw VolumeDamaged.header(
          file, "the " + name + " is not the one the header was written for");
    }
    return bytes;
  }

  List<Root> roots() {
    return List.copyOf(directories);
  }

  /** A chunk needs to be written; the one after the last is new. */
  void touch(int chunk) {
    changed.add(chunk);
  }

  /** Writes the changed chunks and their directories to free blocks. */
  void write(Blocks blocks, IntFunction<byte[]> content) {
    TreeSet<Integer> above = new TreeSet<>();
    for (int chunk : changed) {
      put(chunks, chunk, content.apply(chunk), blocks);
      above.add(chunk / FANOUT);
    }
    changed.clear();
    for (int directory : above) {
      ByteBuffer bytes = ByteBuffer.allocate(Blocks.SIZE);
      int from = directory * FANOUT;
      Root.put(bytes, chunks.subList(from, Math.min(from + FANOUT, chunks.size())));
      put(directories, directory, bytes.array(), blocks);
    }
  }

  private static void put(List<Root> roots, int index, byte[] bytes, Blocks blocks) {
    Root root = blocks.write(bytes);
    if (index == roots.size()) {
      roots.add(root);
    } else {
      blocks.retire(roots.set(index, root).block());
    }
  }
}
