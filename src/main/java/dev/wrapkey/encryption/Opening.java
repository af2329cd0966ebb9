package dev.wrapkey.encryption;

import dev.wrapkey.encryption.HeaderSlots.Found;
import dev.wrapkey.encryption.KeyRing.Fresh;
import dev.wrapkey.encryption.VolumeHeader.Counters;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** How a volume comes to be open: made, read, or converted from the format before. */
final class Opening {

  private static final Counters NONE = new Counters(0, 0, 0, 0, 0);

  private Opening() {}

  /** The bytes of a new volume without pages; wraps its volume key in one key operation. */
  static byte[] blank(VolumeId id, KeyEncryptionKey kek, VolumeOptions options)
      throws KeyUnavailable {
    ImageDisk disk = new ImageDisk();
    Blocks blocks = new Blocks(disk);
    VolumeFile file =
        new VolumeFile(Path.of(""), disk, blocks, id, NONE, options.pagesPerSegment());
    Fresh fresh = KeyRing.fresh(kek, options.random(), KeyRing.now(options));
    try (DataKey key = fresh.key()) {
      file.change(key, UnaryOperator.identity(), () -> file.keys().put(0, fresh.entry()));
    }
    return disk.image();
  }

  /** Opens what is on a disk; one of format 1 is one of format 2 afterwards. */
  static VolumeStore open(
      Path path, Disk disk, VolumeId id, KeyEncryptionKey kek, VolumeOptions options)
      throws KeyUnavailable {
    HeaderSlots slots = new HeaderSlots(path, disk);
    Found found = slots.read();
    if (found.format() == FormatOne.FORMAT) {
      return convert(path, disk, id, kek, options);
    }
    VolumeFile file = new VolumeFile(path, disk);
    KeyRing keys = KeyRing.unlock(file, id, kek, options);
    return begun(file, keys, options);
  }

  private static VolumeStore begun(VolumeFile file, KeyRing keys, VolumeOptions options) {
    try (Held held = new Held()) {
      held.add(keys, KeyRing::close);
      file.mend();
      held.handOver();
    }
    return new VolumeStore(file, keys, options);
  }

  /**
   * Seals every page anew into free blocks of the same file and puts a header of format 2 in force:
   * one change like any other, so a cut leaves the old volume or the new one.
   */
  private static VolumeStore convert(
      Path path, Disk disk, VolumeId id, KeyEncryptionKey kek, VolumeOptions options)
      throws KeyUnavailable {
    HeaderSlots slots = new HeaderSlots(path, disk);
    byte[] slot = slots.read().slot();
    Blocks blocks = new Blocks(disk);
    FormatOne old = new FormatOne(path, slot, blocks);
    if (!old.volume().equals(id)) {
      throw VolumeDamaged.header(path, "it is the volume of another server or of another kind");
    }
    try (Held held = new Held();
        DataKey oldKey = DataKey.unwrap(old.wrapped(), kek)) {
      PageSource pages = old.pages(oldKey);
      Fresh fresh = KeyRing.fresh(kek, options.random(), KeyRing.now(options));
      KeyRing keys = held.add(KeyRing.of(id, fresh.key(), kek, options), KeyRing::close);
      slots.mend(slot);
      VolumeFile file =
          new VolumeFile(path, disk, blocks, id, old.counters(), options.pagesPerSegment());
      file.keys().put(0, fresh.entry());
      old.retire();
      new VolumeStore(file, keys, options.withThreads(1))
          .write(0, (int) old.counters().pages(), pages);
      held.handOver();
      return new VolumeStore(file, keys, options);
    }
  }

  /** Rotates what is on a disk and not open; one of format 1 is converted first. */
  static RotationReport rotate(
      Path path,
      Disk disk,
      VolumeId id,
      Volume.Keys keys,
      VolumeOptions options,
      RotationWatch watch)
      throws KeyUnavailable {
    if (new HeaderSlots(path, disk).read().format() == FormatOne.FORMAT) {
      convert(path, disk, id, keys.from(), options).close();
    }
    VolumeFile file = new VolumeFile(path, disk);
    try (DataKey volumeKey = KeyRing.volumeKey(file, id, keys.from())) {
      file.mend();
      Rotation.Keys wrapped = new Rotation.Wrapped(file.keys(), keys.from());
      return new Rotation(file, keys.to(), options, watch, wrapped).run(volumeKey);
    }
  }
}
