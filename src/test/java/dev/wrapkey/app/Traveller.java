package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as a process of its own, with nobody at its terminal, for ways to sign in that depend
 * on what surrounds a process. What it says is read while it says it.
 */
final class Traveller implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 120;
  private static final int LOOK_MILLISECONDS = 50;
  private static final List<String> OF_THIS_PROCESS =
      List.of(
          "DISPLAY",
          "WAYLAND_DISPLAY",
          "IDENTITY_ENDPOINT",
          "IDENTITY_HEADER",
          "AZURE_CLIENT_SECRET",
          "AZURE_CLIENT_CERTIFICATE_PASSWORD");

  private final Process process;
  private final StringBuffer answer = new StringBuffer();
  private final StringBuffer beside = new StringBuffer();
  private final List<Thread> readers;

  private Traveller(Process process) {
    this.process = process;
    readers = List.of(reader(process.inputReader(), answer), reader(process.errorReader(), beside));
  }

  /**
   * Sets out.
   *
   * @param environment what the process's environment has more
   * @param arguments all of them
   */
  static Traveller begin(Map<String, String> environment, List<String> arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(OF_THIS_PROCESS);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.outputWriter().close();
    return new Traveller(process);
  }

  private static Thread reader(BufferedReader from, StringBuffer to) {
    return Thread.ofVirtual()
        .start(() -> from.lines().forEach(line -> to.append(line).append('\n')));
  }

  /** Waits until something stands on standard error while the process runs; the first group. */
  String sees(Pattern words) {
    return sees(
        () -> {
          Matcher found = words.matcher(beside);
          return found.find() ? found.group(1) : "";
        });
  }

  /** Waits until there is something. */
  String sees(Supplier<String> thing) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      String seen = thing.get();
      if (!seen.isEmpty()) {
        return seen;
      }
      pause();
    }
    throw new AssertionError("Not seen. Said: " + beside + answer);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLISECONDS);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /**
   * As Ctrl+C does, for which the program has the same hook; that signal itself is ignored by
   * whatever was started in the background of a shell.
   */
  void stop() {
    process.toHandle().destroy(); // leaves what it says last to be read
  }

  /** Waits for the end; the exit code. */
  int ends() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(beside()).isTrue();
    hear();
    return process.exitValue();
  }

  /** Waits for all that it has said; what it has started may hold its pipes open. */
  private void hear() throws InterruptedException {
    for (Thread reader : readers) {
      assertThat(reader.join(Duration.ofSeconds(PATIENCE_SECONDS))).as("all was heard").isTrue();
    }
  }

  /** What is on standard output. */
  String answer() {
    return answer.toString();
  }

  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(answer());
  }

  /** What is on standard error. */
  String beside() {
    return beside.toString();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
    hear();
  }
}
