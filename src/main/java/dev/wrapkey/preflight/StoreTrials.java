package dev.wrapkey.preflight;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Lock;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.ReachCheck;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.rules.RulePack;
import dev.wrapkey.rules.StoreCheck;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rules about the key store: CMK-1 to CMK-8, CMK-25 and REC-1 to REC-3.
 *
 * @param key what is known of it
 * @param subject the server
 * @param tenant the tenant of the server's subscription
 */
record StoreTrials(KeyFacts key, Subject subject, Fact<String> tenant) {

  List<Trial> all() {
    String name = Phrases.say("trial.store", key.use().key().storeName());
    Trials trials = new Trials(key.purpose(), name);
    trials.add("STORE-1", () -> Optional.of(visible(trials)));
    trials.about("CMK-1", key::seenStore, store -> sameTenant(trials, store));
    place(trials);
    trials.about("CMK-4", key::seenStore, store -> sameSubscription(trials, store));
    trials.about("CMK-5", key::seenStore, store -> guarded(trials, "CMK-5", store));
    trials.about("CMK-6", key::seenStore, store -> guarded(trials, "CMK-6", store));
    trials.about("CMK-7", key::seenStore, store -> retention(trials, store));
    trials.about("CMK-8", key::seenStore, store -> reached(trials, store));
    trials.about(
        "REC-3", key::seenStore, store -> trials.judged("REC-3", ReachCheck.exposed(store)));
    trials.about("REC-1", key::seenStore, store -> locked(trials, store));
    trials.about("REC-2", key::seenStore, store -> logged(trials, store));
    return trials.all();
  }

  private Check visible(Trials trials) {
    KeyStore store = key.store().get();
    return trials.passed("STORE-1", store.name(), store.id().resourceGroup());
  }

  private Check sameTenant(Trials trials, KeyStore store) {
    return trials.judged("CMK-1", StoreCheck.tenant(store, tenant.get()));
  }

  private void place(Trials trials) {
    String rule = key.purpose() == Purpose.GEO ? "CMK-25" : "CMK-3";
    trials.about(
        rule,
        key::seenStore,
        store -> {
          Optional<Finding> finding =
              key.purpose() == Purpose.GEO ? pair(store) : of(store, "CMK-3");
          return trials.judged(rule, finding, RegionNames.display(key.use().region()));
        });
  }

  private Optional<Finding> pair(KeyStore store) {
    return StoreCheck.pair(
        store, key.use().region(), subject.encryption().key().orElseThrow().host());
  }

  private Check sameSubscription(Trials trials, KeyStore store) {
    return of(store, "CMK-4")
        // The portal's lists ask for it; the service takes any.
        .map(finding -> trials.check(finding, Verdict.ADVICE, Optional.empty()))
        .orElseGet(() -> trials.passed("CMK-4"));
  }

  private Check guarded(Trials trials, String rule, KeyStore store) {
    return of(store, rule)
        .map(
            finding ->
                trials.broken(finding, ofVault(store).map(Remedy.EnablePurgeProtection::new)))
        .orElseGet(() -> trials.passed(rule));
  }

  private Check retention(Trials trials, KeyStore store) {
    return trials.judged(
        "CMK-7", of(store, "CMK-7"), String.valueOf(store.protection().retentionDays()));
  }

  private static Check reached(Trials trials, KeyStore store) {
    return ReachCheck.closed(store)
        .map(
            finding -> trials.broken(finding, ofVault(store).map(Remedy.AllowTrustedServices::new)))
        .orElseGet(() -> trials.passed("CMK-8"));
  }

  private Check locked(Trials trials, KeyStore store) {
    List<Lock> locks = key.locks().get();
    return locks.isEmpty()
        ? trials.broken(RulePack.finding("REC-1", store.name()), Optional.empty())
        : trials.passed("REC-1", locks.stream().map(Lock::name).collect(Collectors.joining(", ")));
  }

  private Check logged(Trials trials, KeyStore store) {
    return trials.judged(
        "REC-2",
        key.logged().get()
            ? Optional.empty()
            : Optional.of(RulePack.finding("REC-2", store.name())));
  }

  // A managed HSM is changed by a long operation of its own, which Wrapkey does not know.
  private static Optional<KeyStore> ofVault(KeyStore store) {
    return Optional.of(store).filter(each -> each.kind() == KeyStore.Kind.KEY_VAULT);
  }

  private Optional<Finding> of(KeyStore store, String rule) {
    return StoreCheck.check(store, key.use().region(), subject.subscription().id()).stream()
        .filter(finding -> finding.rule().equals(rule))
        .findFirst();
  }
}
