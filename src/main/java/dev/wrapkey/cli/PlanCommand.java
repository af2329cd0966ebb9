package dev.wrapkey.cli;

import dev.wrapkey.export.Export;
import dev.wrapkey.export.Exported;
import dev.wrapkey.export.Format;
import dev.wrapkey.provisioning.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wrapkey plan}: what can be done with a plan but carry it out. */
@Command(
    name = "plan",
    description = "Works with plans that the wizard has saved.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PlanCommand implements Runnable {

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  PlanCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    throw refusal("Say what to do: export.");
  }

  @Command(
      name = "export",
      description = "Writes a plan for another program; passwords are parameters there.",
      mixinStandardHelpOptions = true)
  int export(
      @Option(
              names = "--plan",
              paramLabel = "FILE",
              required = true,
              description = "The plan, as the wizard saves it.")
          Path file,
      @Option(
              names = "--as",
              paramLabel = "FORMAT",
              required = true,
              description = "arm, bicep, cli (bash and PowerShell) or terraform.")
          String word,
      @Option(
              names = "--out",
              paramLabel = "DIR",
              required = true,
              description = "Folder for the files; files of the same name are replaced.")
          Path out) {
    Format format =
        Format.of(word)
            .orElseThrow(
                () -> refusal("--as is arm, bicep, cli or terraform; '" + word + "' is none."));
    Plan plan = PlanInput.read(spec, file);
    Export.refusal(plan, format)
        .ifPresent(
            why -> {
              throw refusal(why);
            });
    try {
      Files.createDirectories(out);
      for (Exported exported : Export.of(plan, format)) {
        Path written = out.resolve(exported.name());
        Files.writeString(written, exported.text());
        console.say(written.toString());
      }
      return Automation.CREATED;
    } catch (IOException unusable) {
      console.complain("The files cannot be written to " + out + ": " + unusable.getMessage());
      return Automation.FAILED;
    }
  }

  private ParameterException refusal(String words) {
    return new ParameterException(spec.commandLine(), words);
  }
}
