package dev.wrapkey.encryption;

import dev.wrapkey.encryption.HeaderSlots.Found;
import dev.wrapkey.encryption.VolumeHeader.Counters;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Tells of a volume file what takes no key, also while a writer changes it. */
final class Facts {

  private static final int LOOKS = 10;
  private static final int MOST_LOOKS = 10_000;

  private Facts() {}

  static VolumeFacts of(Path path, Disk disk) {
    return looked(path, disk, found -> read(path, disk, found));
  }

  static List<StoredKey> keysOf(Path path, Disk disk) {
    return looked(
        path,
        disk,
        found ->
            found.format() == FormatOne.FORMAT
                ? read(path, disk, found).keys()
                : keys(new VolumeFile(path, disk)));
  }

  /**
   * Looks until nothing was written meanwhile. A volume is damaged only if it looks so while nobody
   * writes: a busy writer can spoil many looks in a row.
   */
  private static <T> T looked(Path path, Disk disk, Function<Found, T> look) {
    HeaderSlots slots = new HeaderSlots(path, disk);
    int atRest = 0;
    for (int looks = 1; ; looks++) {
      long generation = 0;
      try {
        Found found = slots.read();
        generation = found.generation();
        T seen = look.apply(found);
        if (looks == MOST_LOOKS || generation == slots.read().generation()) {
          return seen;
        }
      } catch (VolumeDamaged e) {
        atRest += isAt(generation, slots) ? 1 : 0;
        if (atRest == LOOKS || looks == MOST_LOOKS) {
          throw e;
        }
      }
    }
  }

  /** Whether nothing has been written since; true too if that cannot be told. */
  private static boolean isAt(long generation, HeaderSlots slots) {
    try {
      return slots.read().generation() == generation;
    } catch (VolumeDamaged _) {
      return true;
    }
  }

  private static VolumeFacts read(Path path, Disk disk, Found found) {
    return found.format() == FormatOne.FORMAT
        ? new FormatOne(path, found.slot(), new Blocks(disk)).facts()
        : of(new VolumeFile(path, disk));
  }

  static VolumeFacts of(VolumeFile file) {
    Counters counters = file.header().counters();
    return new VolumeFacts(
        counters.pages(),
        digest(file),
        file.keys().get(0).wrapped(),
        counters.rotations(),
        counters.pagesRewritten(),
        counters.generation(),
        counters.rekeys(),
        file.header().pagesPerSegment(),
        file.format(),
        keys(file));
  }

  private static String digest(VolumeFile file) {
    return digest(file.header().pageTable());
  }

  static String digest(List<Root> pageTable) {
    MessageDigest digest = Digests.sha256();
    pageTable.forEach(root -> digest.update(root.hash()));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A page as it lies on disk. */
  static Optional<byte[]> storedPage(Path path, Disk disk, long page) {
    return looked(
        path,
        disk,
        found -> {
          if (found.format() == FormatOne.FORMAT) {
            return Optional.empty();
          }
          VolumeFile file = new VolumeFile(path, disk);
          return page < 0 || page >= file.pages().pages()
              ? Optional.empty()
              : Optional.of(file.blocks().read(file.pages().block(page)));
        });
  }

  static List<StoredKey> keys(VolumeFile file) {
    Optional<VolumeId> from = file.keys().origin().map(Origin::volume);
    List<StoredKey> keys = new ArrayList<>();
    for (KeyEntry entry : file.keys().all()) {
      int segment = keys.size() - 1;
      keys.add(
          new StoredKey(
              segment < 0 ? OptionalInt.empty() : OptionalInt.of(segment),
              (long) Math.max(0, segment) * file.header().pagesPerSegment(),
              HexFormat.of().formatHex(entry.id()),
              entry.wrapped(),
              entry.wrappedAt(),
              entry.unreserved() - 1,
              entry.inherited() ? from : Optional.empty()));
    }
    file.keys().origin().ifPresent(origin -> keys.add(volumeKeyOf(origin)));
    return keys;
  }

  private static StoredKey volumeKeyOf(Origin origin) {
    KeyEntry key = origin.volumeKey();
    String id = HexFormat.of().formatHex(key.id());
    return new StoredKey(
        OptionalInt.empty(),
        0,
        id,
        key.wrapped(),
        key.wrappedAt(),
        0,
        Optional.of(origin.volume()));
  }
}
