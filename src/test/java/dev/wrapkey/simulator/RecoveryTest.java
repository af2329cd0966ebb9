package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.store.DurableStore;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.PendingRotation;
import dev.wrapkey.simulator.world.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill in the middle of a rotation: between the durable intent and the recorded outcome. */
class RecoveryTest {

  private static final String KEY = "/properties/dataEncryption/primaryKeyURI";

  @TempDir Path folder;
  private Path volumes;
  private Path rotated;
  private String oldKey;
  private String newKey;

  /**
   * Rotates once and keeps the rotated volume aside, then puts server and volume back and leaves
   * the intent.
   */
  @BeforeEach
  void leaveAnIntent() throws Exception {
    Path unrotated = Files.createDirectory(folder.resolve("unrotated"));
    Path state = folder.resolve("state");
    Path kept = folder.resolve("kept.mv");
    rotated = Files.createDirectory(folder.resolve("rotated"));
    try (Practice practice = new Practice(state)) {
      oldKey = practice.get(Orders.url("orders-pg")).json().at(KEY).asText();
      newKey = practice.keys("kv-orders-eastus").getKey("orders-kek").getId();
      volumes =
          Path.of(practice.cloud.inspector().look(Orders.id("orders-pg")).orElseThrow().file())
              .resolveSibling("");
    }
    Files.copy(state.resolve("state.mv"), kept);
    copy(volumes, unrotated, ".vol");
    try (Practice practice = new Practice(state)) {
      Orders orders = new Orders(practice);
      orders.outcome(
          practice.send(
              "PATCH", Orders.url("orders-pg"), Orders.change(newKey, "id-orders-eastus")));
    }
    copy(volumes, rotated, ".vol");
    Files.copy(kept, state.resolve("state.mv"), StandardCopyOption.REPLACE_EXISTING);
    copy(unrotated, volumes, ".vol");
    try (DurableStore store = DurableStore.open(state)) {
      ArmId id = new ArmId(Orders.id("orders-pg"));
      Server.Encryption before =
          store.table("servers", Server.class).get(id.key()).orElseThrow().encryption();
      Server.Encryption after =
          new Server.Encryption(newKey, before.identity(), before.identities());
      store
          .table("pendingRotations", PendingRotation.class)
          .put(id.key(), new PendingRotation(id, after));
    }
  }

  @Test
  void aRotationThatDidNotReachTheVolumeNeverHappened() throws Exception {
    assertThatServerUses(oldKey);
  }

  @Test
  void aRotationThatReachedTheVolumeIsFinished() throws Exception {
    copy(rotated, volumes, ".vol");
    assertThatServerUses(newKey);
  }

  @Test
  void aRotationThatReachedOneVolumeIsFinishedInAll() throws Exception {
    copy(rotated, volumes, "log.vol");
    assertThatServerUses(newKey);
  }

  @Test
  void aRotationThatReachedAllVolumesButTheDataIsFinished() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    copy(volumes, data, "data.vol");
    copy(rotated, volumes, ".vol");
    copy(data, volumes, "data.vol");
    assertThatServerUses(newKey);
  }

  private static void copy(Path from, Path to, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(f -> f.toString().endsWith(suffix)).toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void assertThatServerUses(String key) throws Exception {
    for (int start = 0; start < 2; start++) {
      try (Practice practice = new Practice(folder.resolve("state"))) {
        assertThat(practice.get(Orders.url("orders-pg")).json().at(KEY).asText()).isEqualTo(key);
        assertThat(
                practice
                    .cloud
                    .inspector()
                    .look(Orders.id("orders-pg"))
                    .orElseThrow()
                    .wrapped()
                    .keyVersion())
            .isEqualTo(key);
        assertThat(practice.cloud.inspector().page(Orders.id("orders-pg"), 0)).isPresent();
        assertThat(practice.cloud.inspector().look(Orders.id("orders-pg")).orElseThrow().volumes())
            .hasSizeGreaterThan(3)
            .flatExtracting(content -> content.facts().keys())
            .extracting(stored -> stored.wrapped().keyVersion())
            .containsOnly(key);
      }
    }
  }
}
