package dev.wrapkey.preflight;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.rules.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All trials of one preflight, in the order in which they are reported. */
final class Agenda {

  private final boolean early;
  private final Subject subject;
  private final Inquiry inquiry;
  private final Instant now;
  private final StoreSearch search;
  private final Fact<String> tenant;
  private final ServerFact server;

  /**
   * @param profile whose rules: those of today or of January 2023
   */
  Agenda(Subject subject, Inquiry inquiry, Profile profile) {
    if (profile != Profile.CURRENT && profile != Profile.JANUARY_2023) {
      throw new IllegalArgumentException("no rules of flexible servers: " + profile);
    }
    this.early = profile == Profile.JANUARY_2023;
    this.subject = subject;
    this.inquiry = inquiry;
    this.now = inquiry.now();
    Fact<List<Subscription>> others =
        new Fact<>(() -> inquiry.ask(cloud -> cloud.directory().subscriptions()));
    this.server = new ServerFact(subject, inquiry);
    this.search = new StoreSearch(inquiry, subject.subscription(), others);
    this.tenant =
        new Fact<>(
            () -> inquiry.ask(cloud -> cloud.safeguards().tenant(subject.subscription().id())));
  }

  List<Trial> trials() {
    List<Trial> all = new ArrayList<>();
    if (subject.encryption().isCustomerManaged()) {
      subject
          .encryption()
          .key()
          .ifPresent(
              key ->
                  subject
                      .encryption()
                      .identity()
                      .ifPresent(who -> add(all, Purpose.PRIMARY, key, who, subject.region())));
      subject.encryption().geo().ifPresent(geo -> addGeo(all, geo));
      all.addAll(new GeoTrials(subject).all());
      if (early && subject.pairedRegion().isPresent()) {
        all.add(
            new Trial(
                "CMK-24",
                Purpose.GEO,
                Phrases.say("trial.key.second"),
                () -> Optional.of(EarlyTrials.refused(Purpose.GEO, "CMK-24"))));
      }
    }
    all.addAll(new ServerTrials(subject, inquiry, server).all());
    subject
        .origin()
        .ifPresent(origin -> all.addAll(new SourceTrials(origin, subject, inquiry).all()));
    return all;
  }

  private void addGeo(List<Trial> all, GeoEncryption geo) {
    subject
        .pairedRegion()
        .ifPresent(pair -> add(all, Purpose.GEO, geo.key(), geo.identity(), pair));
  }

  private void add(
      List<Trial> all, Purpose purpose, KeyIdentifier key, ResourceId identity, String region) {
    KeyFacts facts =
        new KeyFacts(new KeyFacts.Use(purpose, key, identity, region), inquiry, search);
    List<Trial> today = today(facts);
    all.addAll(early ? new EarlyTrials(facts).over(today) : today);
  }

  private List<Trial> today(KeyFacts facts) {
    ResourceId identity = facts.use().identity();
    List<Trial> all = new ArrayList<>(new StoreTrials(facts, subject, tenant).all());
    all.addAll(new KeyTrials(facts, now, server).all());
    all.addAll(
        new IdentityTrials(
                facts,
                new Fact<>(
                    () -> inquiry.ask(cloud -> cloud.safeguards().ownActions(identity.toString()))))
            .all());
    all.addAll(new SuccessorTrial(facts, inquiry, server).all());
    all.addAll(new RightsTrials(facts, now).all());
    all.addAll(new PolicyTrials(facts, now).all());
    all.addAll(new ProofTrial(facts, inquiry).all());
    return all;
  }
}
