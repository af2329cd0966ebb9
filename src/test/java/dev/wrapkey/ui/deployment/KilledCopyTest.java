package dev.wrapkey.ui.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.Practice;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program is killed at each boundary of a restore that changes the encryption mode. */
class KilledCopyTest {

  private static final String SERVER = "killed-copy-pg";
  private static final String SOURCE = "ledger-pg";

  private final Killed killed = new Killed();

  @AfterEach
  void cleanUp() throws IOException {
    killed.close();
  }

  @Test
  void whatAzureHadAcceptedComesToItsEndByItself() throws Exception {
    comesToItsEnd("create-server accepted");
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"create-server RUNNING", "create-server ENDED", "verify ENDED"})
  void whatAzureHadAcceptedComesToItsEndFromEachBoundary(String point) throws Exception {
    comesToItsEnd(point);
  }

  private void comesToItsEnd(String point) throws Exception {
    killed.killAt(point, SERVER, SOURCE);
    try (Killed.Restart again = killed.restart()) {
      Deployment found = again.found();
      assertThat(found.phaseProperty().get()).isEqualTo(Phase.SUCCEEDED);
      assertThat(found.plan().flatMap(Plan::origin).map(Origin::source))
          .contains(again.practice().idOf(SOURCE));
      isWhole(again.practice());
    }
  }

  @Test
  void RST_10_whatAzureWasNotAskedForIsToldAndAskedForWithoutAPassword() throws Exception {
    isAskedForWithoutAPassword("create-server STARTED");
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"begin STARTED", "check-key ENDED"})
  void RST_10_whatAzureWasNotAskedForIsToldFromEachBoundary(String point) throws Exception {
    isAskedForWithoutAPassword(point);
  }

  private void isAskedForWithoutAPassword(String point) throws Exception {
    killed.killAt(point, SERVER, SOURCE);
    try (Killed.Restart again = killed.restart()) {
      Deployment found = again.found();
      assertThat(found.phaseProperty().get()).isEqualTo(Phase.INTERRUPTED);
      assertThat(again.bell().text()).contains(SERVER).doesNotContain("password");
      assertThat(found.needsPassword()).isFalse();
      found.start();
      assertThat(found.phaseProperty().get()).isEqualTo(Phase.SUCCEEDED);
      isWhole(again.practice());
    }
  }

  private static void isWhole(Practice practice) {
    Server made = practice.server(SERVER);
    assertThat(made.state()).isEqualTo("Ready");
    assertThat(made.encryption().isCustomerManaged()).isTrue();
    assertThat(practice.inspector().page(made.id().toString(), 0).orElseThrow().plain())
        .isEqualTo(
            practice.inspector().page(practice.idOf(SOURCE).toString(), 0).orElseThrow().plain());
  }
}
