package dev.wrapkey.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The gateway as a program of its own, from what the build made, to be killed. */
final class GatewayProcess {

  private final Process process;
  private final long started = System.nanoTime();

  private GatewayProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param program what to begin the command line with
   */
  static GatewayProcess start(Path state, List<String> program) throws IOException {
    Files.createDirectories(state);
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("practice", "serve", "--port", "0", "--time", "instant"));
    command.addAll(List.of("--state", state.toString()));
    command.addAll(List.of("--ca-out", state.resolve("ca.pem").toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(state.resolve("errors").toFile()));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return new GatewayProcess(builder.start());
  }

  /** Waits until it serves and says how long that took. */
  Duration ready() throws IOException {
    BufferedReader said = process.inputReader();
    String line = said.readLine();
    while (line != null && !line.startsWith("ready ")) {
      line = said.readLine();
    }
    if (line == null) {
      throw new AssertionError("the gateway ended without a word of being ready");
    }
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** Ends it with SIGKILL after a while, whatever it is doing then. */
  void killAfter(long millis) throws InterruptedException {
    process.waitFor(millis, TimeUnit.MILLISECONDS);
    kill();
  }

  private void kill() throws InterruptedException {
    if (!process.isAlive()) {
      throw new AssertionError("the gateway ended by itself");
    }
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /** Ends it if it still runs; for the end of a test. */
  void endAnyhow() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /** Ends it with SIGTERM. */
  void stop() throws InterruptedException {
    process.toHandle().destroy();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("the gateway does not stop");
    }
  }
}
