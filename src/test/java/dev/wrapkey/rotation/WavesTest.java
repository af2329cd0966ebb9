package dev.wrapkey.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.rotation.MortalCloud.Killed;
import dev.wrapkey.rotation.MortalCloud.Moment;
import dev.wrapkey.simulator.fault.Aim;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.simulator.fault.Rhythm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that share a key, rotated in waves. */
class WavesTest {

  private static final List<String> SERVERS =
      List.of("orders-pg", "wave-1-pg", "wave-2-pg", "wave-3-pg");
  private static final String VAULT = "kv-orders-eastus";
  private static final String KEY = "orders-kek";

  private final List<WaveRow> changes = Collections.synchronizedList(new ArrayList<>());
  private Rotating rotating;
  private int versions;

  @BeforeEach
  void open() {
    rotating = new Rotating();
    KeyIdentifier key = rotating.keyOf("orders-pg");
    for (String name : SERVERS.subList(1, SERVERS.size())) {
      rotating
          .practice()
          .administrator()
          .restore(
              rotating.practice().idOf("orders-pg"),
              name,
              key,
              rotating.practice().identity("id-orders-eastus"));
      rotating.practice().time().jump(Duration.ofMinutes(10));
      rotating.admitClients(name);
    }
    versions = versions().size();
  }

  @AfterEach
  void close() {
    rotating.close();
  }

  private List<KeyIdentifier> versions() {
    return rotating.practice().versions(VAULT, KEY);
  }

  private Waves waves(Cloud cloud) {
    return new Waves(
        rotating.rotation(cloud, Optional.of(rotating.proof())),
        cloud,
        rotating.practice().time(),
        Runnable::run,
        rotating.folder());
  }

  private Waves waves() {
    return waves(rotating.practice().cloud());
  }

  private WaveOrder order() {
    List<RotationOrder> orders =
        SERVERS.stream()
            .map(rotating::server)
            .map(server -> RotationOrder.newVersion(server, Set.of(Purpose.PRIMARY)))
            .toList();
    return new WaveOrder(orders, new WaveOrder.Shape(1, 2, 0));
  }

  private WaveLedger.Phase run(WaveLedger ledger, WaveControl control) {
    return waves().run(ledger, false, control, changes::add);
  }

  private void assertAllHaveTheOneNewVersion() {
    assertThat(versions()).hasSize(versions + 1);
    for (String name : SERVERS) {
      assertThat(rotating.keyOf(name)).as(name).isEqualTo(versions().getFirst());
      assertThat(rotating.server(name).state()).isEqualTo("Ready");
      assertThat(rotating.rows(name)).isPositive();
    }
  }

  private static List<WaveRow.State> states(WaveLedger ledger) {
    return ledger.rows().stream().map(WaveRow::state).toList();
  }

  @Test
  void serversThatShareAKeyGetOneNewVersionAndOneRequestEach() {
    MortalCloud counted = MortalCloud.immortal();
    Waves waves = waves(counted.around(rotating.practice().cloud()));
    WaveLedger ledger = waves.begin(order());
    assertThat(waves.run(ledger, false, new WaveControl(), changes::add))
        .isEqualTo(WaveLedger.Phase.ENDED);
    assertAllHaveTheOneNewVersion();
    assertThat(Collections.frequency(counted.calls(), "KeyStores.rotate")).isEqualTo(1);
    assertThat(Collections.frequency(counted.calls(), "Servers.changeKey")).isEqualTo(4);
    assertThat(changes.stream().map(row -> row.server().name()).distinct())
        .as("the canary first")
        .containsExactlyElementsOf(SERVERS);
    assertThat(ledger.rows()).extracting(WaveRow::wave).containsExactly(0, 1, 1, 2);
    assertThat(WaveReport.csv(ledger.rows()).lines()).hasSize(5);
    assertThat(WaveReport.summary(ledger.rows())).isEqualTo("4 servers, 4 succeeded.");
  }

  @Test
  void aCanaryThatFailsHoldsTheOthersBackUntilItIsMendedAndTriedAgain() {
    WaveLedger ledger = waves().begin(order());
    rotating
        .practice()
        .itself()
        .faults()
        .switchOn(Fault.FAILS_LATE, FaultOrder.usual(Fault.FAILS_LATE));
    assertThat(run(ledger, new WaveControl())).isEqualTo(WaveLedger.Phase.HALTED);
    assertThat(states(ledger))
        .containsExactly(
            WaveRow.State.FAILED,
            WaveRow.State.WAITING,
            WaveRow.State.WAITING,
            WaveRow.State.WAITING);
    assertThat(ledger.rows().getFirst().refusal()).isPresent();
    assertThat(waves().run(ledger, true, new WaveControl(), changes::add))
        .isEqualTo(WaveLedger.Phase.ENDED);
    assertAllHaveTheOneNewVersion();
  }

