package dev.wrapkey.cli;

import dev.wrapkey.health.Urgency;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wrapkey health}: the keys of all servers, the most urgent first. */
@Command(
    name = "health",
    description = "Looks at the keys of all servers: what is wrong, and what will break when.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:no server is as bad as --fail-on says",
      "1:a server is",
      "2:bad arguments",
      "3:none that could be seen is, but not all that Azure demands could be seen"
    })
final class HealthCommand implements Callable<Integer> {

  private final Surveying surveying;

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup private Form form = new Form();

  /** One of them, or none. */
  private static final class Form {

    @Option(names = "--json", description = "Answers with JSON.")
    private boolean json;

    @Option(names = "--csv", description = "Answers with comma-separated values.")
    private boolean csv;

    private Surveying.Form wanted() {
      if (json) {
        return Surveying.Form.JSON;
      }
      return csv ? Surveying.Form.CSV : Surveying.Form.TEXT;
    }
  }

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      defaultValue = "error",
      description =
          "What is bad enough for exit code 1: error for servers in trouble, warning for those"
              + " that will break too (default ${DEFAULT-VALUE}).")
  private String failOn = "error";

  @Mixin private final CloudOption cloud;

  HealthCommand(Surveying surveying, CloudOption cloud) {
    this.surveying = surveying;
    this.cloud = cloud;
  }

  @Override
  public Integer call() {
    return surveying.look(new Surveying.Order(cloud.where(), form.wanted(), urgency()));
  }

  private Urgency urgency() {
    return switch (failOn) {
      case "error" -> Urgency.TROUBLE;
      case "warning" -> Urgency.WARNING;
      default ->
          throw new ParameterException(
              spec.commandLine(), "--fail-on is warning or error; '" + failOn + "' is neither.");
    };
  }
}
