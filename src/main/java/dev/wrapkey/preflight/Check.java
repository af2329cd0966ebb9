package dev.wrapkey.preflight;

import dev.wrapkey.rules.Rule;
import dev.wrapkey.rules.RulePack;
import java.util.Optional;

/**
 * One rule, held against what there is.
 *
 * @param rule the rule's id, for example {@code CMK-6}
 * @param purpose what was looked at
 * @param verdict what came of it
 * @param message for the person at the screen: what is wrong, why it matters and how to mend it; a
 *     short fact if it has passed; why nobody can tell if it is unknown. Never contains a secret
 * @param remedy what Wrapkey could do about it
 */
public record Check(
    String rule, Purpose purpose, Verdict verdict, String message, Optional<Remedy> remedy) {

  /** The rule with the document it comes from. */
  public Rule origin() {
    return RulePack.rule(rule);
  }

  /** Whether Azure would refuse, or the server would lose its key. */
  public boolean obstructs() {
    return verdict == Verdict.FAILED;
  }
}
