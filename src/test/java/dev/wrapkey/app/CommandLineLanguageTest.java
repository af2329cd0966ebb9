package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.ui.Practice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The program as a process on a German computer whose window was told to speak German. */
class CommandLineLanguageTest {

  private static final List<String> GERMAN =
      List.of("-Dwrapkey.language=de", "-Duser.language=de", "-Duser.country=DE");
  private static final List<String> ENGLISH = List.of("-Duser.language=en", "-Duser.country=US");

  private final Path state = Practice.stateFolder();

  @AfterEach
  void end() {
    Landscapes.delete(state);
  }

  private String says(List<String> language, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(language);
    command.addAll(
        List.of(
            "-classpath",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "--state",
            state.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return said;
  }

  private static String withoutNumbers(String said) {
    return said.replaceAll("\\d+", "#");
  }

  @Test
  void everyWordIsEnglishWhateverTheComputerSpeaks() throws Exception {
    String[] question = {"impact", "--vault", "kv-orders-eastus", "--act", "delete"};
    String said = says(GERMAN, question);
    assertThat(said).contains("1 server goes dark: orders-pg.", "UTC", "The way back:");
    assertThat(withoutNumbers(said)).isEqualTo(withoutNumbers(says(ENGLISH, question)));
  }

  @Test
  void aRefusalIsEnglishToo() throws Exception {
    Path plan = Files.writeString(state.resolve("plan.json"), "{}");
    assertThat(
            says(
                GERMAN,
                "plan",
                "export",
                "--plan",
                plan.toString(),
                "--as",
                "arm",
                "--out",
                state.toString()))
        .contains("This is not a plan");
  }
}
