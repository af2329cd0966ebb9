package dev.wrapkey.rotation;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.Progress.State;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rules.KeyImpact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the server back, and waits until its data keys are wrapped by the versions it uses. */
record Verifying(Cloud cloud, Optional<WrapProof> proof) {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);
  private static final Duration SETTLING = Duration.ofHours(1);
  private static final Duration JUDGING = Duration.ofMinutes(15);

  // A server that was cut off comes back within 60 minutes of the repair (INA-4, same document).
  private static final Duration RETURNING = KeyImpact.GRACE.plusMinutes(15);

  // The service looks at its keys at least every 60 minutes ("Data encryption at rest", 2 June
  // 2026); twice that, and a while.
  private static final Duration FOLLOWING = Duration.ofMinutes(150);
  private static final Duration BETWEEN_PROOFS = Duration.ofMinutes(1);

  /** What was found. */
  record Found(Server server, Optional<Wrapping> wrapping) {}

  /**
   * Waits until the server is as wanted. One that was cut off before is waited for until the
   * service has looked at its key again; one that gets back what had cut it off stays so.
   *
   * @param wanted the keys it shall have
   * @throws CloudFailure {@link KeyChange#DIFFERS}, or {@link GuidedRotation#KEY_INVALID}
   */
  Server server(Course course, DataEncryption wanted) {
    ResourceId id = course.entry().order().server();
    while (true) {
      Server server = course.call(() -> cloud.servers().get(id));
      boolean moving = isOnItsWay(server) && course.elapsed().compareTo(SETTLING) < 0;
      if (!moving) {
        requireKeys(server, wanted);
        if (isDark(server) && course.entry().made().dark()) {
          if (course.entry().stand().direction() == RotationLedger.Direction.BACK) {
            return server;
          }
          moving = course.elapsed().compareTo(RETURNING) < 0;
        }
      }
      if (!moving) {
        requireWell(server);
        if (isJudged(server) || course.elapsed().compareTo(JUDGING) >= 0) {
          return server;
        }
      }
      course.tell(State.RUNNING, server.state());
      course.pause(BETWEEN_LOOKS);
    }
  }

  /** Whether the service says that the server cannot use a key. */
  static boolean isDark(Server server) {
    return server.encryption().hasInvalidKey() || server.state().equalsIgnoreCase("Inaccessible");
  }

  private static void requireKeys(Server server, DataEncryption wanted) {
    DataEncryption now = server.encryption();
    if (!Keys.plain(now).usesTheSameAs(Keys.plain(wanted))) {
      throw new CloudFailure(
          Kind.SERVICE,
          KeyChange.DIFFERS,
          Phrases.say("rotation.differs", server.name(), words(now), words(wanted)),
          "");
    }
  }

  private static void requireWell(Server server) {
    if (isDark(server)) {
      throw new CloudFailure(
          Kind.KEY_UNUSABLE,
          GuidedRotation.KEY_INVALID,
          Phrases.say("rotation.unwell", server.name(), server.state(), words(server.encryption())),
          "");
    }
    if (!server.state().equalsIgnoreCase("Ready")) {
      throw new CloudFailure(Kind.SERVICE, server.state(), server.id().toString(), "");
    }
  }

  // Older versions of the service's interface say nothing of the keys' status.
  private static boolean isJudged(Server server) {
    DataEncryption now = server.encryption();
    return Stream.of(now.status(), now.geo().flatMap(GeoEncryption::status))
        .flatMap(Optional::stream)
        .allMatch("Valid"::equalsIgnoreCase);
  }

  static boolean isOnItsWay(Server server) {
    return Set.of("Provisioning", "Updating", "Starting", "Restarting", "")
        .contains(server.state());
  }

  private static String names(List<KeyIdentifier> versions) {
    return versions.stream().map(KeyIdentifier::toString).collect(Collectors.joining(", "));
  }

  private static String words(DataEncryption encryption) {
    String first =
        encryption
            .key()
            .map(KeyIdentifier::toString)
            .orElseGet(() -> Phrases.say("rotation.keys.none"));
    return encryption
        .geo()
        .map(geo -> Phrases.say("rotation.keys", first, geo.key()))
        .orElse(first);
  }

  /** Notes which versions followed keys stand for now, so that it is known what was left. */
  void resolve(Course course) {
    for (Purpose purpose : course.entry().order().leaving()) {
      Optional<KeyIdentifier> followed =
          Keys.key(course.entry().target(), purpose).filter(key -> key.version().isEmpty());
      if (followed.isPresent() && course.entry().reached(purpose).isEmpty()) {
        KeyIdentifier newest = course.call(() -> cloud.keyStores().get(followed.get())).id();
        course.ledger().made(made -> made.making(purpose, newest));
      }
    }
  }

  /**
   * Waits until no data key of the server's own is wrapped by a version that it left.
   *
   * @return what wraps its data keys; empty where nobody can see it
   * @throws CloudFailure {@link GuidedRotation#NOT_REWRAPPED} if that does not come to be
   */
  Optional<Wrapping> proven(Course course) {
    if (proof.isEmpty()) {
      return Optional.empty();
    }
    Instant deadline = course.now().plus(FOLLOWING);
    ResourceId id = course.entry().order().server();
    while (true) {
      Optional<Wrapping> seen = proof.get().look(id);
      seen.ifPresent(course.progress()::looked);
      if (seen.isEmpty() || isRewrapped(course.entry(), seen.get())) {
        return seen;
      }
      if (course.now().isAfter(deadline)) {
        throw new CloudFailure(
            Kind.SERVICE,
            GuidedRotation.NOT_REWRAPPED,
            Phrases.say("rotation.unwrapped", id.name(), names(course.entry().retired())),
            "");
      }
      course.tell(State.RUNNING, "");
      course.pause(BETWEEN_PROOFS);
      course.call(() -> cloud.servers().get(id));
    }
  }

  private static boolean isRewrapped(RotationLedger.Entry entry, Wrapping wrapping) {
    boolean left =
        entry.retired().stream()
            .flatMap(old -> wrapping.under(old).stream())
            .allMatch(Wrapping.Holding::inherited);
    boolean reached =
        entry.order().leaving().stream()
            .flatMap(purpose -> entry.reached(purpose).stream())
            .noneMatch(version -> wrapping.under(version).isEmpty());
    return left && reached;
  }
}
