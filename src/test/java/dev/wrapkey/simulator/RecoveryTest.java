package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.store.DurableStore;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.PendingRotation;
import dev.wrapkey.simulator.world.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill in the middle of a rotation: between the durable intent and the recorded outcome. */
class RecoveryTest {

  private static final String KEY = "/properties/dataEncryption/primaryKeyURI";

  @TempDir Path folder;
  private Path volume;
  private Path rotated;
  private String oldKey;
  private String newKey;

  /**
   * Rotates once and keeps the rotated volume aside, then puts server and volume back and leaves
   * the intent.
   */
  @BeforeEach
  void leaveAnIntent() throws Exception {
    Path unrotated = folder.resolve("unrotated.vol");
    Path state = folder.resolve("state");
    Path kept = folder.resolve("kept.mv");
    rotated = folder.resolve("rotated.vol");
    try (Practice practice = new Practice(state)) {
      oldKey = practice.get(Orders.url("orders-pg")).json().at(KEY).asText();
      newKey = practice.keys("kv-orders-eastus").getKey("orders-kek").getId();
      volume =
          Path.of(practice.cloud.inspector().look(Orders.id("orders-pg")).orElseThrow().file());
    }
    Files.copy(state.resolve("state.mv"), kept);
    Files.copy(volume, unrotated);
    try (Practice practice = new Practice(state)) {
      Orders orders = new Orders(practice);
      orders.outcome(
          practice.send(
              "PATCH", Orders.url("orders-pg"), Orders.change(newKey, "id-orders-eastus")));
    }
    Files.copy(volume, rotated);
    Files.copy(kept, state.resolve("state.mv"), StandardCopyOption.REPLACE_EXISTING);
    Files.copy(unrotated, volume, StandardCopyOption.REPLACE_EXISTING);
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
    Files.copy(rotated, volume, StandardCopyOption.REPLACE_EXISTING);
    assertThatServerUses(newKey);
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
      }
    }
  }
}
