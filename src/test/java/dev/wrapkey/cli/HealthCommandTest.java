package dev.wrapkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.health.Urgency;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command line of health. */
class HealthCommandTest {

  private static final Where USUAL = new Where.Practice(Optional.empty());

  private final List<Surveying.Order> asked = new ArrayList<>();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line =
        new CommandLine(
            new HealthCommand(
                order -> {
                  asked.add(order);
                  return Surveying.FOUND;
                },
                new CloudOption(
                    Optional::empty, Secrets.of(_ -> Optional.empty(), _ -> Optional.empty()))));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  @Test
  void withoutArgumentsItIsTextAndOnlyTroubleFails() {
    assertThat(run()).isEqualTo(1);
    assertThat(asked)
        .containsExactly(new Surveying.Order(USUAL, Surveying.Form.TEXT, Urgency.TROUBLE));
  }

  @ParameterizedTest
  @CsvSource({
    "--json, JSON, TROUBLE",
    "--csv --fail-on error, CSV, TROUBLE",
    "--fail-on warning --json, JSON, WARNING",
  })
  void formAndFailureAreChosen(String arguments, Surveying.Form form, Urgency failOn) {
    run(arguments.split(" "));
    assertThat(asked).containsExactly(new Surveying.Order(USUAL, form, failOn));
  }

  @ParameterizedTest
  @CsvSource({
    "--json --csv, mutually exclusive",
    "--fail-on advice, is neither",
    "--cloud azure, is none",
  })
  void whatMakesNoSenseIsRefusedAndNothingIsAsked(String arguments, String said) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(said);
    assertThat(asked).isEmpty();
  }
}
