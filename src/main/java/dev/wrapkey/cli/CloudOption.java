package dev.wrapkey.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which cloud a command works in. */
final class CloudOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--cloud",
      paramLabel = "CLOUD",
      defaultValue = "practice",
      description = "practice or azure (default ${DEFAULT-VALUE}; azure is not possible yet).")
  private String cloud = "practice";

  /**
   * Refuses what is not possible.
   *
   * @param does what the command does, for example {@code creates servers}
   * @param instead a sentence on what else can be done, or empty
   */
  void requirePractice(String does, String instead) {
    if (cloud.equals("azure")) {
      throw refusal(
          "This version of Wrapkey "
              + does
              + " in the practice cloud only: it cannot sign in to Azure yet."
              + instead);
    }
    if (!cloud.equals("practice")) {
      throw refusal("--cloud is practice or azure; '" + cloud + "' is neither.");
    }
  }

  private ParameterException refusal(String words) {
    return new ParameterException(spec.commandLine(), words);
  }
}
