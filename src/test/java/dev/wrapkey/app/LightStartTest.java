package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which classes a command at the command line loads. */
class LightStartTest {

  @TempDir private Path state;

  /** The names of all classes that a run of the program loads, and what it says. */
  private List<String> run(String... arguments) throws IOException {
    Process process =
        OwnProcess.of(state, List.of("-Xlog:class+load:stdout"), List.of(arguments)).start();
    return process.inputReader().lines().toList();
  }

  @Test
  void whatAsksNobodyLoadsNothingOfTheVendor() throws IOException {
    List<String> lines = run("record", "--verify");
    assertThat(lines).anyMatch(line -> line.contains("Nothing has been changed"));
    assertThat(lines)
        .as("the log of classes is there")
        .anyMatch(line -> line.contains("dev.wrapkey.cli.CloudOption"))
        .noneMatch(line -> line.matches(".* (com\\.azure|com\\.microsoft|reactor)\\..*"))
        .noneMatch(line -> line.contains(" dev.wrapkey.azure."));
  }
}
