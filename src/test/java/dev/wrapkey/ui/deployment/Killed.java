package dev.wrapkey.ui.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Remnants;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.notification.Notifications;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program in a process of its own that is killed, and its next starts on the same folder. */
final class Killed implements AutoCloseable {

  private final Path state = Practice.stateFolder();

  Path state() {
    return state;
  }

  /**
   * Runs a deployment until it has got somewhere, and kills the program there.
   *
   * @param more a server, and if it is a copy, its source
   */
  void killAt(String point, String... more) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-classpath",
                System.getProperty("java.class.path"),
                Mortal.class.getName(),
                state.toString(),
                point));
    command.addAll(List.of(more));
    Process program =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader said = program.inputReader()) {
      assertThat(said.readLine()).isEqualTo(Mortal.HERE);
    } finally {
      program.destroyForcibly();
    }
    assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  Restart restart() {
    return Restart.on(state);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(state)) {
      for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** The next start of the program on the same folder. */
  record Restart(Practice practice, Deployments deployments, Notifications notifications)
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
}
