package dev.wrapkey.cli;

import dev.wrapkey.export.Export;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.simulator.gateway.Speed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wrapkey create}: the server of a plan, without the window. */
@Command(
    name = "create",
    description = "Creates the server of a plan, without the window.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the server was created",
      "1:it failed; what exists is told",
      "2:bad arguments or a bad plan; nothing was begun",
      "3:stopped; what exists is told"
    })
final class CreateCommand implements Callable<Integer> {

  private final Automation automation;
  private final Passwords passwords;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      required = true,
      description = "The plan, as the wizard saves it.")
  private Path file = Path.of("");

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "File whose first line is the administrator's password. Without it the environment"
              + " variable "
              + Export.PASSWORD_VARIABLE
              + " is used, or you are asked.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--resume",
      description = "Goes on with a deployment of this server that was broken off.")
  private boolean resume;

  @Option(
      names = "--yes",
      description =
          "In Azure: does not ask before it makes what costs money. Needed where nobody can be"
              + " asked.")
  private boolean yes;

  @Mixin private final CloudOption cloud;
  @Mixin private final ClockOption clock = new ClockOption();

  CreateCommand(Automation automation, CloudOption cloud, Passwords passwords) {
    this.automation = automation;
    this.cloud = cloud;
    this.passwords = passwords;
  }

  @Override
  public Integer call() {
    Where where = cloud.where();
    Speed speed = clock.speed(where);
    Plan plan = PlanInput.read(spec, file);
    cloud.demand(where, file, plan);
    Plan ready = withPassword(plan);
    List<String> problems = PlanProblems.of(ready);
    if (!problems.isEmpty()) {
      throw refusal(file + ": " + String.join(System.lineSeparator(), problems));
    }
    return automation.create(new Automation.Create(where, ready, speed, resume, yes));
  }

  private Plan withPassword(Plan plan) {
    Plan.Basics basics = plan.basics();
    Plan.Authentication authentication = basics.authentication();
    return plan.takesPassword()
        ? plan.withBasics(
            new Plan.Basics(
                basics.subscription(),
                basics.group(),
                basics.createGroup(),
                basics.name(),
                basics.region(),
                basics.version(),
                basics.availabilityZone(),
                new Plan.Authentication(
                    authentication.method(),
                    authentication.login(),
                    password(),
                    authentication.administrators())))
        : plan;
  }

  private Secret password() {
    try {
      return passwords
          .find(passwordFile)
          .orElseThrow(
              () ->
                  refusal(
                      "The plan needs the administrator's password: use --password-file or the"
                          + " environment variable "
                          + Export.PASSWORD_VARIABLE
                          + ", or run this at a terminal."));
    } catch (IOException unreadable) {
      throw refusal("--password-file: " + passwordFile + " cannot be read.");
    }
  }

  private ParameterException refusal(String words) {
    return new ParameterException(spec.commandLine(), words);
  }
}
