package dev.wrapkey.encryption;

import dev.wrapkey.encryption.VolumeHeader.Counters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.crypto.AEADBadTagException;

/**
 * Reads volumes of format version 1: one data key, at most 65536 pages, the roots of the page
 * table's chunks in the header itself. Nothing writes them any more.
 *
 * <p>A header slot, as far as it differs: pages (8 bytes) at 24, first seal number not reserved (8)
 * at 32, pages rewritten (8) at 40, rotations (4) at 48, data-key id (16) at 56, server identifier
 * (text, 512) at 72, kind (64) at 584, key version (512) at 648, algorithm (32) at 1160, wrapped
 * data key (1024) at 1192, 128 roots of chunks at 2216. The HMAC's key is HKDF(data key, salt =
 * data-key id, info = {@code wrapkey volume header}), a page's HKDF(data key, salt, {@code wrapkey
 * page}); its associated data {@code wrapkey page 1}, a zero byte, lengths (2) and bytes of server
 * and kind, data-key id, page number, version.
 */
final class FormatOne {

  static final int FORMAT = 1;

  private static final byte[] DOMAIN = "wrapkey page 1\0".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_PAGES = 65536;

  private final Path path;
  private final byte[] slot;
  private final Blocks blocks;
  private final VolumeId volume;
  private final Counters counters;
  private final byte[] dataKeyId;
  private final WrappedKey wrapped;
  private final long unreserved;
  private final List<Root> chunks;
  private final List<long[]> entries = new ArrayList<>();

  /** Reads headers and page table and marks their blocks as taken. */
  FormatOne(Path path, byte[] slot, Blocks blocks) {
    this.path = path;
    this.slot = slot;
    this.blocks = blocks;
    try {
      ByteBuffer in = ByteBuffer.wrap(slot).position(16);
      long generation = in.getLong();
      long pages = in.getLong();
      unreserved = in.getLong();
      long rewritten = in.getLong();
      counters = new Counters(generation, pages, in.getInt(), rewritten, 0);
      dataKeyId = Fields.take(in.position(56), KeyEntry.ID);
      volume = new VolumeId(Fields.text(in, 510), Fields.text(in, 62));
      String keyVersion = Fields.text(in, 510);
      wrapped = new WrappedKey(keyVersion, Fields.text(in, 30), Fields.field(in, 1022));
      if (pages < 0 || pages > MAX_PAGES || unreserved < 1) {
        throw new IllegalArgumentException("counters");
      }
      chunks = Root.list(in, PageTable.chunks(pages));
    } catch (IllegalArgumentException e) {
      throw VolumeDamaged.header(path, "a field of the header is out of its range");
    }
    chunks.forEach(this::readChunk);
  }

  private void readChunk(Root root) {
    byte[] chunk = blocks.read(root.block());
    if (!blocks.take(root.block()) || !root.fits(chunk)) {
      throw VolumeDamaged.header(path, "the page table is not the one the header was written for");
    }
    ByteBuffer in = ByteBuffer.wrap(chunk);
    for (int i = 0; i < PageTable.ENTRIES && entries.size() < counters.pages(); i++) {
      long[] entry = {in.getLong(), in.getLong()};
      if (!blocks.take(entry[1])) {
        throw VolumeDamaged.page(
            path, entries.size(), "the file ends before its block, or another page has it");
      }
      entries.add(entry);
    }
  }

  VolumeId volume() {
    return volume;
  }

  Counters counters() {
    return counters;
  }

  WrappedKey wrapped() {
    return wrapped;
  }

  /** Every block becomes free at the next change. */
  void retire() {
    chunks.forEach(root -> blocks.retire(root.block()));
    entries.forEach(entry -> blocks.retire(entry[1]));
  }

  /** The pages, plain; for one thread. */
  PageSource pages(DataKey key) {
    byte[] proof = key.derive(dataKeyId, "wrapkey volume header");
    try {
      byte[] expected = Digests.hmacSha256(proof, slot, HeaderCodec.MAC_AT);
      byte[] found = Arrays.copyOfRange(slot, HeaderCodec.MAC_AT, HeaderCodec.SUM_AT);
      if (!MessageDigest.isEqual(expected, found)) {
        throw VolumeDamaged.header(
            path, "the header was not written with the data key that it wraps");
      }
    } finally {
      Arrays.fill(proof, (byte) 0);
    }
    AesGcm gcm = new AesGcm();
    return (lane, page) -> open(gcm, key, (int) page, Span.of(lane.plain));
  }

  private Span open(AesGcm gcm, DataKey key, int page, Span out) {
    long version = entries.get(page)[0];
    byte[] stored = blocks.read(entries.get(page)[1]);
    byte[] iv = ByteBuffer.allocate(PageSeal.IV).putInt(0).putLong(version).array();
    byte[] salt = Arrays.copyOf(stored, PageSeal.SALT);
    PageKey opening = new PageKey(salt, key.derive(salt, "wrapkey page"));
    try {
      if (!Arrays.equals(iv, Arrays.copyOfRange(stored, PageSeal.SALT, PageSeal.NONCE))) {
        throw new AEADBadTagException("the nonce is that of another version");
      }
      Span sealed = Span.of(stored).part(PageSeal.NONCE, PageSeal.PLAIN + AesGcm.TAG);
      gcm.open(opening, iv, associated(page, version), sealed, out);
      return out;
    } catch (AEADBadTagException _) {
      throw VolumeDamaged.page(
          path, page, "what is stored is not the page that was last written there");
    } finally {
      opening.destroy();
    }
  }

  private byte[] associated(long page, long version) {
    byte[] server = volume.serverId().getBytes(StandardCharsets.UTF_8);
    byte[] kind = volume.kind().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(DOMAIN.length + 4 + server.length + kind.length + 32)
        .put(DOMAIN)
        .putShort((short) server.length)
        .put(server)
        .putShort((short) kind.length)
        .put(kind)
        .put(dataKeyId)
        .putLong(page)
        .putLong(version)
        .array();
  }

  /** What anyone can tell. */
  VolumeFacts facts() {
    String id = HexFormat.of().formatHex(dataKeyId);
    return new VolumeFacts(
        counters.pages(),
        Facts.digest(chunks),
        wrapped,
        counters.rotations(),
        counters.pagesRewritten(),
        counters.generation(),
        0,
        MAX_PAGES,
        FORMAT,
        List.of(
            new StoredKey(
                OptionalInt.of(0),
                0,
                id,
                wrapped,
                Instant.EPOCH,
                unreserved - 1,
                Optional.empty())));
  }
}
