package dev.wrapkey.encryption;

import java.util.List;

/**
 * What a volume file tells anyone, without any key. Nothing here is authenticated beyond its
 * checksums: only {@link Volume#open} proves it.
 *
 * @param pages number of pages of 8192 bytes
 * @param digest SHA-256 in lower-case hex over the digests of the page table's directories, which
 *     the header holds: it changes with every page that is written, since that gets another version
 *     and another block, and a key rotation leaves it as it was. No page is read for it
 * @param wrapped the volume key as it is stored; a rotation wraps it last, so it tells whether one
 *     is finished
 * @param rotations how often all data keys were wrapped anew
 * @param pagesRewritten how many pages those rotations rewrote
 * @param generation the number of the last durable change; keep it elsewhere to notice that a whole
 *     file was rolled back
 * @param rekeys how many segments were sealed anew under another data key
 * @param pagesPerSegment pages that share a data key
 * @param format version of the file's format, 1 to 3
 * @param keys every data key: that of the volume, then that of each segment; last, if there are
 *     inherited ones, the volume key of the volume that they come from
 */
public record VolumeFacts(
    long pages,
    String digest,
    WrappedKey wrapped,
    int rotations,
    long pagesRewritten,
    long generation,
    int rekeys,
    int pagesPerSegment,
    int format,
    List<StoredKey> keys) {

  public VolumeFacts {
    keys = List.copyOf(keys);
  }
}
