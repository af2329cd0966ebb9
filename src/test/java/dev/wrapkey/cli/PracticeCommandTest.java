package dev.wrapkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.gateway.Speed;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PracticeCommandTest {

  private final SilentPractice practice = new SilentPractice();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = WrapkeyCommand.commandLine(new NoDesktop(), practice);
    line.setErr(new PrintWriter(err, true));
    line.setOut(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private record NoDesktop() implements Desktop {
    @Override
    public int open(Options options) {
      throw new AssertionError("a window opens");
    }

    @Override
    public int tour(Options options, Path out) {
      throw new AssertionError("a tour starts");
    }
  }

  @Test
  void serveTakesPortFolderFileAndSpeed(@TempDir Path folder) {
    String certificate = folder.resolve("ca.pem").toString();
    String state = folder.toString();
    String[] arguments = {
      "practice",
      "serve",
      "--port",
      "8787",
      "--state",
      state,
      "--ca-out",
      certificate,
      "--time",
      "instant"
    };
    assertThat(run(arguments)).isEqualTo(9);
    assertThat(practice.asked)
        .containsExactly(
            new Practice.Serve(Optional.of(folder), 8787, Path.of(certificate), Speed.INSTANT));
  }

  @Test
  void serveMustBeToldWhereTheCertificateGoes() {
    assertThat(run("practice", "serve")).isEqualTo(2);
    assertThat(err.toString()).contains("--ca-out");
    assertThat(practice.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port=70000",
        "--port=-1",
        "--port=x",
        "--time=fast",
        "--ca-out=/no/such/place/ca.pem"
      })
  void nonsenseIsRefusedWithASentence(String argument, @TempDir Path folder) {
    String certificate = "--ca-out=" + folder.resolve("ca.pem");
    String[] arguments =
        argument.startsWith("--ca-out")
            ? new String[] {"practice", "serve", argument}
            : new String[] {"practice", "serve", certificate, argument};
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(err.toString()).isNotBlank().doesNotContain("Exception");
    assertThat(practice.asked).isEmpty();
  }

  @Test
  void clockAsksOrSteers() {
    assertThat(run("practice", "clock")).isEqualTo(10);
    assertThat(run("practice", "clock", "--advance", "PT60M")).isEqualTo(11);
    assertThat(run("practice", "clock", "--advance", "PT1H", "--speed", "60x")).isEqualTo(11);
    assertThat(practice.asked)
        .containsExactly(
            "clock", "{\"advance\":\"PT1H\"}", "{\"advance\":\"PT1H\",\"speed\":\"60x\"}");
    assertThat(run("practice", "clock", "--advance", "soon")).isEqualTo(2);
  }

  @Test
  void resetResets() {
    assertThat(run("practice", "reset")).isEqualTo(12);
    assertThat(practice.asked).containsExactly("reset");
  }

  @Test
  void practiceAloneAsksForMore() {
    assertThat(run("practice")).isEqualTo(2);
    assertThat(err.toString()).contains("serve");
  }

  @Test
  void profileIsAskedForOrChosen() {
    assertThat(run("practice", "profile")).isEqualTo(13);
    assertThat(run("practice", "profile", "2023")).isEqualTo(14);
    assertThat(run("practice", "profile", "1999")).isEqualTo(2);
    assertThat(practice.asked).containsExactly("profile", "{\"profile\":\"2023\"}");
  }

  @Test
  void connectNamesServerLoginDatabaseAndAddress() {
    assertThat(run("practice", "connect", "orders-pg")).isEqualTo(15);
    assertThat(
            run("practice", "connect", "pg", "--user", "u", "--database", "d", "--from", "1.2.3.4"))
        .isEqualTo(15);
    assertThat(run("practice", "connect", "p\"g")).isEqualTo(2);
    assertThat(practice.asked)
        .containsExactly(
            "{\"server\":\"orders-pg\"}",
            "{\"server\":\"pg\",\"user\":\"u\",\"database\":\"d\",\"from\":\"1.2.3.4\"}");
  }
}
