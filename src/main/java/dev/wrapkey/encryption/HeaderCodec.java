package dev.wrapkey.encryption;

import dev.wrapkey.encryption.VolumeHeader.Counters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/** Turns a header into the bytes that {@link VolumeHeader} describes, and back. */
final class HeaderCodec {

  static final int SIZE = 8192;

  /** Every data key is the volume's own. */
  static final int FORMAT = 2;

  /** Some data keys are inherited. */
  static final int WITH_ORIGIN = 3;

  static final byte[] MAGIC = "WRAPKEYV".getBytes(StandardCharsets.US_ASCII);
  static final int MAC_AT = 8128;
  static final int SUM_AT = 8160;

  private static final int NAMES_AT = 640;
  private static final int KEYS_AT = NAMES_AT + Root.SIZE;
  private static final int PAGES_AT = KEYS_AT + KeyTable.MAX_DIRECTORIES * Root.SIZE;
  private static final int ORIGIN_AT = PAGES_AT + PageTable.MAX_DIRECTORIES * Root.SIZE;

  private HeaderCodec() {}

  /** The slot for {@code header}, with the proof that only a holder of the volume key can make. */
  static byte[] encode(VolumeHeader header, byte[] volumeKeyId, DataKey volumeKey) {
    ByteBuffer slot = ByteBuffer.allocate(SIZE);
    Counters counters = header.counters();
    Root origin = header.origin();
    slot.put(MAGIC).putInt(origin == null ? FORMAT : WITH_ORIGIN).putInt(PageSeal.PLAIN);
    slot.putLong(counters.generation()).putLong(counters.pages());
    slot.putLong(counters.pagesRewritten()).putInt(counters.rotations()).putInt(counters.rekeys());
    slot.putInt(header.pagesPerSegment()).putInt(header.keys()).putLong(0);
    Fields.putText(slot, header.volume().serverId(), VolumeId.MAX_SERVER_ID);
    Fields.putText(slot, header.volume().kind(), VolumeId.MAX_KIND);
    Root.put(slot, List.of(header.names()));
    Root.put(slot.position(KEYS_AT), header.keyTable());
    Root.put(slot.position(PAGES_AT), header.pageTable());
    if (origin != null) {
      Root.put(slot.position(ORIGIN_AT), List.of(origin));
    }
    slot.position(MAC_AT).put(proof(slot.array(), volumeKeyId, volumeKey));
    slot.put(Digests.sha256(slot.array(), SUM_AT));
    return slot.array();
  }

  /**
   * The header in a whole {@code slot}.
   *
   * @throws VolumeDamaged if it says what no header says
   */
  static VolumeHeader decode(Path file, byte[] slot) {
    try {
      return fields(ByteBuffer.wrap(slot));
    } catch (IllegalArgumentException e) {
      throw VolumeDamaged.header(file, "a field of the header is out of its range");
    }
  }

  /** Whether a holder of {@code volumeKey} made the slot. */
  static boolean authentic(byte[] slot, byte[] volumeKeyId, DataKey volumeKey) {
    byte[] expected = proof(slot, volumeKeyId, volumeKey);
    return MessageDigest.isEqual(expected, Arrays.copyOfRange(slot, MAC_AT, SUM_AT));
  }

  private static VolumeHeader fields(ByteBuffer in) {
    boolean inherits = in.getInt(MAGIC.length) == WITH_ORIGIN;
    in.position(16);
    long generation = in.getLong();
    long pages = in.getLong();
    long rewritten = in.getLong();
    int rotations = in.getInt();
    int rekeys = in.getInt();
    int pagesPerSegment = in.getInt();
    int keys = in.getInt();
    in.getLong();
    VolumeId volume =
        new VolumeId(Fields.text(in, VolumeId.MAX_SERVER_ID), Fields.text(in, VolumeId.MAX_KIND));
    if (pages < 0
        || pages > PageTable.MAX_PAGES
        || pagesPerSegment < 1
        || keys > KeyTable.MAX_KEYS
        || keys != VolumeHeader.keysFor(pages, pagesPerSegment)) {
      throw new IllegalArgumentException("counters");
    }
    Counters counters = new Counters(generation, pages, rotations, rewritten, rekeys);
    Root names = Root.list(in, 1).getFirst();
    List<Root> keyTable = Root.list(in.position(KEYS_AT), KeyTable.directories(keys));
    List<Root> pageTable = Root.list(in.position(PAGES_AT), PageTable.directories(pages));
    Root origin = inherits ? Root.list(in.position(ORIGIN_AT), 1).getFirst() : null;
    return new VolumeHeader(
        volume, pagesPerSegment, counters, keys, names, keyTable, pageTable, origin);
  }

  private static byte[] proof(byte[] slot, byte[] volumeKeyId, DataKey volumeKey) {
    byte[] derived = volumeKey.derive(volumeKeyId, "wrapkey volume header 2");
    try {
      return Digests.hmacSha256(derived, slot, MAC_AT);
    } finally {
      Arrays.fill(derived, (byte) 0);
    }
  }
}
