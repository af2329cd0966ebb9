package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.rotation.SafetyGate.Hidden;
import dev.wrapkey.rotation.SafetyGate.Reason;
import dev.wrapkey.rotation.SafetyGate.Relation;
import dev.wrapkey.rules.KeyAct;
import dev.wrapkey.rules.KeyImpact;
import dev.wrapkey.rules.Overlap;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks at everything that may need a version that a rotation has left. Changes nothing. */
final class GateInquiry {

  private final Cloud cloud;
  private final Time time;
  private final Retry.Policy policy;
  private final Optional<WrapProof> proof;
  private final Cancellation cancellation;

  GateInquiry(
      Cloud cloud,
      Time time,
      Retry.Policy policy,
      Optional<WrapProof> proof,
      Cancellation cancellation) {
    this.cloud = cloud;
    this.time = time;
    this.policy = policy;
    this.proof = proof;
    this.cancellation = cancellation;
  }

  SafetyGate gate(RotationLedger.Entry entry) {
    List<KeyIdentifier> versions = entry.retired();
    List<Reason> reasons = new ArrayList<>();
    if (entry.phase() != RotationLedger.Phase.SUCCEEDED) {
      reasons.add(new SafetyGate.NotSucceeded(entry.phase()));
    } else {
      health(entry.order().server()).ifPresent(reasons::add);
      entry.made().rewrapped().map(GateInquiry::overlap).ifPresent(reasons::add);
    }
    Landscape around = look(reasons);
    for (KeyIdentifier version : versions) {
      reasons.addAll(uses(entry, version, around.users()));
    }
    reasons.addAll(wraps(entry, versions, around));
    if (proof.isEmpty() && !versions.isEmpty()) {
      reasons.add(new SafetyGate.NotShown(Hidden.WRAPPING));
      reasons.add(new SafetyGate.NotShown(Hidden.RESTORED_SERVERS));
    }
    return new SafetyGate(versions, time.now(), reasons);
  }

  /** All that may need a version. */
  private record Landscape(List<KeyUser> users, List<ResourceId> servers) {}

  private Landscape look(List<Reason> reasons) {
    List<KeyUser> users = new ArrayList<>();
    List<ResourceId> servers = new ArrayList<>();
    for (Subscription subscription : call(() -> cloud.directory().subscriptions())) {
      try {
        users.addAll(call(() -> cloud.keyUsers().list(subscription.id())));
        if (proof.isPresent()) {
          call(() -> cloud.servers().list(subscription.id())).stream()
              .map(Server::id)
              .forEach(servers::add);
        }
      } catch (CloudFailure failure) {
        reasons.add(new SafetyGate.Unseen(subscription, failure));
      }
    }
    return new Landscape(users, servers);
  }

  private Optional<Reason> health(ResourceId id) {
    Server server = call(() -> cloud.servers().get(id));
    boolean well = server.state().equalsIgnoreCase("Ready") && !server.encryption().hasInvalidKey();
    return well ? Optional.empty() : Optional.of(new SafetyGate.NotWell(id, server.state()));
  }

  private static Reason overlap(Instant rewrapped) {
    Overlap rule = Overlap.of(Profile.CURRENT);
    return new SafetyGate.TooSoon(rewrapped, rewrapped.plus(rule.least()), rule);
  }

  private List<Reason> uses(
      RotationLedger.Entry entry, KeyIdentifier version, List<KeyUser> users) {
    Optional<Key> newest = find(version.versionless());
    KeyImpact impact = KeyImpact.of(KeyAct.DISABLE, version, newest, users, time.now());
    List<Reason> reasons = new ArrayList<>();
    for (KeyImpact.Dependent each : impact.dependents()) {
      Relation relation = relation(entry.order().server(), each.user().id(), users);
      Optional<Instant> left =
          newest
              .filter(_ -> !each.isPinned())
              .filter(key -> !key.id().version().equals(version.version()))
              .map(key -> key.life().created().plus(Overlap.of(Profile.CURRENT).least()));
      reasons.add(
          left.<Reason>map(
                  ends ->
                      new SafetyGate.MayFollow(version, each.user(), each.use(), relation, ends))
              .orElseGet(
                  () -> new SafetyGate.StillUsed(version, each.user(), each.use(), relation)));
    }
    if (proof.isEmpty()) {
      backups(entry, version, users).ifPresent(reasons::add);
    }
    return reasons;
  }

  private Optional<Reason> backups(
      RotationLedger.Entry entry, KeyIdentifier version, List<KeyUser> users) {
    return users.stream()
        .filter(user -> user.id().equals(entry.order().server()))
        .findFirst()
        .map(
            user ->
                new SafetyGate.Backups(
                    version,
                    user.id(),
                    user.backups().geoRedundant(),
                    entry
                        .made()
                        .rewrapped()
                        .filter(_ -> user.backups().days() > 0)
                        .map(at -> at.plus(Duration.ofDays(user.backups().days())))));
  }

  /** Looks at every server once, for all versions. */
  private List<Reason> wraps(
      RotationLedger.Entry entry, List<KeyIdentifier> versions, Landscape around) {
    List<Reason> reasons = new ArrayList<>();
    for (ResourceId server : versions.isEmpty() ? List.<ResourceId>of() : around.servers()) {
      cancellation.check();
      Relation relation = relation(entry.order().server(), server, around.users());
      Optional<Wrapping> wrapping = proof.flatMap(shows -> shows.look(server));
      for (KeyIdentifier version : versions) {
        wrapping.stream()
            .flatMap(seen -> seen.under(version).stream())
            .map(
                held ->
                    new SafetyGate.StillWraps(
                        version,
                        server,
                        relation,
                        held.volume(),
                        held.dataKeys(),
                        held.inherited()))
            .forEach(reasons::add);
      }
    }
    return reasons;
  }

  private static Relation relation(ResourceId rotated, ResourceId other, List<KeyUser> users) {
    if (rotated.equals(other)) {
      return Relation.ITSELF;
    }
    if (source(other, users).filter(rotated::equals).isPresent()) {
      return Relation.REPLICA;
    }
    return source(rotated, users).filter(other::equals).isPresent()
        ? Relation.SOURCE
        : Relation.OTHER;
  }

  private static Optional<ResourceId> source(ResourceId id, List<KeyUser> users) {
    return users.stream()
        .filter(user -> user.id().equals(id))
        .findFirst()
        .flatMap(KeyUser::replicaOf);
  }

  private Optional<Key> find(KeyIdentifier key) {
    try {
      return Optional.of(call(() -> cloud.keyStores().get(key)));
    } catch (CloudFailure failure) {
      return switch (failure.kind()) {
        case NOT_FOUND, FORBIDDEN -> Optional.empty();
        default -> throw failure;
      };
    }
  }

  private <T> T call(Supplier<T> call) {
    return new Retry(time, policy, (_, _, _) -> {}).call(cancellation, call);
  }
}
