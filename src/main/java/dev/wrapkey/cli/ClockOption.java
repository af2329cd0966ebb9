package dev.wrapkey.cli;

import dev.wrapkey.simulator.gateway.Speed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How fast the practice cloud's time runs. */
final class ClockOption {

  private static final String USUAL = "60x";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--time",
      paramLabel = "SPEED",
      description = "The practice cloud's time: instant, real or a factor (" + USUAL + ").")
  private @Nullable String time;

  /**
   * What was chosen.
   *
   * @param where in Azure there is nothing to choose
   * @throws ParameterException with a sentence for the person
   */
  Speed speed(Where where) {
    String chosen = time;
    if (chosen != null && where instanceof Where.Azure) {
      throw refusal(
          "it is about the practice cloud, and Azure's clock cannot be set; leave it out.");
    }
    try {
      Speed speed = Speed.of(chosen == null ? USUAL : chosen);
      if (speed.paused()) {
        throw refusal("nothing would ever be done on a clock that is paused.");
      }
      return speed;
    } catch (IllegalArgumentException nonsense) {
      throw refusal(String.valueOf(nonsense.getMessage()));
    }
  }

  private ParameterException refusal(String words) {
    return new ParameterException(spec.commandLine(), "--time: " + words);
  }
}
