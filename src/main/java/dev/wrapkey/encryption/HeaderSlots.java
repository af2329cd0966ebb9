package dev.wrapkey.encryption;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two header slots of a volume and the order in which they are written.
 *
 * <p>At rest both slots say the same. A change forces what it depends on, writes and forces slot A,
 * which is the moment it happens, and then lets slot B follow; B is forced before A is written
 * again. So a cut at any point leaves one slot that was written to its end, and damage to one slot
 * never brings an older header back.
 */
final class HeaderSlots {

  static final long[] AT = {0, HeaderCodec.SIZE};
  static final long END = 2L * HeaderCodec.SIZE;

  private final Path file;
  private final Disk disk;

  HeaderSlots(Path file, Disk disk) {
    this.file = file;
    this.disk = disk;
  }

  /** A whole slot as it was read, in the format of whatever version. */
  record Found(int format, long generation, byte[] slot) {}

  /**
   * The header in force.
   *
   * @throws VolumeDamaged if neither slot holds one
   */
  Found read() {
    return Stream.of(found(AT[0]), found(AT[1]))
        .flatMap(Optional::stream)
        .reduce((a, b) -> b.generation() > a.generation() ? b : a)
        .orElseThrow(() -> VolumeDamaged.header(file, "neither of the two headers is whole"));
  }

  /**
   * Makes both slots say what the one in force says, after a cut came between them; {@link
   * #replace} forces it.
   */
  void mend(byte[] inForce) {
    for (long at : AT) {
      if (!Arrays.equals(disk.read(at, HeaderCodec.SIZE), inForce)) {
        disk.force();
        disk.write(at, inForce);
      }
    }
  }

  /** Puts a new header in force. */
  void replace(byte[] slot) {
    disk.force();
    disk.write(AT[0], slot);
    disk.force();
    disk.write(AT[1], slot);
  }

  private Optional<Found> found(long at) {
    byte[] slot = disk.read(at, HeaderCodec.SIZE);
    byte[] sum = Digests.sha256(slot, Math.min(slot.length, HeaderCodec.SUM_AT));
    if (slot.length != HeaderCodec.SIZE
        || !Arrays.equals(sum, Arrays.copyOfRange(slot, HeaderCodec.SUM_AT, HeaderCodec.SIZE))) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(slot);
    if (!Arrays.equals(Fields.take(in, HeaderCodec.MAGIC.length), HeaderCodec.MAGIC)) {
      throw VolumeDamaged.header(file, "this is no volume");
    }
    int format = in.getInt();
    if (format < 1 || format > HeaderCodec.WITH_ORIGIN || in.getInt() != PageSeal.PLAIN) {
      throw VolumeDamaged.header(file, "format version " + format + " is not known here");
    }
    return Optional.of(new Found(format, in.getLong(), slot));
  }
}
