package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.simulator.StateInUse;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Practice;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@OnScreen
class SessionTest {

  /** Holds its state folder while the tests try to open the same. */
  @RegisterExtension static final Practice PRACTICE = new Practice();

  @Test
  void aSecondSessionOnTheSameFolderIsRefusedWithWordsThatHelp() {
    assertThatThrownBy(() -> Session.open(PRACTICE.folder(), 1))
        .isInstanceOfSatisfying(
            StateInUse.class,
            busy -> assertThat(busy.folder()).isEqualTo(PRACTICE.folder().resolve("cloud")))
        .hasMessageContaining("Another Wrapkey is using")
        .hasMessageContaining(PRACTICE.folder().toString())
        .hasMessageContaining("Close it, or choose another folder");
  }

  @Test
  void theFirstProgramGoesOnUnharmed() {
    assertThatThrownBy(() -> Session.open(PRACTICE.folder(), 1)).isInstanceOf(StateInUse.class);
    assertThat(PRACTICE.server("orders-pg").state()).isEqualTo("Ready");
    assertThat(
            PRACTICE.cloud().directory().createResourceGroup(Practice.PRODUCTION, "rg-x", "eastus"))
        .isNotNull();
  }

  @Test
  void aSecondProgramSaysSoOnItsErrorOutputAndExitsWithFailure() throws Exception {
    Process second =
        new ProcessBuilder(program("tour", "--state", PRACTICE.folder().toString()))
            .redirectErrorStream(true)
            .start();
    String output = new String(second.getInputStream().readAllBytes());
    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output).contains("Another Wrapkey is using", PRACTICE.folder().toString());
    assertThat(output).doesNotContain("Exception");
    assertThat(second.exitValue()).isNotZero();
  }

  private static List<String> program(String... arguments) {
    ProcessHandle.Info self = ProcessHandle.current().info();
    java.util.ArrayList<String> command =
        new java.util.ArrayList<>(
            List.of(
                self.command().orElseThrow(),
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--add-modules",
                "javafx.controls,javafx.fxml",
                "-classpath",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  @Test
  void afterTheFirstIsClosedTheFolderOpensAgain() throws Exception {
    Practice first = Practice.opened();
    Path folder = first.folder();
    assertThatThrownBy(() -> Session.open(folder, 1)).isInstanceOf(StateInUse.class);
    first.release();
    try (Session second = Session.open(folder, 1)) {
      assertThat(second.cloud().servers().list(Practice.PRODUCTION)).hasSize(5);
    } finally {
      first.close();
    }
  }
}
