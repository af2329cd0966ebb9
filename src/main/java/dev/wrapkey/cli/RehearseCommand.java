package dev.wrapkey.cli;

import dev.wrapkey.rehearsal.Scenario;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wrapkey practice rehearse}: plays what goes wrong with keys. */
@Command(
    name = "rehearse",
    description =
        "Begins a rehearsal in a practice cloud that nobody has open, or goes on with it; without"
            + " a name, lists them.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RehearseCommand implements Callable<Integer> {

  private final Rehearsing rehearsing;
  private final Supplier<Optional<Path>> state;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which, as in the list.")
  private @Nullable String name;

  @ArgGroup(exclusive = true)
  private @Nullable What what;

  /** One at most; without any it begins. */
  private static final class What {

    @Option(names = "--check", description = "Looks whether the goal is reached.")
    private boolean check;

    @Option(names = "--hint", description = "Takes the next hint.")
    private boolean hint;

    @Option(names = "--give-up", description = "Ends it, and clears away what it is played with.")
    private boolean giveUp;

    private Rehearsing.Act act() {
      if (check) {
        return Rehearsing.Act.CHECK;
      }
      return hint ? Rehearsing.Act.HINT : Rehearsing.Act.GIVE_UP;
    }
  }

  RehearseCommand(Rehearsing rehearsing, Supplier<Optional<Path>> state) {
    this.rehearsing = rehearsing;
    this.state = state;
  }

  @Override
  public Integer call() {
    What wanted = what;
    if (name == null && wanted != null) {
      throw refusal("Say which rehearsal: " + names() + ".");
    }
    if (name == null) {
      return rehearsing.list(state.get());
    }
    Scenario scenario =
        Scenario.named(name)
            .orElseThrow(() -> refusal("There is no such rehearsal. There are " + names() + "."));
    return rehearsing.act(
        state.get(), scenario, wanted == null ? Rehearsing.Act.BEGIN : wanted.act());
  }

  private static String names() {
    return Arrays.stream(Scenario.values()).map(Scenario::id).collect(Collectors.joining(", "));
  }

  private ParameterException refusal(String words) {
    return new ParameterException(spec.commandLine(), words);
  }
}
