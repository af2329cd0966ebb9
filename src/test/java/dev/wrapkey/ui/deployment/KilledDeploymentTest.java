package dev.wrapkey.ui.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program is killed ({@code kill -9}) at each boundary of a deployment and started again. */
class KilledDeploymentTest {

  private static final String SERVER = "killed-pg";

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
  @ValueSource(
      strings = {
        "create-server RUNNING",
        "create-server ENDED",
        "firewall accepted",
        "firewall ENDED",
        "verify ENDED"
      })
  void whatAzureHadAcceptedComesToItsEndFromEachBoundary(String point) throws Exception {
    comesToItsEnd(point);
  }

  private void comesToItsEnd(String point) throws Exception {
    killed.killAt(point, SERVER);
    nobodyHasWrittenThePasswordDown();
    try (Killed.Restart again = killed.restart()) {
      assertThat(again.found().phaseProperty().get()).isEqualTo(Phase.SUCCEEDED);
      assertThat(again.bell().title()).isEqualTo("Deployment succeeded");
      isWhole(again.practice().server(SERVER));
    }
    nobodyHasWrittenThePasswordDown();
    try (Killed.Restart third = killed.restart()) {
      assertThat(third.deployments().all()).as("told once").isEmpty();
    }
  }

  @Test
  void whatAzureWasNotAskedForIsToldAndMadeWithThePasswordTypedAgain() throws Exception {
    isMadeWithThePassword("resource-group ENDED");
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"begin STARTED", "check-key ENDED"})
  void whatAzureWasNotAskedForIsToldFromEachBoundary(String point) throws Exception {
    isMadeWithThePassword(point);
  }

  private void isMadeWithThePassword(String point) throws Exception {
    killed.killAt(point, SERVER);
    try (Killed.Restart again = killed.restart()) {
      Deployment found = again.found();
      assertThat(found.phaseProperty().get()).isEqualTo(Phase.INTERRUPTED);
      assertThat(again.bell().text()).contains("password", SERVER);
      assertThat(again.practice().cloud().servers().list(Practice.PRODUCTION))
          .extracting(Server::name)
          .doesNotContain(SERVER);
      assertThat(found.remnants())
          .extracting(r -> r.name())
          .isEqualTo(point.startsWith("resource-group") ? List.of("rg-" + SERVER) : List.of());
      found.start(new Secret(Plans.PASSWORD));
      assertThat(found.phaseProperty().get()).isEqualTo(Phase.SUCCEEDED);
      isWhole(again.practice().server(SERVER));
    }
    nobodyHasWrittenThePasswordDown();
  }

  private static void isWhole(Server server) {
    assertThat(server.state()).isEqualTo("Ready");
    assertThat(server.encryption().isCustomerManaged()).isTrue();
    assertThat(server.id().resourceGroup()).isEqualTo("rg-" + SERVER);
  }

  private void nobodyHasWrittenThePasswordDown() throws IOException {
    try (Stream<Path> all = Files.walk(killed.state())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text.contains(Plans.PASSWORD)).as(file.toString()).isFalse();
      }
    }
  }
}
