package dev.wrapkey.preflight;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.Grants;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.rules.RightsCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether the identity may use the key: CMK-10, and CMK-11 for a managed HSM.
 *
 * <p>A role that was granted a moment ago may not hold everywhere yet, which nobody can see from
 * outside. Source: "Troubleshoot Azure RBAC", 11 December 2025: up to ten minutes.
 *
 * @param facts what is known
 * @param now the moment to judge at
 */
record RightsTrials(KeyFacts facts, Instant now) {

  static final Duration SPREADING = Duration.ofMinutes(10);

  List<Trial> all() {
    boolean hsm = facts.use().key().isManagedHsm();
    String rule = hsm ? "CMK-11" : "CMK-10";
    String what =
        Phrases.say("trial.rights", facts.use().identity().name(), facts.use().key().storeName());
    Trials trials = new Trials(facts.purpose(), what);
    return trials
        .about(rule, () -> facts.grants().get(), grants -> judged(trials, rule, grants))
        .all();
  }

  private Check judged(Trials trials, String rule, Grants grants) {
    KeyStore store = facts.store().get();
    ManagedIdentity identity = facts.seenIdentity().orElseThrow();
    return RightsCheck.check(identity, grants.rights(), store)
        .map(finding -> trials.broken(finding, Optional.of(new Remedy.Grant(store, identity))))
        .or(() -> grants.since().filter(this::isFresh).map(at -> fresh(trials, rule, at)))
        .orElseGet(() -> trials.passed(rule, identity.name()));
  }

  private boolean isFresh(Instant granted) {
    return now.isBefore(granted.plus(SPREADING));
  }

  private Check fresh(Trials trials, String rule, Instant granted) {
    long seconds = Math.max(0, Duration.between(granted, now).toSeconds());
    return trials.said(
        rule,
        Verdict.UNKNOWN,
        "CMK-10.fresh",
        facts.use().identity().name(),
        seconds < 60 ? seconds + " s" : seconds / 60 + " min",
        String.valueOf(SPREADING.toMinutes()));
  }
}
