package dev.wrapkey.ui.preflight;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Probe;
import dev.wrapkey.preflight.Remedy;
import dev.wrapkey.preflight.Verdict;
import dev.wrapkey.provisioning.CloudFailure;
import java.util.Optional;

/** Where the one repair stands that may be under way. */
public sealed interface Repairing {

  /** Nothing is being repaired. */
  record None() implements Repairing {}

  /** A person is asked whether it is meant. */
  record Asked(Check check, Remedy remedy) implements Repairing {}

  /**
   * It is being applied, or has been and is being looked for.
   *
   * @param last the last look; empty as long as it is being applied
   */
  record Running(Check check, Remedy remedy, Optional<Probe> last) implements Repairing {}

  /** It was applied. */
  record Applied(Check check, Check after) implements Repairing {

    /** Whether it has taken effect. */
    boolean holds() {
      return after.verdict() == Verdict.PASSED || after.verdict() == Verdict.ADVICE;
    }
  }

  /** It was applied, and nobody waited for it to take effect. */
  record Left(Check check) implements Repairing {}

  /** The cloud refused it. */
  record Refused(Check check, CloudFailure why) implements Repairing {}

  /** Whether this is about a check, as far as it is known which. */
  default boolean isAbout(Check check) {
    return switch (this) {
      case None() -> false;
      case Asked(Check own, _) -> same(own, check);
      case Running(Check own, _, _) -> same(own, check);
      case Applied(Check own, _) -> same(own, check);
      case Left(Check own) -> same(own, check);
      case Refused(Check own, _) -> same(own, check);
    };
  }

  private static boolean same(Check one, Check other) {
    return one.rule().equals(other.rule()) && one.purpose() == other.purpose();
  }
}
