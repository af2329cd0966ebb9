package dev.wrapkey.preflight;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.KeyCheck;
import dev.wrapkey.rules.RulePack;
import java.util.List;
import java.util.Optional;

/**
 * The key is tried: PROOF-1. Only the service can act as the identity, so the account tries with
 * its own rights, which proves that the key lives, not that the identity may use it.
 *
 * @param facts what is known
 * @param inquiry how to ask
 */
record ProofTrial(KeyFacts facts, Inquiry inquiry) {

  List<Trial> all() {
    Trials trials =
        new Trials(facts.purpose(), Phrases.say("trial.key.of", facts.use().key().key()));
    return trials.about("PROOF-1", () -> facts.key().get(), key -> judged(trials, key)).all();
  }

  private Check judged(Trials trials, Key key) {
    return isFit(key)
        ? tried(trials, key)
        : trials.said("PROOF-1", Verdict.UNKNOWN, "PROOF-1.unfit");
  }

  /** A key that breaks a rule is known not to work. */
  private boolean isFit(Key key) {
    return KeyCheck.check(key, inquiry.now()).stream().noneMatch(Finding::blocks);
  }

  private Check tried(Trials trials, Key key) {
    try {
      boolean same = inquiry.ask(cloud -> cloud.safeguards().wrapsAndUnwraps(key.id()));
      return same
          ? trials.passed("PROOF-1")
          : trials.check(RulePack.finding("PROOF-1"), Verdict.FAILED, Optional.empty());
    } catch (CloudFailure refused) {
      if (refused.kind() == CloudFailure.Kind.FORBIDDEN) {
        return trials.said("PROOF-1", Verdict.UNKNOWN, "PROOF-1.unseen", refused.code());
      }
      throw refused;
    }
  }
}
