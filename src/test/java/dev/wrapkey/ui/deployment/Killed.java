package dev.wrapkey.ui.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Remnants;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.Victim;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.notification.Notifications;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
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
    List<String> arguments = new ArrayList<>(List.of(state.toString(), point));
    arguments.addAll(List.of(more));
    Victim.kill(Mortal.class, arguments.toArray(String[]::new));
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
