package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.ID;
import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program writes, rotates, and is killed for real. */
class KilledWriterTest {

  @TempDir private Path folder;

  private static Process start(Path file, int round) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            EndlessWriter.class.getName(),
            file.toString(),
            Integer.toString(round))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Lets the writer do some rounds, kills it, and says which round it last called durable. */
  private static int killedAfter(int rounds, Path file, int from) throws Exception {
    Process writer = start(file, from);
    int last = from;
    try (BufferedReader said = writer.inputReader()) {
      String line = said.readLine();
      assertThat(line).as("the writer's first round").isNotNull();
      assertThatThrownBy(() -> Volume.delete(file)).isInstanceOf(VolumeBusy.class);
      for (int read = 0; line != null; read++) {
        last = Integer.parseInt(line);
        if (read == rounds) {
          writer.toHandle().destroyForcibly();
        }
        line = said.readLine();
      }
    }
    writer.waitFor();
    return last;
  }

  /** The round both pages are of. */
  private static int roundIn(Path file, int atLeast) throws KeyUnavailable {
    try (Volume volume =
        Volume.open(file, ID, EndlessWriter.kekOf(Volume.facts(file)), Given.RANDOM)) {
      byte[] first = volume.read(0);
      int round =
          IntStream.rangeClosed(atLeast, atLeast + 1)
              .filter(r -> Arrays.equals(first, page(r)))
              .findFirst()
              .orElseThrow(
                  () -> new AssertionError("neither the last durable round nor the one after it"));
      assertThat(volume.read(1)).isEqualTo(page(-round));
      return round;
    }
  }

  @Test
  void whatAKilledProgramCalledDurableIsThere() throws Exception {
    Path file = folder.resolve("data.vol");
    try (Volume volume =
        Volume.create(
            file, ID, new PracticeKek("https://v.vault.azure.net/keys/k/0"), Given.RANDOM)) {
      volume.write(0, List.of(page(0), page(0)));
    }
    int round = 0;
    for (int rounds : new int[] {3, 17, 40}) {
      int said = killedAfter(rounds, file, round);
      assertThat(said).isGreaterThan(round);
      round = roundIn(file, said);
    }
    assertThat(Volume.facts(file).rotations()).isBetween(round / 7, round / 7 + 1);
  }
}
