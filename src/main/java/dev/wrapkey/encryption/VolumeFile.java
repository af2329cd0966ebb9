package dev.wrapkey.encryption;

import dev.wrapkey.encryption.HeaderSlots.Found;
import dev.wrapkey.encryption.VolumeHeader.Counters;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The file of a volume without its keys: headers, page table, key table and sealed pages, changed
 * all at once or not at all.
 *
 * <p>Reading may be done by several threads, changing by one while nobody reads.
 */
final class VolumeFile implements AutoCloseable {

  private final Path path;
  private final Disk disk;
  private final HeaderSlots slots;
  private final Blocks blocks;
  private final PageTable pages;
  private final KeyTable keys;
  private VolumeHeader header;
  private byte[] slot;
  private long pagesWritten;
  private long bytesWritten;
  private boolean broken;

  /** Reads what is there, without changing it. */
  VolumeFile(Path path, Disk disk) {
    this.path = path;
    this.disk = disk;
    this.slots = new HeaderSlots(path, disk);
    Found found = slots.read();
    if (found.format() < HeaderCodec.FORMAT) {
      throw VolumeDamaged.header(path, "format version " + found.format() + " is converted first");
    }
    this.slot = found.slot();
    this.header = HeaderCodec.decode(path, slot);
    this.blocks = new Blocks(disk);
    this.keys = KeyTable.read(path, header, blocks);
    this.pages = PageTable.read(path, header, blocks);
  }

  /** A volume that is nowhere yet; its first change puts it on the disk. */
  VolumeFile(Path path, Disk disk, Blocks blocks, VolumeId id, Counters before, int segment) {
    this.path = path;
    this.disk = disk;
    this.slots = new HeaderSlots(path, disk);
    this.blocks = blocks;
    this.keys = KeyTable.empty();
    this.pages = new PageTable();
    Root none = new Root(-1, new byte[Digests.SHA256]);
    this.header = new VolumeHeader(id, segment, before, 0, none, List.of(), List.of(), null);
    this.slot = new byte[0];
  }

  Path path() {
    return path;
  }

  /** Version of the format that is in force. */
  int format() {
    return header.origin() == null ? HeaderCodec.FORMAT : HeaderCodec.WITH_ORIGIN;
  }

  VolumeHeader header() {
    return header;
  }

  PageTable pages() {
    return pages;
  }

  KeyTable keys() {
    return keys;
  }

  Blocks blocks() {
    return blocks;
  }

  boolean authentic(DataKey volumeKey) {
    return HeaderCodec.authentic(slot, keys.get(0).id(), volumeKey);
  }

  /** Puts both header slots in step again, after a cut came between them. */
  void mend() {
    slots.mend(slot);
  }

  /** Pages written through this object. */
  long pagesWritten() {
    return pagesWritten;
  }

  /** Bytes of headers and tables written through this object. */
  long metadataWritten() {
    return bytesWritten + blocks.bytesWritten();
  }

  /** The stored form of neighbouring blocks, in {@code scratch} or where it lies. */
  Span view(long block, Span scratch) {
    return blocks.view(block, scratch);
  }

  /** Points a page to the block where it was just stored; part of a change. */
  void put(long page, long version, long block) {
    pages.put(page, version, block, blocks);
    pagesWritten++;
  }

  /**
   * Changes pages and keys; returns when the change is durable. After an exception of any kind the
   * file refuses everything until it is opened again.
   */
  void change(DataKey volumeKey, UnaryOperator<Counters> counting, Runnable change) {
    requireWhole();
    broken = true;
    change.run();
    keys.write(blocks);
    pages.write(blocks);
    VolumeHeader next =
        new VolumeHeader(
            header.volume(),
            header.pagesPerSegment(),
            counting.apply(header.counters().next()).holding(pages.pages()),
            keys.size(),
            keys.names(),
            keys.roots(),
            pages.roots(),
            keys.originRoot());
    byte[] bytes = HeaderCodec.encode(next, keys.get(0).id(), volumeKey);
    slots.replace(bytes);
    bytesWritten += HeaderSlots.END;
    header = next;
    slot = bytes;
    blocks.settle();
    broken = false;
  }

  /** Refuses what cannot be known: whether a change that failed is in force. */
  void requireWhole() {
    if (broken) {
      throw new IllegalStateException(
          path + ": a change did not reach the disk; open the volume again");
    }
  }

  @Override
  public void close() {
    disk.close();
  }
}
