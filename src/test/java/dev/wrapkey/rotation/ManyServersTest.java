package dev.wrapkey.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.simulator.fault.Aim;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.simulator.fault.Rhythm;
import dev.wrapkey.ui.Practice;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Servers rotated at once, wave after wave, while requests are throttled, rights arrive late and
 * servers are busy. How many: system property {@code rotation.servers}.
 */
class ManyServersTest {

  private static final int NUMBER = Integer.getInteger("rotation.servers", 8);

  private final Rotating rotating = new Rotating();

  private List<String> made() {
    KeyIdentifier key = rotating.keyOf("orders-pg");
    var identity = rotating.practice().identity("id-orders-eastus");
    List<String> names = IntStream.range(0, NUMBER).mapToObj(i -> "many-" + i + "-pg").toList();
    for (String name : names) {
      rotating
          .practice()
          .administrator()
          .restore(rotating.practice().idOf("orders-pg"), name, key, identity);
    }
    rotating.practice().time().jump(Duration.ofMinutes(10));
    return names;
  }

  private void disturb(boolean on) {
    var faults = rotating.practice().itself().faults();
    for (Fault fault : List.of(Fault.THROTTLING, Fault.BUSY, Fault.NOT_PROPAGATED)) {
      if (on) {
        faults.switchOn(
            fault,
            new FaultOrder(
                new Aim("PATCH,POST", "", "", ""),
                new Rhythm(0.2, 1, Rhythm.FOR_EVER, 0),
                FaultOrder.usual(fault).seconds(),
                ""));
      } else {
        faults.switchOff(fault);
      }
    }
  }

  @Test
  void noneIsLostAndNoneIsDoneTwice() {
    List<String> names = made();
    int versions = rotating.practice().versions("kv-orders-eastus", "orders-kek").size();
    List<Server> servers =
        rotating.practice().cloud().servers().list(Practice.PRODUCTION).stream()
            .filter(server -> names.contains(server.name()))
            .toList();
    List<RotationOrder> orders =
        servers.stream()
            .map(server -> RotationOrder.newVersion(server, Set.of(Purpose.PRIMARY)))
            .toList();
    MortalCloud counted = MortalCloud.immortal();
    Cloud cloud = counted.around(rotating.practice().cloud());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Waves waves =
          new Waves(
              rotating.rotation(cloud, Optional.of(rotating.proof())),
              cloud,
              rotating.practice().time(),
              threads,
              rotating.folder());
      WaveLedger ledger = waves.begin(new WaveOrder(orders, new WaveOrder.Shape(1, 20, NUMBER)));
      disturb(true);
      waves.run(ledger, false, new WaveControl(), row -> {});
      disturb(false);
      WaveLedger again = WaveLedger.all(rotating.folder()).getFirst();
      assertThat(waves.run(again, true, new WaveControl(), row -> {}))
          .isEqualTo(WaveLedger.Phase.ENDED);
      assertThat(again.rows()).extracting(WaveRow::state).containsOnly(WaveRow.State.SUCCEEDED);
    } finally {
      disturb(false);
    }
    List<KeyIdentifier> after = rotating.practice().versions("kv-orders-eastus", "orders-kek");
    assertThat(after).hasSize(versions + 1);
    for (Server server : rotating.practice().cloud().servers().list(Practice.PRODUCTION)) {
      if (names.contains(server.name())) {
        assertThat(server.encryption().key()).contains(after.getFirst());
        assertThat(server.state()).isEqualTo("Ready");
        int rotations =
            rotating.practice().inspector().look(server.id().toString()).orElseThrow().rotations();
        assertThat(rotations).as(server.name()).isEqualTo(1);
      }
    }
    assertThat(Collections.frequency(counted.calls(), "Servers.changeKey"))
        .isGreaterThanOrEqualTo(NUMBER);
    rotating.close();
  }
}
