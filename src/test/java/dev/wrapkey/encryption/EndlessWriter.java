package dev.wrapkey.encryption;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/**
 * A program to be killed: it turns two pages from round to round, rotates every seventh round, and
 * says each round that is durable on a line of its own.
 */
final class EndlessWriter {

  private EndlessWriter() {}

  public static void main(String[] args) throws KeyUnavailable {
    Path file = Path.of(args[0]);
    int round = Integer.parseInt(args[1]);
    try (Volume volume =
        Volume.open(file, Given.ID, kekOf(Volume.facts(file)), new SecureRandom())) {
      while (true) {
        round++;
        if (round % 7 == 0) {
          volume.rewrap(new PracticeKek("https://v.vault.azure.net/keys/k/" + round));
        }
        volume.write(0, List.of(Given.page(round), Given.page(-round)));
        System.out.println(round);
      }
    }
  }

  static PracticeKek kekOf(VolumeFacts facts) {
    return new PracticeKek(facts.wrapped().keyVersion());
  }
}
