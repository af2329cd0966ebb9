package dev.wrapkey.encryption;

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

  /** A slot as it was read. */
  record Found(VolumeHeader header, byte[] slot) {}

  /** A file that holds nothing but this header. */
  static byte[] image(byte[] slot) {
    byte[] image = Arrays.copyOf(slot, (int) END);
    System.arraycopy(slot, 0, image, HeaderCodec.SIZE, HeaderCodec.SIZE);
    return image;
  }

  /**
   * The header in force.
   *
   * @throws VolumeDamaged if neither slot holds one
   */
  Found read() {
    return Stream.of(found(AT[0]), found(AT[1]))
        .flatMap(Optional::stream)
        .reduce(
            (a, b) ->
                b.header().counters().generation() > a.header().counters().generation() ? b : a)
        .orElseThrow(() -> VolumeDamaged.header(file, "neither of the two headers is whole"));
  }

  /**
   * Makes both slots say what the one in force says, after a cut came between them; {@link
   * #replace} forces it.
   */
  void mend(Found inForce) {
    for (long at : AT) {
      if (!Arrays.equals(disk.read(at, HeaderCodec.SIZE), inForce.slot())) {
        disk.force();
        disk.write(at, inForce.slot());
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
    return HeaderCodec.decode(file, slot).map(header -> new Found(header, slot));
  }
}
