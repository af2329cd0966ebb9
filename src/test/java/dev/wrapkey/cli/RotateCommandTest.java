package dev.wrapkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.cli.Rotating.Act;
import dev.wrapkey.provisioning.KeyIdentifier;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command line of rotate. */
class RotateCommandTest {

  private static final String KEY = "https://kv-a.vault.azure.net/keys/k1";

  private final List<Rotating.Order> asked = new ArrayList<>();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line =
        new CommandLine(
            new RotateCommand(
                order -> {
                  asked.add(order);
                  return Rotating.NOT_YET;
                },
                new CloudOption(
                    () -> Optional.of(Path.of("state")),
                    Secrets.of(_ -> Optional.empty(), _ -> Optional.empty()))));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private Act act(String... arguments) {
    assertThat(run(arguments)).as(err.toString()).isEqualTo(3);
    return asked.getLast().act();
  }

  @Test
  void withoutMoreANewVersionIsMade() {
    assertThat(act("--server", "orders-pg"))
        .isEqualTo(new Act.Begin(true, Optional.empty(), Optional.empty()));
    assertThat(asked.getFirst().server()).isEqualTo("orders-pg");
    assertThat(asked.getFirst().speed()).hasToString("60x");
  }

  @Test
  void aKeyIsTakenAsItIsUnlessANewVersionIsAskedFor() {
    assertThat(act("--server", "a", "--key", KEY))
        .isEqualTo(new Act.Begin(false, Optional.of(KeyIdentifier.of(KEY)), Optional.empty()));
    assertThat(((Act.Begin) act("--server", "a", "--key", KEY, "--new-version")).newVersion())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--resume", "--roll-back", "--disable-old", "--gate"})
  void aRotationThatThereIsCanBeAskedAbout(String option) {
    assertThat(act("--server", "a", option).getClass().getSimpleName())
        .isEqualToIgnoringCase(option.replace("-", "").replace("disableold", "DisableOld"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', --server",
    "--server a --key nonsense, is not a key identifier",
    "--server a --identity /subscriptions/s, is not the identifier of an identity",
    "--server a --resume --roll-back, mutually exclusive",
    "--server a --resume --new-version, begin a rotation",
    "--server a --time never, --time",
    "--server a --cloud azure, is none",
    "--server a --cloud public --time 10x, clock cannot be set",
  })
  void whatMakesNoSenseIsRefusedAndNothingIsAsked(String arguments, String said) {
    assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(said);
    assertThat(asked).isEmpty();
  }
}