  @Test
  void aPauseLetsWhatIsUnderWayEndAndTheNextRunGoesOn() {
    WaveLedger ledger = waves().begin(order());
    WaveControl control = new WaveControl();
    WaveLedger.Phase phase =
        waves()
            .run(
                ledger,
                false,
                control,
                row -> {
                  if (row.server().name().equals("wave-1-pg")) {
                    control.pause();
                  }
                });
    assertThat(phase).isEqualTo(WaveLedger.Phase.PAUSED);
    WaveLedger again = WaveLedger.unfinished(rotating.folder()).getFirst();
    assertThat(states(again))
        .containsExactly(
            WaveRow.State.SUCCEEDED,
            WaveRow.State.SUCCEEDED,
            WaveRow.State.WAITING,
            WaveRow.State.WAITING);
    assertThat(run(again, new WaveControl())).isEqualTo(WaveLedger.Phase.ENDED);
    assertAllHaveTheOneNewVersion();
    assertThat(WaveLedger.unfinished(rotating.folder())).isEmpty();
  }

  @Test
  void wavesThatAreKilledAgainAndAgainLoseNoServerAndDoNoneTwice() {
    waves().begin(order());
    Random dice = new Random(7);
    int deaths = 0;
    for (int i = 0; i < 8; i++) {
      WaveLedger found = WaveLedger.all(rotating.folder()).getFirst();
      MortalCloud mortal = new MortalCloud(new Moment(dice.nextInt(120), dice.nextBoolean()));
      try {
        waves(mortal.around(rotating.practice().cloud()))
            .run(found, false, new WaveControl(), changes::add);
      } catch (Killed expected) {
        deaths++;
      }
      SERVERS.forEach(name -> assertThat(rotating.rows(name)).isPositive());
    }
    assertThat(deaths).isPositive();
    WaveLedger found = WaveLedger.all(rotating.folder()).getFirst();
    assertThat(run(found, new WaveControl())).isEqualTo(WaveLedger.Phase.ENDED);
    assertAllHaveTheOneNewVersion();
  }

  @Test
  void wavesGetThroughThrottlingMissingRightsAndBusyServers() {
    WaveLedger ledger = waves().begin(order());
    for (Fault fault : List.of(Fault.THROTTLING, Fault.BUSY, Fault.NOT_PROPAGATED)) {
      rotating
          .practice()
          .itself()
          .faults()
          .switchOn(
              fault,
              new FaultOrder(
                  new Aim("PATCH,PUT,POST", "", "", ""),
                  new Rhythm(1, 3, Rhythm.FOR_EVER, 0),
                  FaultOrder.usual(fault).seconds(),
                  ""));
    }
    run(ledger, new WaveControl());
    assertThat(rotating.practice().itself().faults().on())
        .allSatisfy(report -> assertThat(report.struck()).isPositive());
    for (Fault fault : Fault.values()) {
      rotating.practice().itself().faults().switchOff(fault);
    }
    assertThat(states(ledger)).as("%s", changes).containsOnly(WaveRow.State.SUCCEEDED);
    assertAllHaveTheOneNewVersion();
  }

  @Test
  void aServerWithAnUnfinishedRotationIsNotTakenIntoWavesNorTheOtherWayRound() {
    RotationLedger single = rotating.rotation().begin(order().orders().get(1));
    assertThatThrownBy(() -> waves().begin(order()))
        .isInstanceOfSatisfying(
            CloudFailure.class, refused -> assertThat(refused.details()).isEqualTo("wave-1-pg"));
    single.settle();
    WaveLedger ledger = waves().begin(order());
    rotating
        .practice()
        .itself()
        .faults()
        .switchOn(Fault.FAILS_LATE, FaultOrder.usual(Fault.FAILS_LATE));
    run(ledger, new WaveControl());
    assertThatThrownBy(() -> rotating.rotation().begin(order().orders().getFirst()))
        .isInstanceOf(CloudFailure.class);
  }
}
