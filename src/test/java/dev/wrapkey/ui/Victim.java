package dev.wrapkey.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Receipt;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A program of its own that says when it has got to a certain point, waits there, and is killed
 * ({@code kill -9}).
 */
public final class Victim {

  private static final String HERE = "here";

  private Victim() {}

  /** Starts a program, and kills it when it is where it was told to wait. */
  public static void kill(Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-classpath",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    Process victim =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader said = victim.inputReader()) {
      assertThat(said.readLine()).isEqualTo(HERE);
    } finally {
      victim.destroyForcibly();
    }
    assertThat(victim.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  /**
   * In the program: waits to be killed.
   *
   * @param point {@code step STATE}, or {@code step accepted}
   */
  public static Progress dyingAt(String point) {
    return new Progress() {
      @Override
      public void on(Event event) {
        if (point.equals(event.step() + " " + event.state())) {
          waitForTheEnd();
        }
      }

      @Override
      public void accepted(String step, Receipt receipt) {
        if (point.equals(step + " accepted")) {
          waitForTheEnd();
        }
      }
    };
  }

  private static void waitForTheEnd() {
    System.out.println(HERE);
    System.out.flush();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException never) {
      Thread.currentThread().interrupt();
    }
  }
}
