package dev.wrapkey.encryption;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What several tests start from. */
final class Given {

  static final VolumeId ID = new VolumeId("/subscriptions/1/servers/orders", "data");
  static final Path PATH = Path.of("data.vol");
  static final SecureRandom RANDOM = new SecureRandom();

  /** Segments so small that three pages need two data keys. */
  static final VolumeOptions OPTIONS =
      VolumeOptions.of(RANDOM).withPagesPerSegment(2).withThreads(1);

  private Given() {}

  /** 8192 bytes that only this seed gives. */
  static byte[] page(int seed) {
    byte[] page = new byte[8192];
    new Random(seed).nextBytes(page);
    return page;
  }

  static List<byte[]> pages(int count) {
    return IntStream.range(0, count).mapToObj(Given::page).toList();
  }

  static Volume open(Disk disk, KeyEncryptionKey kek) throws KeyUnavailable {
    return Volume.open(disk, ID, kek, OPTIONS);
  }

  static RotationReport rotate(Disk disk, KeyEncryptionKey from, KeyEncryptionKey to)
      throws KeyUnavailable {
    return rotate(disk, from, to, RotationWatch.TO_THE_END);
  }

  static RotationReport rotate(
      Disk disk, KeyEncryptionKey from, KeyEncryptionKey to, RotationWatch watch)
      throws KeyUnavailable {
    return Opening.rotate(PATH, disk, ID, new Volume.Keys(from, to), OPTIONS, watch);
  }

  /** A volume whose page {@code n} is {@code page(n)}. */
  static byte[] image(int pages, KeyEncryptionKey kek) throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(Opening.blank(ID, kek, OPTIONS));
    if (pages > 0) {
      try (Volume volume = open(disk, kek)) {
        volume.write(0, pages(pages));
      }
    }
    return disk.image();
  }
}
