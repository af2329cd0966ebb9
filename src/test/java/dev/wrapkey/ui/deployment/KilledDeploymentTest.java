package dev.wrapkey.ui.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Remnants;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.Victim;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.notification.Notifications;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program is killed ({@code kill -9}) at each boundary of a deployment and started again. */
class KilledDeploymentTest {

  private static final String SERVER = "killed-pg";

  private Path state;

  @BeforeEach
  void prepare() {
    state = Practice.stateFolder();
  }

  @AfterEach
  void cleanUp() throws IOException {
    try (Stream<Path> all = Files.walk(state)) {
      for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private void killAt(String point) throws IOException, InterruptedException {
    Victim.kill(Mortal.class, state.toString(), SERVER, point);
  }

  /** The next start of the program on the same folder. */
  private record Restart(Practice practice, Deployments deployments, Notifications notifications)
      implements AutoCloseable {

    static Restart on(Path state) {
      Practice practice = Practice.in(state);
      Notifications notifications = new Notifications(practice.time());
      Means means =
          new Means(
              new Provisioning(practice.cloud(), practice.time(), Retry.Policy.STANDARD),
              new Remnants(practice.cloud()),
              Practice.tasks(),
              practice.time(),
              notifications);
      Deployments deployments =
          new Deployments(means, state.resolve("deployments"), new SecureRandom());
      deployments.recover();
      return new Restart(practice, deployments, notifications);
    }

    Deployment found() {
      assertThat(deployments.all()).hasSize(1);
      return deployments.all().getFirst();
    }

    Notification.News bell() {
      return notifications.items().getFirst().newsProperty().get();
    }

    @Override
    public void close() {
      practice.release();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create-server accepted",
        "create-server RUNNING",
        "create-server ENDED",
        "firewall accepted",
        "firewall ENDED",
        "verify ENDED"
      })
  void whatAzureHadAcceptedComesToItsEndByItself(String point) throws Exception {
    killAt(point);
    nobodyHasWrittenThePasswordDown();
    try (Restart again = Restart.on(state)) {
      assertThat(again.found().phaseProperty().get()).isEqualTo(Phase.SUCCEEDED);
      assertThat(again.bell().title()).isEqualTo("Deployment succeeded");
      isWhole(again.practice().server(SERVER));
    }
    nobodyHasWrittenThePasswordDown();
    try (Restart third = Restart.on(state)) {
      assertThat(third.deployments().all()).as("told once").isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"begin STARTED", "check-key ENDED", "resource-group ENDED"})
  void whatAzureWasNotAskedForIsToldAndMadeWithThePasswordTypedAgain(String point)
      throws Exception {
    killAt(point);
    try (Restart again = Restart.on(state)) {
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
    try (Stream<Path> all = Files.walk(state)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text.contains(Plans.PASSWORD)).as(file.toString()).isFalse();
      }
    }
  }
}
