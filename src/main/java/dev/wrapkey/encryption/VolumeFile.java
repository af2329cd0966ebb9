package dev.wrapkey.encryption;

import dev.wrapkey.encryption.HeaderSlots.Found;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * The file of a volume without its key: headers, page table and sealed pages, changed all at once
 * or not at all.
 *
 * <p>Not thread-safe.
 */
final class VolumeFile implements AutoCloseable {

  private final Path path;
  private final Disk disk;
  private final HeaderSlots slots;
  private final Blocks blocks;
  private final PageTable table;
  private Found inForce;
  private long pagesWritten;
  private boolean broken;

  /** Reads what is there, without changing it. */
  VolumeFile(Path path, Disk disk) {
    this.path = path;
    this.disk = disk;
    this.slots = new HeaderSlots(path, disk);
    this.blocks = new Blocks(disk);
    this.inForce = slots.read();
    this.table = PageTable.read(path, inForce.header(), blocks);
  }

  /** A page that was sealed for its place. */
  record SealedPage(long page, long version, byte[] stored) {}

  Path path() {
    return path;
  }

  VolumeHeader header() {
    return inForce.header();
  }

  boolean authentic(DataKey key) {
    return HeaderCodec.authentic(inForce.slot(), inForce.header(), key);
  }

  /** Puts both header slots in step again, after a cut came between them. */
  void mend() {
    slots.mend(inForce);
  }

  long version(long page) {
    return table.get(page).version();
  }

  byte[] stored(long page) {
    requireWhole();
    return blocks.read(table.get(page).block());
  }

  /** Pages written through this object. */
  long pagesWritten() {
    return pagesWritten;
  }

  /** Stores pages; returns when all of them are durable. */
  void store(List<SealedPage> pages, DataKey key) {
    start();
    for (SealedPage page : pages) {
      long block = blocks.write(page.stored());
      table.put(page.page(), new PageTable.Entry(page.version(), block), blocks);
      pagesWritten++;
    }
    table.write(blocks);
    VolumeHeader next = header().holding(table.pages(), table.roots());
    finish(next, HeaderCodec.encode(next, key));
  }

  /** Puts a header in force that leaves the pages as they are; returns when it is durable. */
  void store(VolumeHeader next, DataKey key) {
    byte[] slot = HeaderCodec.encode(next, key);
    start();
    finish(next, slot);
  }

  private void start() {
    requireWhole();
    broken = true;
  }

  private void requireWhole() {
    if (broken) {
      throw new IllegalStateException(
          path + ": a change did not reach the disk; open the volume again");
    }
  }

  private void finish(VolumeHeader next, byte[] slot) {
    slots.replace(slot);
    inForce = new Found(next, slot);
    blocks.settle();
    broken = false;
  }

  /** What anyone can tell. */
  VolumeFacts facts() {
    MessageDigest digest = Digests.sha256();
    for (int page = 0; page < table.pages(); page++) {
      digest.update(stored(page));
    }
    VolumeHeader.Counters counters = header().counters();
    return new VolumeFacts(
        table.pages(),
        HexFormat.of().formatHex(digest.digest()),
        header().wrapped(),
        counters.rotations(),
        counters.pagesRewritten(),
        counters.generation());
  }

  @Override
  public void close() {
    disk.close();
  }
}
