package dev.wrapkey.encryption;

import java.util.Arrays;
import java.util.List;

/**
 * The header of a volume. It is stored twice, in slot A at byte 0 and in slot B at byte 8192 of the
 * file.
 *
 * <p>A slot is 8192 bytes; integers are big-endian and never negative; a text is its length in
 * UTF-8 bytes (2 bytes) followed by those bytes, the rest of its field is zero:
 *
 * <pre>
 *    0     8  magic: "WRAPKEYV" in ASCII
 *    8     4  format version: 1
 *   12     4  page size: 8192
 *   16     8  generation: grows by 1 with every durable change
 *   24     8  pages in the volume, at most 65536
 *   32     8  first seal number that is not reserved yet; the first ever used is 1
 *   40     8  pages rewritten by rotations
 *   48     4  rotations: how often the data key was wrapped anew
 *   52     4  zero
 *   56    16  data-key id: random, drawn with the data key
 *   72   512  server identifier, text in lower case
 *  584    64  kind of the volume, text
 *  648   512  identifier of the key version that wrapped the data key, text
 * 1160    32  algorithm of the wrapping in Key Vault's words, text
 * 1192  1024  wrapped data key: length (2 bytes), bytes, zeros
 * 2216  5120  128 table entries of 40 bytes: block number (8 bytes), SHA-256 of that block, a table chunk; an entry
 *             past the end of the table is zero
 * 7336   792  zero
 * 8128    32  HMAC-SHA-256 over bytes 0 to 8127 under HKDF(data key, data-key id, "wrapkey volume header")
 * 8160    32  SHA-256 over bytes 0 to 8159
 * </pre>
 *
 * <p>The last field tells a header that was written to its end from a torn one and needs no key.
 * The one before proves that a holder of the data key wrote it.
 */
record VolumeHeader(
    Identity identity, Counters counters, WrappedKey wrapped, List<TableRoot> table) {

  VolumeHeader {
    table = List.copyOf(table);
  }

  /** What never changes: whose volume it is and under which data key. */
  record Identity(VolumeId volume, byte[] dataKeyId) {
    Identity {
      dataKeyId = dataKeyId.clone();
    }

    @Override
    public byte[] dataKeyId() {
      return dataKeyId.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Identity that
          && volume.equals(that.volume)
          && Arrays.equals(dataKeyId, that.dataKeyId);
    }

    @Override
    public int hashCode() {
      return 31 * volume.hashCode() + Arrays.hashCode(dataKeyId);
    }
  }

  /** What counts up, never down. */
  record Counters(
      long generation, long pages, long unreserved, int rotations, long pagesRewritten) {}

  /** Where a chunk of the page table lies and what its SHA-256 is. */
  record TableRoot(long block, byte[] hash) {
    TableRoot {
      hash = hash.clone();
    }

    @Override
    public byte[] hash() {
      return hash.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof TableRoot that
          && block == that.block
          && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(block) + Arrays.hashCode(hash);
    }
  }

  static VolumeHeader first(Identity identity, WrappedKey wrapped) {
    return new VolumeHeader(identity, new Counters(1, 0, 1, 0, 0), wrapped, List.of());
  }

  /** The next generation with seal numbers below {@code unreserved} taken. */
  VolumeHeader reserving(long unreserved) {
    Counters next =
        new Counters(
            counters.generation + 1,
            counters.pages,
            unreserved,
            counters.rotations,
            counters.pagesRewritten);
    return new VolumeHeader(identity, next, wrapped, table);
  }

  /** The next generation with other pages. */
  VolumeHeader holding(long pages, List<TableRoot> roots) {
    Counters next =
        new Counters(
            counters.generation + 1,
            pages,
            counters.unreserved,
            counters.rotations,
            counters.pagesRewritten);
    return new VolumeHeader(identity, next, wrapped, roots);
  }

  /** The next generation under another wrapping of the same data key. */
  VolumeHeader rewrapped(WrappedKey next, long rewritten) {
    Counters counted =
        new Counters(
            counters.generation + 1,
            counters.pages,
            counters.unreserved,
            counters.rotations + 1,
            counters.pagesRewritten + rewritten);
    return new VolumeHeader(identity, counted, next, table);
  }
}
