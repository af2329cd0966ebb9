package dev.wrapkey.rules;

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
}
