package dev.wrapkey.cli;

import dev.wrapkey.export.plan.PlanFile;
import dev.wrapkey.export.plan.PlanUnreadable;
import dev.wrapkey.provisioning.Plan;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Plan files that somebody names at the command line. */
final class PlanInput {

  // A plan with all the rules and tags that there may be has less than a tenth of this.
  private static final long LONGEST = 4L << 20;

  private PlanInput() {}

  /**
   * Reads a plan.
   *
   * @throws ParameterException with a sentence for the person
   */
  static Plan read(CommandSpec command, Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw refusal(command, file, "it is too long for a plan");
      }
      return PlanFile.read(Files.readString(file));
    } catch (PlanUnreadable bad) {
      throw refusal(command, file, String.valueOf(bad.getMessage()));
    } catch (CharacterCodingException binary) {
      throw refusal(command, file, "it is not a text in UTF-8");
    } catch (IOException unreadable) {
      throw refusal(command, file, "it cannot be read");
    }
  }

  private static ParameterException refusal(CommandSpec command, Path file, String why) {
    return new ParameterException(command.commandLine(), file + ": " + why);
  }
}
