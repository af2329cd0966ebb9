package dev.wrapkey.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.Victim;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program and its practice cloud are killed ({@code kill -9}) during a rotation. */
class KilledProgramTest {

  private static final String SERVER = "orders-pg";

  private Path state;

  @BeforeEach
  void prepare() {
    state = Practice.stateFolder();
  }

  @AfterEach
  void cleanUp() {
    Landscapes.delete(state);
  }

  @Test
  void theNextStartGoesOn() throws Exception {
    goesOnOrBack("update accepted", false);
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({"new-version ENDED, false", "update accepted, true", "verify STARTED, false"})
  void theNextStartGoesOnOrGoesBackFromEachBoundary(String point, boolean back) throws Exception {
    goesOnOrBack(point, back);
  }

  private void goesOnOrBack(String point, boolean back) throws Exception {
    Victim.kill(MortalRotation.class, state.toString(), SERVER, point);
    Practice practice = Practice.in(state);
    try {
      Rotating rotating = new Rotating(practice);
      assertThat(rotating.rows(SERVER)).isPositive();
      RotationLedger ledger = RotationLedger.unfinished(rotating.folder()).getFirst();
      KeyIdentifier old = ledger.entry().order().base().key().orElseThrow();
      GuidedRotation again = rotating.rotation();
      RotationOutcome outcome =
          back
              ? again.rollBack(ledger, rotating.progress(), new Cancellation())
              : again.run(ledger, rotating.progress(), new Cancellation());
      assertThat(outcome).as("%s", rotating.told()).isInstanceOf(RotationOutcome.Succeeded.class);
      List<KeyIdentifier> versions = practice.versions("kv-orders-eastus", "orders-kek");
      assertThat(versions).as("two before, one made").hasSize(3);
      assertThat(rotating.keyOf(SERVER)).isEqualTo(back ? old : versions.getFirst());
      assertThat(rotating.wrapping(SERVER)).containsExactly(rotating.keyOf(SERVER));
      assertThat(rotating.rows(SERVER)).isPositive();
    } finally {
      practice.release();
    }
  }
}
