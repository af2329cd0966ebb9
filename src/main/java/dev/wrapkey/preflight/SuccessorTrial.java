package dev.wrapkey.preflight;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.rules.KeyCheck;
import dev.wrapkey.rules.RulePack;
import java.util.List;
import java.util.Optional;

/**
 * Whether a server is cut off because it was left on a version that expired, though there is a
 * newer one: INA-2.
 *
 * @param facts what is known of the key
 * @param inquiry how to ask
 * @param server the server as it is
 */
record SuccessorTrial(KeyFacts facts, Inquiry inquiry, ServerFact server) {

  List<Trial> all() {
    Trials trials =
        new Trials(facts.purpose(), Phrases.say("trial.versions", facts.use().key().key()));
    return trials.add("INA-2", () -> leftBehind().flatMap(key -> told(trials, key))).all();
  }

  private Optional<Key> leftBehind() {
    return facts
        .seenKey()
        .filter(_ -> facts.use().key().version().isPresent())
        .filter(key -> server.isCutOffBy(key, inquiry.now()));
  }

  private Optional<Check> told(Trials trials, Key old) {
    return newer(old)
        .map(
            next ->
                trials.broken(
                    RulePack.finding("INA-2", old.id().key(), next.version().orElse("")),
                    Optional.empty()));
  }

  private Optional<KeyIdentifier> newer(Key old) {
    return facts.seenStore().stream()
        .flatMap(
            store ->
                inquiry.ask(cloud -> cloud.keyStores().versions(store, old.id().key())).stream())
        .takeWhile(version -> !version.id().equals(old.id()))
        .filter(version -> KeyCheck.obstacle(version, inquiry.now()).isEmpty())
        .map(Key::id)
        .findFirst();
  }
}
