package dev.wrapkey.preflight;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.RotationPolicy;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.Moments;
import dev.wrapkey.rules.RulePack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Advice about what becomes of the key with time: REC-4 and REC-7.
 *
 * @param facts what is known
 * @param now the moment to judge at
 */
record PolicyTrials(KeyFacts facts, Instant now) {

  private static final Duration AHEAD = Duration.ofDays(30);

  List<Trial> all() {
    Trials trials =
        new Trials(facts.purpose(), Phrases.say("trial.policy", facts.use().key().key()));
    trials.about("REC-4", facts::seenKey, key -> trials.judged("REC-4", passedBy(key)));
    trials.add("REC-7", () -> facts.seenKey().flatMap(key -> announced(trials, key)));
    return trials.all();
  }

  private Optional<Finding> passedBy(Key key) {
    boolean stays = facts.use().key().version().isPresent();
    return stays && facts.policy().get().rotate().isPresent()
        ? Optional.of(RulePack.finding("REC-4", key.id().key()))
        : Optional.empty();
  }

  /** Of a key that has expired already it is too late to tell. */
  private Optional<Check> announced(Trials trials, Key key) {
    Optional<Instant> end = key.life().expires();
    return end.filter(moment -> !moment.isAfter(now)).isPresent()
        ? Optional.empty()
        : Optional.of(trials.judged("REC-7", end.flatMap(moment -> unannounced(key, moment))));
  }

  private Optional<Finding> unannounced(Key key, Instant end) {
    RotationPolicy policy = facts.policy().get();
    boolean early =
        policy
            .notice()
            .flatMap(notice -> notice.moment(key.life()))
            .filter(moment -> !moment.isAfter(end.minus(AHEAD)))
            .isPresent();
    return early
        ? Optional.empty()
        : Optional.of(RulePack.finding("REC-7", key.id().key(), Moments.text(end)));
  }
}
