package dev.wrapkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.export.Plans;
import dev.wrapkey.export.plan.PlanFile;
import dev.wrapkey.rules.Profile;
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
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command line of check. */
class CheckCommandTest {

  @TempDir Path folder;
  private final List<Checking.Order> asked = new ArrayList<>();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line =
        new CommandLine(
            new CheckCommand(
                order -> {
                  asked.add(order);
                  return Checking.OBSTRUCTED;
                },
                new CloudOption(
                    () -> Optional.of(folder),
                    Secrets.of(_ -> Optional.empty(), _ -> Optional.empty()))));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  @Test
  void aServerIsCheckedAndTheAnswerIsTheExitCode() {
    assertThat(run("--server", "orders-pg", "--json")).isEqualTo(1);
    assertThat(asked)
        .containsExactly(
            new Checking.Order(
                new Where.Practice(Optional.of(folder)),
                new Checking.Target.Existing("orders-pg"),
                Profile.CURRENT,
                true));
  }

  @Test
  void aPlanIsCheckedWithoutItsPassword() throws IOException {
    Path file = folder.resolve("plan.wrapkey.json");
    Files.writeString(file, PlanFile.write(Plans.plain("orders-a")));
    assertThat(run("--plan", file.toString())).isEqualTo(1);
    assertThat(asked.getFirst().json()).isFalse();
    assertThat(asked.getFirst().target()).isInstanceOf(Checking.Target.Planned.class);
  }

  @Test
  void theRulesOfJanuary2023CanBeAskedFor() {
    run("--server", "orders-pg", "--profile", "2023");
    assertThat(asked.getFirst().profile()).isEqualTo(Profile.JANUARY_2023);
  }

  @ParameterizedTest
  @CsvSource({
    "'', (--server",
    "--server orders-pg --plan x, mutually exclusive",
    "--server ' ', needs the name",
    "--server a --cloud azure, usgovernment",
    "--server a --cloud moon, is none",
    "--server a --profile 1999, is neither",
    "--plan nothing.json, cannot be read",
  })
  void whatMakesNoSenseIsRefusedAndNothingIsAsked(String arguments, String said) {
    String[] given =
        arguments.isEmpty() ? new String[0] : arguments.replace("' '", "\u00a0").split(" ");
    for (int i = 0; i < given.length; i++) {
      given[i] = given[i].replace('\u00a0', ' ');
    }
    assertThat(run(given)).isEqualTo(2);
    assertThat(err.toString()).contains(said);
    assertThat(asked).isEmpty();
  }
}
