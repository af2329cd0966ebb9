package dev.wrapkey.ui.recovery;

import dev.wrapkey.catalog.Catalog;
import dev.wrapkey.catalog.RegionFacts;
import dev.wrapkey.preflight.Preflight;
import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.Subject;
import dev.wrapkey.preflight.diagnosis.Likelihood;
import dev.wrapkey.preflight.recovery.Way;
import dev.wrapkey.preflight.recovery.Ways;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.HealthNote;
import dev.wrapkey.provisioning.LogEntry;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.practice.PracticeSteering;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Finds out what is the matter with a server's keys. Blocks. */
final class RecoveryReader {

  private static final Duration RECENT = Duration.ofDays(7);

  private final Cloud cloud;
  private final Time time;
  private final ResourceId id;
  private final Optional<PracticeSteering> steering;
  private final Preflight preflight;
  private final Ways ways;

  RecoveryReader(
      Cloud cloud,
      Time time,
      ResourceId id,
      Optional<PracticeSteering> steering,
      Executor background) {
    this.cloud = cloud;
    this.time = time;
    this.id = id;
    this.steering = steering;
    // What is wrong with a key does not depend on what was documented when.
    preflight = new Preflight(cloud, time, background);
    ways = new Ways(cloud, time, preflight);
  }

  Findings read(Cancellation cancellation) {
    Server server = cloud.servers().get(id);
    Subject subject = subject(server);
    boolean lost = server.state().equals("Inaccessible");
    return new Findings(
        server,
        subject,
        lost ? denied() : Optional.empty(),
        lost ? logged(cancellation) : Optional.empty(),
        mayBeLost(server) ? ways(server, subject, lost, cancellation) : List.of(),
        profile(),
        steering.flatMap(practice -> practice.nextLook(id.toString())));
  }

  private Profile profile() {
    return steering.map(PracticeSteering::profile).orElse(Profile.CURRENT);
  }

  private Subject subject(Server server) {
    return Subject.of(
        server,
        new Subscription(id.subscription(), id.subscription()),
        Catalog.region(server.region()).flatMap(RegionFacts::pair));
  }

  // A key of another tenant is nobody's here to look at.
  private boolean mayBeLost(Server server) {
    return server.encryption().isCustomerManaged() && cloud.servers().federatedClient(id).isEmpty();
  }

  /** Of a server that works, only what was seen to be wrong counts. */
  private List<Way> ways(Server server, Subject subject, boolean lost, Cancellation cancellation) {
    Report report = preflight.run(subject, _ -> {}, cancellation);
    return ways.of(server, report, profile()).stream()
        .filter(way -> lost || way.cause().likelihood() == Likelihood.FOUND)
        .toList();
  }

  // The server's own word is there already: without that of the others the page is still of use.
  private Optional<Instant> denied() {
    try {
      return cloud.watch().health(id).stream()
          .findFirst()
          .filter(HealthNote::isUnavailable)
          .flatMap(HealthNote::since);
    } catch (CloudFailure _) {
      return Optional.empty();
    }
  }

  private Optional<LogEntry> logged(Cancellation cancellation) {
    List<LogEntry> found = new ArrayList<>();
    Instant now = time.now();
    try {
      cloud.watch().activity(id, now.minus(RECENT), now, cancellation, found::addAll);
    } catch (CloudFailure _) {
      return Optional.empty();
    }
    return found.stream().filter(LogEntry::isTrouble).max(Comparator.comparing(LogEntry::at));
  }

  /** The way back with an identity that was chosen. */
  Way with(Way way, Findings now, ManagedIdentity identity, Cancellation cancellation) {
    return ways.with(way, now.server(), identity, now.subject(), cancellation);
  }
}
