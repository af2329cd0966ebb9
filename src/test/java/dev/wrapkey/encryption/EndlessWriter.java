package dev.wrapkey.encryption;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/**
 * A program to be killed: it turns two pages from round to round, rotates every seventh round,
 * seals a segment anew every fifth, appends a page every third, copies everything every fourth, and
 * says each round that is durable on a line of its own.
 */
final class EndlessWriter {

  private static final int MOST_PAGES = 40;

  static final VolumeId COPY = new VolumeId("/subscriptions/1/servers/restored", "data");

  private EndlessWriter() {}

  static Path copyOf(Path file) {
    return file.resolveSibling("copy.vol");
  }

  public static void main(String[] args) throws KeyUnavailable {
    int round = Integer.parseInt(args[1]);
    PracticeVault vault = new PracticeVault();
    vault.newest = round / 7 + 1;
    VolumeOptions options = VolumeOptions.of(new SecureRandom());
    Path file = Path.of(args[0]);
    try (Volume volume = Volume.open(file, Given.ID, vault, options)) {
      while (true) {
        round++;
        if (round % 7 == 0) {
          vault.newest = round / 7 + 1;
          volume.rewrap(vault);
        }
        if (round % 5 == 0) {
          volume.rekey(round % volume.segments());
        }
        if (round % 3 == 0 && volume.pages() < MOST_PAGES) {
          volume.write(volume.pages(), Given.page((int) volume.pages()));
        }
        if (round % 4 == 0) {
          Volume.delete(copyOf(file));
          Volume.copyOf(volume, copyOf(file), COPY, vault, options);
        }
        volume.write(0, List.of(Given.page(round), Given.page(-round)));
        System.out.println(round);
      }
    }
  }
}
