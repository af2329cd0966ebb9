package dev.wrapkey.preflight;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Lock;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.RulePack;
import dev.wrapkey.rules.Severity;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about the server itself: BLD-12, STATE-1, LOCK-1, CMK-30, INA-1 and RIGHT-1. */
final class ServerTrials {

  private static final String READY = "Ready";
  private static final Period LONGER = Period.ofYears(1);

  private final Subject subject;
  private final Inquiry inquiry;
  private final ServerFact server;

  ServerTrials(Subject subject, Inquiry inquiry, ServerFact server) {
    this.subject = subject;
    this.inquiry = inquiry;
    this.server = server;
  }

  List<Trial> all() {
    DataEncryption wanted = subject.encryption();
    Trials trials = new Trials(Purpose.SERVER, Phrases.say("trial.server"));
    boolean half = wanted.key().isEmpty() || wanted.identity().isEmpty();
    if (wanted.isCustomerManaged() && half) {
      trials.add(
          "BLD-12", () -> Optional.of(trials.broken(RulePack.finding("BLD-12"), Optional.empty())));
    }
    subject
        .server()
        .ifPresent(
            id -> trials.add("STATE-1", () -> Optional.of(state(trials, server.get(), id.name()))));
    subject.server().ifPresent(id -> trials.add("LOCK-1", () -> Optional.of(open(trials, id))));
    if (wanted.isCustomerManaged()) {
      trials.about("CMK-30", server::seen, found -> mode(trials, found));
      trials.add("INA-1", () -> server.seen().flatMap(found -> expired(trials, found)));
    }
    OwnRights own = new OwnRights(subject, inquiry);
    return trials.add("RIGHT-1", () -> Optional.of(own.judged(trials, server.seen()))).all();
  }

  private static Check state(Trials trials, Optional<Server> found, String name) {
    if (found.isEmpty()) {
      return trials.said("STATE-1", Verdict.PASSED, "STATE-1.new", name);
    }
    String state = found.get().state();
    boolean free = state.equalsIgnoreCase(READY) || ServerFact.isInaccessible(found.get());
    return trials.judged(
        "STATE-1",
        free ? Optional.empty() : Optional.of(RulePack.finding("STATE-1", name, state)),
        state);
  }

  private Check open(Trials trials, ResourceId id) {
    List<Lock> locks = inquiry.ask(cloud -> cloud.safeguards().locks(id));
    return trials.judged(
        "LOCK-1",
        locks.stream()
            .filter(Lock::readOnly)
            .findFirst()
            .map(lock -> RulePack.finding("LOCK-1", lock.name(), lock.scope())));
  }

  private static Check mode(Trials trials, Server found) {
    return found.encryption().isCustomerManaged()
        ? trials.passed("CMK-30")
        : trials.check(RulePack.finding("CMK-30", found.name()), Verdict.FAILED, Optional.empty());
  }

  /**
   * Only an Inaccessible server that is to get another key is in this trap; a newer version of the
   * same key leads out (INA-2).
   */
  private Optional<Check> expired(Trials trials, Server found) {
    if (!server.isInaccessible()) {
      return Optional.empty();
    }
    List<Key> replaced = replaced(found.encryption());
    return replaced.stream()
        .filter(key -> ServerFact.isOver(key, inquiry.now()))
        .findFirst()
        .map(key -> trials.broken(finding(), Optional.of(extension(key.id()))))
        .or(() -> replaced.stream().findFirst().map(_ -> trials.passed("INA-1")));
  }

  /** The keys that the server has now and shall have no longer. */
  private List<Key> replaced(DataEncryption now) {
    DataEncryption wanted = subject.encryption();
    return Stream.concat(
            other(now.key(), wanted.key()),
            other(now.geo().map(GeoEncryption::key), wanted.geo().map(GeoEncryption::key)))
        .flatMap(used -> inquiry.find(cloud -> cloud.keyStores().get(used)).stream())
        .toList();
  }

  private static Stream<KeyIdentifier> other(
      Optional<KeyIdentifier> used, Optional<KeyIdentifier> wanted) {
    return used
        .filter(
            key -> !wanted.map(KeyIdentifier::versionless).equals(Optional.of(key.versionless())))
        .stream();
  }

  private static Finding finding() {
    return new Finding("INA-1", Severity.MUST, RulePack.words("INA-1"));
  }

  private Remedy extension(KeyIdentifier version) {
    Instant until = inquiry.now().atZone(ZoneOffset.UTC).plus(LONGER).toInstant();
    return new Remedy.ExtendExpiry(version, until);
  }
}
