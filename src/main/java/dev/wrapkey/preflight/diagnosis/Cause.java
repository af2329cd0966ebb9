package dev.wrapkey.preflight.diagnosis;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Remedy;
import java.util.List;
import java.util.Optional;

/**
 * A suspect and what was found out about it.
 *
 * @param suspect what may be behind the failure
 * @param likelihood how it stands
 * @param evidence the checks that tell; empty if none could
 */
public record Cause(Suspect suspect, Likelihood likelihood, List<Check> evidence) {

  public Cause {
    evidence = List.copyOf(evidence);
  }

  /** The check that Wrapkey can do something about. */
  public Optional<Check> mendable() {
    return evidence.stream().filter(check -> check.remedy().isPresent()).findFirst();
  }

  /** What Wrapkey could do about it. */
  public Optional<Remedy> remedy() {
    return mendable().flatMap(Check::remedy);
  }
}
