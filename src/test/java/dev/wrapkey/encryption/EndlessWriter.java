package dev.wrapkey.encryption;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/**
 * A program to be killed: it turns two pages from round to round, rotates every seventh round,
 * seals a segment anew every fifth, appends a page every third, and says each round that is durable
 * on a line of its own.
 */
final class EndlessWriter {

  private static final int MOST_PAGES = 40;

  private EndlessWriter() {}

  public static void main(String[] args) throws KeyUnavailable {
    int round = Integer.parseInt(args[1]);
    PracticeVault vault = new PracticeVault();
    vault.newest = round / 7 + 1;
    try (Volume volume =
        Volume.open(Path.of(args[0]), Given.ID, vault, VolumeOptions.of(new SecureRandom()))) {
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
        volume.write(0, List.of(Given.page(round), Given.page(-round)));
        System.out.println(round);
      }
    }
  }
}
