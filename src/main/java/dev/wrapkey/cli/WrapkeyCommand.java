package dev.wrapkey.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code wrapkey} with its subcommands; without one it opens the window. */
@Command(
    name = "wrapkey",
    description =
        "Creates Azure PostgreSQL servers with customer-managed keys and rotates their keys.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
public final class WrapkeyCommand implements Callable<Integer> {

  private final Desktop desktop;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--state",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Folder of all that the program keeps, the practice cloud among it.")
  private @Nullable Path state;

  @Option(
      names = "--theme",
      paramLabel = "THEME",
      scope = ScopeType.INHERIT,
      defaultValue = "system",
      description = "Colours: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private Options.Theme theme = Options.Theme.SYSTEM;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "A plan to show in the window.")
  private @Nullable Path plan;

  private WrapkeyCommand(Desktop desktop) {
    this.desktop = desktop;
  }

  /**
   * Reads the arguments and does what they say.
   *
   * @return the exit code: what {@code desktop}, {@code practice} or one of the {@code jobs}
   *     answers, 2 for arguments that make no sense
   */
  public static int run(Desktop desktop, Practice practice, Jobs jobs, String... arguments) {
    if (arguments.length
        == 0) { // what a person waits for; reading no words takes a tenth of a second
      return desktop.open(new Options(Optional.empty(), Options.Theme.SYSTEM), Optional.empty());
    }
    return run(desktop, practice, jobs, Secrets.standard(), arguments);
  }

  /**
   * The same.
   *
   * @param secrets where commands get them
   */
  public static int run(
      Desktop desktop, Practice practice, Jobs jobs, Secrets secrets, String... arguments) {
    CommandLine line =
        arguments.length > 0 && arguments[0].equals(PracticeCommand.NAME)
            ? practiceLine(desktop, practice)
            : commandLine(desktop, practice, jobs, secrets);
    return line.execute(arguments);
  }

  static CommandLine commandLine(Desktop desktop, Practice practice, Jobs jobs, Secrets secrets) {
    CommandLine line = practiceLine(desktop, practice);
    WrapkeyCommand wrapkey = line.getCommand();
    Supplier<CloudOption> cloud = () -> new CloudOption(wrapkey::stateFolder, secrets);
    line.addSubcommand(new CreateCommand(jobs.create(), cloud.get(), secrets.administrator()));
    line.addSubcommand(new CheckCommand(jobs.check(), cloud.get()));
    line.addSubcommand(new RotateCommand(jobs.rotate(), cloud.get()));
    line.addSubcommand(new RecordCommand(jobs.recount(), wrapkey::stateFolder));
    line.addSubcommand(new HealthCommand(jobs.health(), cloud.get()));
    line.addSubcommand(new ImpactCommand(jobs.foretell(), cloud.get()));
    line.addSubcommand(new CommandLine(new PlanCommand(Console.standard())));
    return settled(line);
  }

  /**
   * Only what {@code wrapkey practice} needs: the library's work on every other word takes time.
   */
  private static CommandLine practiceLine(Desktop desktop, Practice practice) {
    WrapkeyCommand wrapkey = new WrapkeyCommand(desktop);
    CommandLine line = new CommandLine(wrapkey);
    CommandLine practiceLine = new CommandLine(new PracticeCommand(practice, wrapkey::stateFolder));
    practiceLine.addSubcommand(new FaultCommand(practice, wrapkey::stateFolder));
    practiceLine.addSubcommand(new WrapCommand(practice));
    practiceLine.addSubcommand(new RehearseCommand(practice.rehearsing(), wrapkey::stateFolder));
    line.addSubcommand(practiceLine);
    return settled(line);
  }

  /** Reaches those subcommands that are there already. */
  private static CommandLine settled(CommandLine line) {
    line.registerConverter(Options.Theme.class, WrapkeyCommand::theme);
    line.setParameterExceptionHandler(Complaint::tell);
    return line;
  }

  @Override
  public Integer call() {
    return gui(plan);
  }

  @Command(
      name = "gui",
      description = "Opens the window (the default).",
      mixinStandardHelpOptions = true)
  int gui(
      @Parameters(
              index = "0",
              arity = "0..1",
              paramLabel = "FILE",
              description = "A plan to show in the window.")
          @Nullable Path file) {
    return desktop.open(options(), Optional.ofNullable(file).map(this::file));
  }

  @Command(
      name = "tour",
      description =
          "Walks through the main job without a display and takes a picture of each screen; on a"
              + " practice cloud of its own, or on that of --state, which it changes.",
      mixinStandardHelpOptions = true)
  int tour(
      @Option(
              names = "--out",
              paramLabel = "DIR",
              defaultValue = "target/tour",
              description = "Folder for the pictures (default ${DEFAULT-VALUE}).")
          Path out) {
    return desktop.tour(options(), folder("--out", out));
  }

  @Command(
      name = "rehearse",
      hidden = true,
      description = "For the build: does once what takes time when the program starts.",
      mixinStandardHelpOptions = true)
  int rehearse(
      @Option(names = "--no-window", description = "Only serves.") boolean noWindow,
      @Parameters(paramLabel = "DIR", description = "Folder for what is left of it.") Path folder) {
    return desktop.rehearse(options(), folder("DIR", folder), !noWindow);
  }

  private Options options() {
    return new Options(stateFolder(), theme);
  }

  private Optional<Path> stateFolder() {
    return Optional.ofNullable(state).map(path -> folder("--state", path));
  }

  private static Options.Theme theme(String name) {
    return Arrays.stream(Options.Theme.values())
        .filter(theme -> theme.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(name + " is none of light, dark, system"));
  }

  private Path file(Path path) {
    if (!Files.exists(path) || Files.isDirectory(path)) {
      throw new ParameterException(
          spec.commandLine(), path + " is neither a command nor a file with a plan.");
    }
    return path;
  }

  private Path folder(String option, Path path) {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new ParameterException(
          spec.commandLine(), option + " needs a folder; " + path + " is a file.");
    }
    return path;
  }
}
