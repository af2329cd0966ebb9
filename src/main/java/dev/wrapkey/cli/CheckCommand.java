package dev.wrapkey.cli;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.rules.Profile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code wrapkey check}: every rule that applies to a server's keys, held against what there is.
 */
@Command(
    name = "check",
    description = "Checks whether a server can be encrypted as it is, or as a plan wants it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing obstructs",
      "1:something obstructs: Azure would refuse, or the server would lose its key",
      "2:bad arguments, a bad plan, or no such server",
      "3:nothing obstructs that could be seen, but not all that Azure demands could be seen"
    })
final class CheckCommand implements Callable<Integer> {

  private final Checking checking;

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  /** Either of the two. */
  private static final class What {

    @Option(
        names = "--server",
        paramLabel = "NAME|ID",
        description = "A server as it is: its name or its resource identifier.")
    private @Nullable String server;

    @Option(
        names = "--plan",
        paramLabel = "FILE",
        description = "A server that is to be made: the plan, as the wizard saves it.")
    private @Nullable Path plan;
  }

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      defaultValue = "current",
      description = "By whose rules: current, or 2023 for those of January 2023.")
  private String profile = "current";

  @Option(names = "--json", description = "Answers with JSON.")
  private boolean json;

  @Mixin private final CloudOption cloud;

  CheckCommand(Checking checking, CloudOption cloud) {
    this.checking = checking;
    this.cloud = cloud;
  }

  @Override
  public Integer call() {
    Where where = cloud.where();
    return checking.check(new Checking.Order(where, target(where), profile(), json));
  }

  private Profile profile() {
    return switch (profile) {
      case "current" -> Profile.CURRENT;
      case "2023" -> Profile.JANUARY_2023;
      default -> throw refusal("--profile is current or 2023; '" + profile + "' is neither.");
    };
  }

  private Checking.Target target(Where where) {
    Path file = what.plan;
    String server = what.server;
    if (file != null) {
      return new Checking.Target.Planned(planned(file, where));
    }
    if (server == null || server.isBlank()) {
      throw refusal("--server needs the name or the resource identifier of a server.");
    }
    return new Checking.Target.Existing(server.strip());
  }

  private Plan planned(Path file, Where where) {
    Plan plan = PlanInput.read(spec, file);
    cloud.demand(where, file, plan);
    return plan;
  }

  private ParameterException refusal(String words) {
    return new ParameterException(spec.commandLine(), words);
  }
}
