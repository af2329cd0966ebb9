package dev.wrapkey.preflight;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.rules.RulePack;
import dev.wrapkey.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What was narrower in January 2023, put over the rules of today: CMK-10, CMK-13, CMK-36 and CMK-42
 * of one key.
 *
 * @param facts what is known of it
 */
record EarlyTrials(KeyFacts facts) {

  private static final int BITS = 2048;

  /** The trials of today, each preceded by what was narrower then. */
  List<Trial> over(List<Trial> today) {
    Map<String, Supplier<Optional<Check>>> narrower = narrower();
    List<Trial> all = new ArrayList<>();
    for (Trial trial : today) {
      Supplier<Optional<Check>> then = narrower.remove(trial.rule());
      all.add(then == null ? trial : trial.after(then));
    }
    narrower.forEach(
        (rule, then) -> all.add(new Trial(rule, facts.purpose(), Phrases.say("trial.key"), then)));
    return all;
  }

  private Map<String, Supplier<Optional<Check>>> narrower() {
    return new TreeMap<>(
        Map.of(
            "CMK-10",
            () -> facts.seenStore().filter(EarlyTrials::hasRoles).map(_ -> refused("CMK-10")),
            "CMK-13",
            () -> facts.seenKey().filter(EarlyTrials::isOther).map(_ -> refused("CMK-13")),
            "CMK-36",
            () ->
                Optional.of(facts.use().key())
                    .filter(key -> key.isManagedHsm())
                    .map(_ -> refused("CMK-36")),
            "CMK-42",
            () ->
                Optional.of(facts.use().key())
                    .filter(key -> key.version().isEmpty())
                    .map(_ -> versionless())));
  }

  private static boolean hasRoles(KeyStore store) {
    return store.kind() == KeyStore.Kind.KEY_VAULT && store.rbac();
  }

  private static boolean isOther(Key key) {
    return !key.type().equalsIgnoreCase("RSA") || key.bits() != BITS;
  }

  private Check refused(String rule) {
    return refused(facts.purpose(), rule);
  }

  /** In the words of the document of that time. */
  static Check refused(Purpose purpose, String rule) {
    String says = RulePack.rule(rule).ruling(Profile.JANUARY_2023).orElseThrow().says();
    return new Check(rule, purpose, Verdict.FAILED, Weights.then(says), Optional.empty());
  }

  private Check versionless() {
    Finding finding =
        new Finding("CMK-42", Severity.MUST, Weights.then(RulePack.words("CMK-42.2023")));
    return new Check(
        finding.rule(), facts.purpose(), Verdict.FAILED, finding.message(), Optional.empty());
  }
}
