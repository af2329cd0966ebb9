package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.ui.Practice;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The program started twice, as processes. */
class SecondStartTest {

  private final Path state = Practice.stateFolder();
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    for (Process each : processes) {
      each.destroyForcibly().waitFor();
    }
    Landscapes.delete(state);
  }

  private Process start(String... arguments) throws IOException {
    return start("-Dwrapkey.usable=tell", List.of(arguments));
  }

  private Process start(String option, List<String> arguments) throws IOException {
    List<String> options =
        List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Dwrapkey.usable=tell", option);
    ProcessBuilder builder = OwnProcess.of(state, options, arguments);
    builder.environment().put("DISPLAY", ":0"); // which a headless toolkit does not look at
    builder.environment().put("XDG_STATE_HOME", state.resolve("log").toString());
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  /** What it says until its window can be used, or until it ends. */
  private static List<String> saysUntilUsable(Process process) throws IOException {
    List<String> said = new ArrayList<>();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      if (line.equals("usable")) {
        return said;
      }
    }
    return said;
  }

  /** They would compete with the first picture for the processors. */
  @Test
  void theClassesOfAzureAreLoadedAfterTheWindow() throws Exception {
    Process program = start("-Xlog:class+load:stdout", List.of());
    List<String> said = saysUntilUsable(program);
    assertThat(said).anyMatch(line -> line.contains("dev.wrapkey.ui.home.HomeView"));
    assertThat(said).endsWith("usable");
    assertThat(said)
        .filteredOn(line -> line.contains("com.azure.") || line.contains("com.microsoft."))
        .hasSizeLessThan(20); // what the transport's interface names
    BufferedReader rest = program.inputReader();
    for (String line = rest.readLine(); line != null; line = rest.readLine()) {
      if (line.contains("com.azure.identity.")) {
        return; // afterwards they do come
      }
    }
    throw new AssertionError("Azure's SDK was never asked for");
  }

  @Test
  void aSecondStartShowsTheFirstWindowAndAKilledOneHindersNobody() throws Exception {
    Process first = start();
    assertThat(saysUntilUsable(first)).contains("usable");
    Path plan = Files.writeString(state.resolve("my.wrapkey.json"), "{}");
    Process second = start(plan.toString());
    assertThat(saysUntilUsable(second)).isEmpty();
    assertThat(second.waitFor()).isZero();
    assertThat(first.isAlive()).isTrue();
    first.destroyForcibly().waitFor();
    assertThat(state.resolve(Doorbell.FILE)).exists();
    Process third = start();
    assertThat(saysUntilUsable(third)).contains("usable");
  }
}
