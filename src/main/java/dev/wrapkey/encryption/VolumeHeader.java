package dev.wrapkey.encryption;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header of a volume. It is stored twice, in slot A at byte 0 and in slot B at byte 8192 of the
 * file.
 *
 * <p>A slot is 8192 bytes; integers are big-endian and never negative; a text is its length in
 * UTF-8 bytes (2 bytes) followed by those bytes, the rest of its field is zero; a root is the
 * number of a block (8 bytes) and the SHA-256 of that block (32 bytes):
 *
 * <pre>
 *    0     8  magic: "WRAPKEYV" in ASCII
 *    8     4  format version: 2, or 3 if data keys are inherited
 *   12     4  page size: 8192
 *   16     8  generation: grows by 1 with every durable change
 *   24     8  pages in the volume, at most 13369344
 *   32     8  pages rewritten by rotations
 *   40     4  rotations: how often all data keys were wrapped anew
 *   44     4  segments that were sealed anew under another data key
 *   48     4  pages in a segment
 *   52     4  data keys: 1 for the volume and 1 for each segment
 *   56     8  zero
 *   64   512  server identifier, text in lower case
 *  576    64  kind of the volume, text
 *  640    40  root of the block with the key names
 *  680   640  16 roots of directories of the key table; past its end zero
 * 1320  5120  128 roots of directories of the page table; past its end zero
 * 6440    40  root of the block with the origin in format 3, else zero
 * 6480  1648  zero
 * 8128    32  HMAC-SHA-256 over bytes 0 to 8127 under HKDF(volume key, its data-key id, "wrapkey volume header 2")
 * 8160    32  SHA-256 over bytes 0 to 8159
 * </pre>
 *
 * <p>A directory block holds up to 204 roots of chunks, the rest is zero; a chunk of the page table
 * 512 entries ({@link PageTable}), one of the key table 14 ({@link KeyTable}), the names are
 * described in {@link KeyNames}, the origin in {@link Origin}. The volume key is data key 0.
 *
 * <p>The last field tells a header that was written to its end from a torn one and needs no key.
 * The one before proves that a holder of the volume key wrote it.
 *
 * @param keys data keys in the key table
 * @param origin the block that says where inherited data keys come from; none if there are none
 */
record VolumeHeader(
    VolumeId volume,
    int pagesPerSegment,
    Counters counters,
    int keys,
    Root names,
    List<Root> keyTable,
    List<Root> pageTable,
    @Nullable Root origin) {

  VolumeHeader {
    keyTable = List.copyOf(keyTable);
    pageTable = List.copyOf(pageTable);
  }

  /** What counts up, never down. */
  record Counters(long generation, long pages, int rotations, long pagesRewritten, int rekeys) {

    /** Those of the next change that leaves pages and keys as they are. */
    Counters next() {
      return new Counters(generation + 1, pages, rotations, pagesRewritten, rekeys);
    }

    Counters holding(long count) {
      return new Counters(generation, count, rotations, pagesRewritten, rekeys);
    }

    Counters rotated(long rewritten) {
      return new Counters(generation, pages, rotations + 1, pagesRewritten + rewritten, rekeys);
    }

    Counters rekeyed() {
      return new Counters(generation, pages, rotations, pagesRewritten, rekeys + 1);
    }
  }

  /** Data keys that a volume of so many pages has. */
  static long keysFor(long pages, int pagesPerSegment) {
    return 1 + (pages + pagesPerSegment - 1) / pagesPerSegment;
  }
}
