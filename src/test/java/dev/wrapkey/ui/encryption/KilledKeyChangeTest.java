package dev.wrapkey.ui.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.KeyChangeNote;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.Victim;
import dev.wrapkey.ui.notification.Notification;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program is killed ({@code kill -9}) during a key change and started again. */
class KilledKeyChangeTest {

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

  private void killAt(String point) throws IOException, InterruptedException {
    Victim.kill(MortalChange.class, state.toString(), SERVER, point);
  }

  private interface Look {
    void at(Practice practice, Blades blades);
  }

  private void startAgain(Look look) {
    Practice practice = Practice.in(state);
    try {
      Blades blades = Blades.of(practice);
      blades.changes().recover();
      look.at(practice, blades);
    } finally {
      practice.release();
    }
  }

  private static KeyIdentifier key(Practice practice) {
    return practice.server(SERVER).encryption().key().orElseThrow();
  }

  @Test
  void aChangeThatAzureHadAcceptedIsToldWithItsOutcomeOnce() throws Exception {
    isToldOnce("change-key accepted");
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"change-key ENDED", "verify ENDED"})
  void aChangeThatAzureHadAcceptedIsToldFromEachBoundary(String point) throws Exception {
    isToldOnce(point);
  }

  private void isToldOnce(String point) throws Exception {
    killAt(point);
    startAgain(
        (practice, blades) -> {
          assertThat(blades.bell().state()).isEqualTo(Notification.State.SUCCEEDED);
          assertThat(blades.bell().text()).contains(SERVER, "uses the new key");
          assertThat(key(practice).version()).isEmpty();
        });
    startAgain((practice, blades) -> assertThat(blades.isQuiet()).as("told once").isTrue());
  }

  @Test
  void aChangeThatAzureWasNotAskedForIsToldAndNotSentLater() throws Exception {
    killAt("change-key STARTED");
    startAgain(
        (practice, blades) -> {
          assertThat(blades.bell().state()).isEqualTo(Notification.State.WARNING);
          assertThat(blades.bell().title()).isEqualTo("Key change did not take place");
          assertThat(blades.bell().text())
              .contains(SERVER, "does not have the keys that were wanted");
          assertThat(key(practice).version()).isPresent();
          assertThat(KeyChangeNote.open(blades.folder())).isEmpty();
        });
  }
}
