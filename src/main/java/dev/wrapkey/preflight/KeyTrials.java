package dev.wrapkey.preflight;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.KeyCheck;
import dev.wrapkey.rules.Moments;
import dev.wrapkey.rules.RulePack;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Rules about the key itself: KEY-1, CMK-13 to CMK-19 and CMK-42.
 *
 * @param facts what is known of it
 * @param now the moment to judge at
 * @param server the server as it is
 */
record KeyTrials(KeyFacts facts, Instant now, ServerFact server) {

  private static final Period LONGER = Period.ofYears(1);

  List<Trial> all() {
    KeyIdentifier id = facts.use().key();
    Trials trials =
        new Trials(facts.purpose(), Phrases.say("trial.key.in", id.key(), id.storeName()));
    trials.add("KEY-1", () -> Optional.of(present(trials)));
    trials.about("CMK-13", facts::seenKey, key -> kind(trials, key));
    trials.add("CMK-14", () -> strength(trials));
    trials.about("CMK-15", facts::seenKey, key -> trials.judged("CMK-15", of(key, "CMK-15")));
    trials.about("CMK-16", facts::seenKey, key -> expiry(trials, key));
    trials.about("CMK-17", facts::seenKey, key -> enabled(trials, key));
    trials.about("CMK-19", facts::seenKey, key -> trials.judged("CMK-19", of(key, "CMK-19")));
    trials.add("CMK-42", () -> Optional.of(followed(trials)));
    return trials.all();
  }

  private Check present(Trials trials) {
    return facts
        .key()
        .get()
        .map(key -> trials.passed("KEY-1", key.id().version().orElse("")))
        .orElseGet(() -> trials.broken(KeyCheck.missing(facts.use().key()), Optional.empty()));
  }

  private Check kind(Trials trials, Key key) {
    return trials.judged("CMK-13", of(key, "CMK-13"), key.type(), String.valueOf(key.bits()));
  }

  /** Of a key of the wrong kind there is no more to say. */
  private Optional<Check> strength(Trials trials) {
    return facts
        .seenKey()
        .filter(key -> of(key, "CMK-13").isEmpty())
        .map(key -> trials.judged("CMK-14", of(key, "CMK-14")));
  }

  private Check expiry(Trials trials, Key key) {
    Instant until = now.atZone(ZoneOffset.UTC).plus(LONGER).toInstant();
    return of(key, "CMK-16")
        .map(
            finding ->
                trials.broken(
                    server.isCutOffBy(key, now) ? first(finding, key) : finding,
                    Optional.of(new Remedy.ExtendExpiry(key.id(), until))))
        .orElseGet(
            () ->
                key.life()
                    .expires()
                    .map(
                        end ->
                            trials.said(
                                "CMK-16", Verdict.PASSED, "CMK-16.later", Moments.text(end)))
                    .orElseGet(() -> trials.passed("CMK-16")));
  }

  /** INA-1: of the key that cut the server off, another one is no way out. */
  private static Finding first(Finding expired, Key key) {
    String day = key.life().expires().map(Moments::text).orElse("");
    return new Finding(
        expired.rule(), expired.severity(), RulePack.words("CMK-16.down", key.id().key(), day));
  }

  private Check enabled(Trials trials, Key key) {
    return of(key, "CMK-17")
        .map(finding -> trials.broken(finding, Optional.of(new Remedy.EnableKey(key.id()))))
        .orElseGet(() -> trials.passed("CMK-17"));
  }

  private Check followed(Trials trials) {
    return trials.judged(
        "CMK-42", facts.use().key().version().map(_ -> RulePack.finding("CMK-42")));
  }

  private Optional<Finding> of(Key key, String rule) {
    return KeyCheck.check(key, now).stream()
        .filter(finding -> finding.rule().equals(rule))
        .findFirst();
  }
}
