package dev.wrapkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.cli.Options.Theme;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class WrapkeyCommandTest {

  private static final Options USUAL = new Options(Optional.empty(), Theme.SYSTEM);

  private final List<Object> started = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Desktop desktop =
      new Desktop() {
        @Override
        public int open(Options options, Optional<Path> plan) {
          started.add(options);
          plan.ifPresent(started::add);
          return 7;
        }

        @Override
        public int tour(Options options, Path folder) {
          started.add(options);
          started.add(folder);
          return 8;
        }

        @Override
        public int rehearse(Options options, Path folder, boolean window) {
          started.add(folder);
          started.add(window);
          return 9;
        }
      };

  @Test
  void withoutArgumentsTheWindowOpens() {
    assertThat(run()).isEqualTo(7);
    assertThat(started).containsExactly(USUAL);
  }

  @Test
  void guiOpensTheWindowToo() {
    assertThat(run("gui")).isEqualTo(7);
    assertThat(started).containsExactly(USUAL);
  }

  @Test
  void aFileIsAPlanToShow(@TempDir Path folder) throws IOException {
    Path plan = Files.createFile(folder.resolve("my plan.wrapkey.json"));
    assertThat(run(plan.toString())).isEqualTo(7);
    assertThat(run("gui", plan.toString())).isEqualTo(7);
    assertThat(run("--theme", "dark", plan.toString())).isEqualTo(7);
    assertThat(started)
        .containsExactly(USUAL, plan, USUAL, plan, new Options(Optional.empty(), Theme.DARK), plan);
  }

  @Test
  void whatIsNeitherAFileNorACommandIsToldSo(@TempDir Path folder) {
    assertThat(run(folder.resolve("gone.wrapkey.json").toString())).isEqualTo(2);
    assertThat(run(folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("gone.wrapkey.json is neither a command nor a file");
    assertThat(started).isEmpty();
  }

  @Test
  void tourGoesToTargetUnlessToldOtherwise() {
    assertThat(run("tour")).isEqualTo(8);
    assertThat(run("tour", "--out", "my pictures")).isEqualTo(8);
    assertThat(started)
        .containsExactly(USUAL, Path.of("target/tour"), USUAL, Path.of("my pictures"));
  }

  @Test
  void theRehearsalIsForTheBuildAndSoIsNotTold() {
    assertThat(run("rehearse", "here")).isEqualTo(9);
    assertThat(run("rehearse", "--no-window", "here")).isEqualTo(9);
    assertThat(started).containsExactly(Path.of("here"), true, Path.of("here"), false);
    run("--help");
    assertThat(out.toString()).doesNotContain("rehearse");
  }

  @Test
  void optionsMayStandBeforeOrAfterTheSubcommand() {
    Options chosen = new Options(Optional.of(Path.of("here")), Theme.DARK);
    run("--state", "here", "--theme", "dark");
    run("--state", "here", "--theme=dark", "gui");
    run("gui", "--theme", "Dark", "--state=here");
    assertThat(started).containsExactly(chosen, chosen, chosen);
  }

  @Test
  void helpAndVersionStartNothing() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("tour", "gui", "--state", "light, dark, system");
    assertThat(run("--version")).isZero();
    assertThat(out.toString().lines().reduce((first, last) -> last).orElseThrow())
        .matches("wrapkey \\d+\\.\\d+\\.\\d+.*");
    assertThat(run("tour", "--help")).isZero();
    assertThat(started).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--theme=pink",
        "--them=dark",
        "turo",
        "--state",
        "tour --out",
        "gui extra",
        "rehearse",
        "tour --out=a --out=b"
      })
  void nonsenseIsAUsageErrorInOneLine(String arguments) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).contains("--help"));
    assertThat(started).isEmpty();
  }

  @Test
  void aWrongThemeIsToldTheRightOnes() {
    run("--theme=pink");
    assertThat(err.toString()).contains("pink", "light, dark, system");
  }

  @Test
  void aFileIsNoFolder(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(run("--state", file.toString())).isEqualTo(2);
    assertThat(run("tour", "--out", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--state needs a folder", "--out needs a folder");
    assertThat(started).isEmpty();
  }

  private int run(String... arguments) {
    CommandLine line =
        WrapkeyCommand.commandLine(
            desktop,
            new SilentPractice(),
            new Jobs(how -> 30, how -> 40, how -> 50, how -> 60, how -> 70, how -> 80),
            Secrets.standard());
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
