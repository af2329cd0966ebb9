package dev.wrapkey.preflight;

import dev.wrapkey.rules.Profile;
import dev.wrapkey.rules.RulePack;
import dev.wrapkey.rules.Severity;
import dev.wrapkey.rules.Statement;
import java.util.Optional;

/**
 * How much a check weighs by the rules of a profile: what is demanded today may have been a
 * recommendation, and the other way about.
 *
 * @param profile whose rules
 */
record Weights(Profile profile) {

  /** The check as that profile has it; empty if it is a recommendation that nobody gave then. */
  Optional<Check> weigh(Check today) {
    if (profile == Profile.CURRENT) {
      return Optional.of(today);
    }
    Optional<Statement> ruling = today.origin().ruling(profile);
    if (ruling.isEmpty()) {
      return Optional.of(today)
          .filter(check -> check.obstructs() || check.origin().severity() != Severity.SHOULD);
    }
    return Optional.of(weigh(today, ruling.get()));
  }

  private static Check weigh(Check today, Statement ruling) {
    boolean broken = today.verdict() == Verdict.FAILED || today.verdict() == Verdict.ADVICE;
    Verdict then =
        switch (ruling.severity()) {
          case MUST -> Verdict.FAILED;
          case SHOULD -> Verdict.ADVICE;
          case LIMIT, FACT -> today.verdict();
        };
    return !broken || then == today.verdict()
        ? today
        : new Check(
            today.rule(),
            today.purpose(),
            then,
            today.message() + " " + then(ruling.says()),
            today.remedy());
  }

  /** What was said then, with the time before it. */
  static String then(String says) {
    return RulePack.words("CMK-42.then", says);
  }
}
