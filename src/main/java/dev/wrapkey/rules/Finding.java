package dev.wrapkey.rules;

import java.util.Optional;

/**
 * A rule that something breaks.
 *
 * @param rule the rule's id, for example {@code NAME-1}
 * @param severity how much it weighs
 * @param message what is wrong and how to mend it, for the person at the screen; never contains a
 *     secret
 */
public record Finding(String rule, Severity severity, String message) {

  /** True if Azure would refuse. */
  public boolean blocks() {
    return severity == Severity.MUST;
  }

  /** The rule with the document it comes from. */
  public Rule origin() {
    return RulePack.rule(rule);
  }

  /** What another profile makes of it; empty if nothing is demanded there. */
  public Optional<Finding> under(Profile profile) {
    return origin().ruling(profile).map(ruling -> new Finding(rule, ruling.severity(), message));
  }
}
