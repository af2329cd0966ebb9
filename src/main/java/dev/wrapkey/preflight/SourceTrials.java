package dev.wrapkey.preflight;

import dev.wrapkey.catalog.Catalog;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rules.CopyCheck;
import dev.wrapkey.rules.Finding;
import java.util.List;
import java.util.Optional;

/** Rules about the server that is copied: SRC-1, RST-3, RST-5, REP-1, REP-2, REP-4 and CMK-34. */
final class SourceTrials {

  private final Origin origin;
  private final Subject subject;
  private final Inquiry inquiry;
  private final Fact<Server> source;

  SourceTrials(Origin origin, Subject subject, Inquiry inquiry) {
    this.origin = origin;
    this.subject = subject;
    this.inquiry = inquiry;
    this.source = new Fact<>(() -> inquiry.ask(cloud -> cloud.servers().get(origin.source())));
  }

  List<Trial> all() {
    Trials trials =
        new Trials(Purpose.SERVER, Phrases.say("trial.server.of", origin.source().name()));
    trials.add(
        "SRC-1",
        () ->
            Optional.of(
                trials.judged("SRC-1", CopyCheck.state(source.get()), source.get().state())));
    trials.add("RST-3", () -> key().map(id -> original(trials, id)));
    if (origin.mode() == Origin.Mode.GEO) {
      trials.add(
          "RST-5",
          () ->
              Optional.of(
                  trials.judged("RST-5", CopyCheck.geoBackup(source.get(), inquiry.now()))));
    }
    if (origin.isReplica()) {
      trials.add("REP-1", () -> Optional.of(trials.judged("REP-1", replicas())));
      trials.add(
          "REP-2", () -> Optional.of(trials.judged("REP-2", CopyCheck.size(source.get(), tier()))));
      trials.add(
          "REP-4",
          () ->
              Optional.of(
                  trials.judged(
                      "REP-4", CopyCheck.mode(source.get(), origin.mode(), subject.encryption()))));
    }
    if (origin.isReplica()) {
      trials.about("CMK-34", this::identity, identity -> near(trials, identity));
    }
    return trials.all();
  }

  private Optional<ManagedIdentity> identity() {
    return subject
        .encryption()
        .identity()
        .flatMap(id -> inquiry.find(cloud -> cloud.identities().get(id)));
  }

  private Check near(Trials trials, ManagedIdentity identity) {
    return trials.judged("CMK-34", CopyCheck.identity(identity, subject.region()));
  }

  /** The key that what is copied is under, if it is a customer's. */
  private Optional<KeyIdentifier> key() {
    DataEncryption present = source.get().encryption();
    return origin.mode() == Origin.Mode.GEO ? present.geo().map(GeoEncryption::key) : present.key();
  }

  private Check original(Trials trials, KeyIdentifier id) {
    return trials.judged(
        "RST-3",
        CopyCheck.original(id, inquiry.find(cloud -> cloud.keyStores().get(id)), inquiry.now()));
  }

  private Optional<Finding> replicas() {
    int present = inquiry.ask(cloud -> cloud.servers().replicas(origin.source())).size();
    return CopyCheck.replicas(source.get(), present);
  }

  private String tier() {
    return Catalog.tierOf(source.get().summary().sku());
  }
}
