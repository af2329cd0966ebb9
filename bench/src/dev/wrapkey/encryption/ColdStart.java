package dev.wrapkey.encryption;

import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;

/** How long the first 64 MiB of a fresh Java take, with {@code warm} after a warm-up. */
public final class ColdStart {

  private ColdStart() {}

  public static void main(String[] args) throws KeyUnavailable {
    long begin = System.nanoTime();
    if (args.length > 0 && args[0].equals("warm")) {
      Volume.warmUp();
    }
    long warm = System.nanoTime();
    byte[] plain = new byte[Sealing.BATCH * Volume.PAGE];
    KeyEncryptionKey kek =
        new AesKeyEncryptionKey(new SecretKeySpec(new byte[32], "AES"), "bench/1");
    VolumeOptions options = VolumeOptions.of(new SecureRandom());
    VolumeId id = new VolumeId("/servers/bench", "data");
    Disk disk = new ImageDisk(80 * 1024 * 1024);
    disk.write(0, Opening.blank(id, kek, options));
    try (Volume volume = Volume.open(disk, id, kek, options)) {
      for (long page = 0; page < 8192; page += Sealing.BATCH) {
        volume.writeAll(page, plain);
      }
    }
    System.out.println((warm - begin) / 1_000_000 + " " + (System.nanoTime() - warm) / 1_000_000);
  }
}
