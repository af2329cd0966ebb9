package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.ID;
import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program writes, rotates, and is killed for real. */
class KilledWriterTest {

  /** More of them by {@code bench/kills}. */
  private static final int KILLS = Integer.getInteger("wrapkey.kills", 3);

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

  /** The round both pages are of, after a look at every other page. */
  private static int roundIn(Path file, int atLeast) throws KeyUnavailable {
    try (Volume volume = Volume.open(file, ID, new PracticeVault(), Given.RANDOM)) {
      byte[] first = volume.read(0);
      int round =
          IntStream.rangeClosed(atLeast, atLeast + 1)
              .filter(r -> Arrays.equals(first, page(r)))
              .findFirst()
              .orElseThrow(
                  () -> new AssertionError("neither the last durable round nor the one after it"));
      assertThat(volume.read(1)).isEqualTo(page(-round));
      for (int number = 2; number < volume.pages(); number++) {
        assertThat(volume.read(number)).isEqualTo(page(number));
      }
      return round;
    }
  }

  /** A copy is not there, or is that of a round as a whole. */
  private static void copyIsWhole(Path copy, int atMost) throws KeyUnavailable {
    if (Files.exists(copy)) {
      try (Volume volume =
          Volume.open(copy, EndlessWriter.COPY, new PracticeVault(), Given.RANDOM)) {
        byte[] first = volume.read(0);
        int round =
            IntStream.rangeClosed(0, atMost)
                .filter(r -> Arrays.equals(first, page(r)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a copy of no round"));
        assertThat(volume.read(1)).isEqualTo(page(-round));
        for (int number = 2; number < volume.pages(); number++) {
          assertThat(volume.read(number)).isEqualTo(page(number));
        }
      }
    }
  }

  @Test
  void whatAKilledProgramCalledDurableIsThere() throws Exception {
    Path file = folder.resolve("data.vol");
    VolumeOptions options = VolumeOptions.of(Given.RANDOM).withPagesPerSegment(2);
    try (Volume volume = Volume.create(file, ID, new PracticeVault(), options)) {
      volume.write(0, List.of(page(0), page(0)));
    }
    int round = 0;
    Random chance = new Random(9);
    for (int kill = 0; kill < KILLS; kill++) {
      int said = killedAfter(1 + chance.nextInt(40), file, round);
      assertThat(said).isGreaterThan(round);
      round = roundIn(file, said);
      copyIsWhole(EndlessWriter.copyOf(file), round);
    }
    assertThat(Volume.facts(file).rotations()).isGreaterThan(KILLS / 2).isLessThan(round);
    System.out.println(KILLS + " kills, " + round + " rounds: 0 lost, 0 torn, 0 unreadable");
  }
}
