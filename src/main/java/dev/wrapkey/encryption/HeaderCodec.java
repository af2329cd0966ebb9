package dev.wrapkey.encryption;

import dev.wrapkey.encryption.VolumeHeader.Counters;
import dev.wrapkey.encryption.VolumeHeader.Identity;
import dev.wrapkey.encryption.VolumeHeader.TableRoot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns a header into the bytes that {@link VolumeHeader} describes, and back. */
final class HeaderCodec {

  static final int SIZE = 8192;
  static final int FORMAT = 1;
  static final int DATA_KEY_ID = 16;

  private static final byte[] MAGIC = "WRAPKEYV".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_KEY_VERSION = 510;
  private static final int MAX_ALGORITHM = 30;
  private static final int MAX_WRAPPED = 1022;
  private static final int MAC_AT = 8128;
  private static final int SUM_AT = 8160;

  private HeaderCodec() {}

  /** The slot for {@code header}, with the proof that only a holder of {@code key} can make. */
  static byte[] encode(VolumeHeader header, DataKey key) {
    ByteBuffer slot = ByteBuffer.allocate(SIZE);
    Counters counters = header.counters();
    byte[] dataKeyId = header.identity().dataKeyId();
    slot.put(MAGIC).putInt(FORMAT).putInt(PageSeal.PLAIN);
    slot.putLong(counters.generation()).putLong(counters.pages()).putLong(counters.unreserved());
    slot.putLong(counters.pagesRewritten()).putInt(counters.rotations()).putInt(0);
    slot.put(dataKeyId);
    putText(slot, header.identity().volume().serverId(), VolumeId.MAX_SERVER_ID);
    putText(slot, header.identity().volume().kind(), VolumeId.MAX_KIND);
    putText(slot, header.wrapped().keyVersion(), MAX_KEY_VERSION);
    putText(slot, header.wrapped().algorithm(), MAX_ALGORITHM);
    put(slot, header.wrapped().bytes(), MAX_WRAPPED);
    header.table().forEach(root -> slot.putLong(root.block()).put(root.hash()));
    slot.position(MAC_AT).put(proof(slot.array(), dataKeyId, key));
    slot.put(Digests.sha256(slot.array(), SUM_AT));
    return slot.array();
  }

  /**
   * The header in {@code slot}.
   *
   * @return empty if the slot was not written to its end
   * @throws VolumeDamaged if it was, but says what no header says
   */
  static Optional<VolumeHeader> decode(Path file, byte[] slot) {
    if (slot.length != SIZE
        || !Arrays.equals(Digests.sha256(slot, SUM_AT), Arrays.copyOfRange(slot, SUM_AT, SIZE))) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(slot);
    if (!Arrays.equals(take(in, MAGIC.length), MAGIC)) {
      throw VolumeDamaged.header(file, "this is no volume");
    }
    int format = in.getInt();
    if (format != FORMAT || in.getInt() != PageSeal.PLAIN) {
      throw VolumeDamaged.header(file, "format version " + format + " is not known here");
    }
    try {
      return Optional.of(fields(in));
    } catch (IllegalArgumentException e) {
      throw VolumeDamaged.header(file, "a field of the header is out of its range");
    }
  }

  /** Whether a holder of {@code key} made the slot that says {@code header}. */
  static boolean authentic(byte[] slot, VolumeHeader header, DataKey key) {
    byte[] expected = proof(slot, header.identity().dataKeyId(), key);
    return MessageDigest.isEqual(expected, Arrays.copyOfRange(slot, MAC_AT, SUM_AT));
  }

  private static VolumeHeader fields(ByteBuffer in) {
    long generation = in.getLong();
    long pages = in.getLong();
    long unreserved = in.getLong();
    long rewritten = in.getLong();
    int rotations = in.getInt();
    in.getInt();
    byte[] dataKeyId = take(in, DATA_KEY_ID);
    VolumeId volume = new VolumeId(text(in, VolumeId.MAX_SERVER_ID), text(in, VolumeId.MAX_KIND));
    String keyVersion = text(in, MAX_KEY_VERSION);
    String algorithm = text(in, MAX_ALGORITHM);
    WrappedKey wrapped = new WrappedKey(keyVersion, algorithm, field(in, MAX_WRAPPED));
    if (pages < 0 || pages > PageTable.MAX_PAGES || unreserved < 1) {
      throw new IllegalArgumentException("counters");
    }
    List<TableRoot> table = new ArrayList<>();
    for (int chunk = 0; chunk < PageTable.chunks(pages); chunk++) {
      table.add(new TableRoot(in.getLong(), take(in, Digests.SHA256)));
    }
    Counters counters = new Counters(generation, pages, unreserved, rotations, rewritten);
    return new VolumeHeader(new Identity(volume, dataKeyId), counters, wrapped, table);
  }

  private static byte[] proof(byte[] slot, byte[] dataKeyId, DataKey key) {
    byte[] derived = key.derive(dataKeyId, "wrapkey volume header");
    try {
      return Digests.hmacSha256(derived, slot, MAC_AT);
    } finally {
      Arrays.fill(derived, (byte) 0);
    }
  }

  private static void putText(ByteBuffer out, String text, int max) {
    put(out, text.getBytes(StandardCharsets.UTF_8), max);
  }

  private static void put(ByteBuffer out, byte[] bytes, int max) {
    if (bytes.length > max) {
      throw new IllegalArgumentException(
          "a field of " + max + " bytes of the header cannot hold " + bytes.length);
    }
    out.putShort((short) bytes.length).put(bytes).put(new byte[max - bytes.length]);
  }

  private static String text(ByteBuffer in, int max) {
    return new String(field(in, max), StandardCharsets.UTF_8);
  }

  private static byte[] field(ByteBuffer in, int max) {
    int length = Short.toUnsignedInt(in.getShort());
    if (length > max) {
      throw new IllegalArgumentException("length");
    }
    return Arrays.copyOf(take(in, max), length);
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
