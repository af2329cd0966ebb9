package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.tour.TourFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

@Tag("long")
@OnScreen
class TourTest {

  private static final Path OUT = Path.of("target", "screens", "tour");
  // docs/volume-format.md: the blocks begin after both header slots
  private static final int HEADERS = 16384;
  private static final int BLOCK = 8236;
  private static final Pattern LAST_LINE =
      Pattern.compile(
          "tour: (\\d+) pictures, server tour-pg (\\w+), key orders-kek ([0-9a-f]{4})… ->"
              + " ([0-9a-f]{4})…, (\\d+) data keys rewrapped, (\\d+) pages rewritten");

  private final TouredWindow window = new TouredWindow();
  private final Practice practice = window.practice();

  @Start
  void start(Stage stage) {
    window.on(stage);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private String tour(Cloud cloud) {
    return window.tour(cloud, OUT);
  }

  private static long pictures() throws IOException {
    try (Stream<Path> files = Files.list(OUT)) {
      return files.filter(f -> f.getFileName().toString().matches("\\d\\d-.*\\.png")).count();
    }
  }

  private Inspector.Storage storage() {
    return practice.inspector().look(practice.idOf("tour-pg").toString()).orElseThrow();
  }

  @Test
  void everyNumberOfTheLastLineIsWhatCloudAndDiskSay() throws Exception {
    Snapshots snapshots = new Snapshots(practice);
    Cloud watched = new SpiedCloud(practice.cloud(), snapshots::take, false);
    Matcher line = LAST_LINE.matcher(tour(watched));
    assertThat(line.matches()).isTrue();

    Server server = practice.server("tour-pg");
    List<KeyIdentifier> versions = practice.versions("kv-orders-eastus", "orders-kek");
    assertThat(Long.parseLong(line.group(1))).isEqualTo(pictures());
    assertThat(line.group(2)).isEqualTo(server.state()).isEqualTo("Ready");
    // The newest version was made by the guided rotation of another server that uses the key.
    assertThat(versions.get(2).version().orElseThrow()).startsWith(line.group(3));
    assertThat(versions.get(1).version().orElseThrow()).startsWith(line.group(4));
    assertThat(server.encryption().key()).contains(versions.get(1));
    assertThat(storage().rotations()).isOne();
    int dataKeys = storage().volumes().getFirst().facts().keys().size();
    assertThat(Integer.parseInt(line.group(5)))
        .as("those of the data and of the other volumes")
        .isEqualTo(storage().rotation().orElseThrow().keysRewrapped())
        .isGreaterThan(dataKeys);
    assertThat(line.group(6)).isEqualTo("0");

    byte[] before = snapshots.volume();
    byte[] after = Files.readAllBytes(Path.of(storage().file()));
    assertThat(before.length).isGreaterThan(HEADERS + 2 * BLOCK);
    assertThat(sameBlocks(before, after))
        .as("the pages on disk")
        .isGreaterThanOrEqualTo(storage().pages());
    assertThat(part(after, 0, HEADERS)).as("the header").isNotEqualTo(part(before, 0, HEADERS));
  }

  private static long sameBlocks(byte[] before, byte[] after) {
    return IntStream.iterate(HEADERS, at -> at + BLOCK <= before.length, at -> at + BLOCK)
        .filter(at -> Arrays.equals(part(before, at, at + BLOCK), part(after, at, at + BLOCK)))
        .count();
  }

  private static byte[] part(byte[] whole, int from, int to) {
    return Arrays.copyOfRange(whole, from, to);
  }

  @Test
  void theTourFailsIfTheRotationDoesNotHappenAlthoughTheScreenSaysSo() {
    Cloud lying = new SpiedCloud(practice.cloud(), id -> {}, true);
    assertThatThrownBy(() -> tour(lying))
        .isInstanceOf(TourFailed.class)
        .hasMessage("the key version did not change");
    assertThat(OUT).isDirectoryContaining(f -> f.toString().endsWith("-failed.png"));
    assertThat(storage().rotations()).isZero();
  }

  /** The tour's volume as it lies on disk at the moment a change of its key is asked for. */
  private static final class Snapshots {

    private final Practice practice;
    private volatile byte[] volume = {};

    private Snapshots(Practice practice) {
      this.practice = practice;
    }

    private void take(ResourceId server) {
      if (!server.name().equals("tour-pg")) {
        return;
      }
      try {
        volume =
            Files.readAllBytes(
                Path.of(practice.inspector().look(server.toString()).orElseThrow().file()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private byte[] volume() {
      return volume;
    }
  }
}
