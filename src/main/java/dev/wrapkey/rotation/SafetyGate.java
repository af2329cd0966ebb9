package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.rules.Overlap;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether the versions that a rotation has left may be disabled, and who still needs them.
 *
 * @param versions what is to be disabled
 * @param seen when everything was looked at
 * @param reasons all that speaks against it, or should be known before
 */
public record SafetyGate(List<KeyIdentifier> versions, Instant seen, List<Reason> reasons) {

  /** What a server that needs a version is to the one that was rotated. */
  public enum Relation {
    ITSELF,
    /** A read replica of it. */
    REPLICA,
    /** The server that it is a read replica of. */
    SOURCE,
    OTHER
  }

  /** What nobody but the service knows. */
  public enum Hidden {
    /** Which servers were restored from this one: the service names no source (CMK-32). */
    RESTORED_SERVERS,
    /** Which version wraps data keys. */
    WRAPPING
  }

  /** Something that speaks against disabling a version, or should be known before. */
  public sealed interface Reason {

    /** Whether it keeps the gate closed at a moment. */
    boolean closesAt(Instant now);

    /** When it passes by waiting; empty if waiting does not help, or it keeps nothing closed. */
    default Optional<Instant> until() {
      return Optional.empty();
    }
  }

  /** The rotation has not succeeded. */
  public record NotSucceeded(RotationLedger.Phase phase) implements Reason {
    @Override
    public boolean closesAt(Instant now) {
      return true;
    }
  }

  /**
   * The server does not work with its new keys.
   *
   * @param state the service's word
   */
  public record NotWell(ResourceId server, String state) implements Reason {
    @Override
    public boolean closesAt(Instant now) {
      return true;
    }
  }

  /**
   * Data keys were wrapped anew too short a time ago (CMK-41).
   *
   * @param rewrapped when, as far as it is known
   * @param ends when that is long enough ago
   * @param rule who says so
   */
  public record TooSoon(Instant rewrapped, Instant ends, Overlap rule) implements Reason {
    @Override
    public boolean closesAt(Instant now) {
      return now.isBefore(ends);
    }

    @Override
    public Optional<Instant> until() {
      return Optional.of(ends);
    }
  }

  /**
   * A server uses a version: it is pinned to it, or follows the newest one, which it still is.
   *
   * @param user which, what for, in what state
   */
  public record StillUsed(KeyIdentifier version, KeyUser user, KeyUser.Use use, Relation relation)
      implements Reason {
    @Override
    public boolean closesAt(Instant now) {
      return true;
    }
  }

  /**
   * A server follows the newest version and may not have left the one before yet.
   *
   * @param ends when it certainly has, by the same rule
   */
  public record MayFollow(
      KeyIdentifier version, KeyUser user, KeyUser.Use use, Relation relation, Instant ends)
      implements Reason {
    @Override
    public boolean closesAt(Instant now) {
      return now.isBefore(ends);
    }

    @Override
    public Optional<Instant> until() {
      return Optional.of(ends);
    }
  }

  /**
   * A version wraps data keys of a server, as was seen.
   *
   * @param volume what they protect, for example {@code data} or {@code backup-…}
   * @param dataKeys how many
   * @param inherited whether they came with a backup that the server was restored from (CMK-32)
   */
  public record StillWraps(
      KeyIdentifier version,
      ResourceId server,
      Relation relation,
      String volume,
      int dataKeys,
      boolean inherited)
      implements Reason {
    @Override
    public boolean closesAt(Instant now) {
      return true;
    }
  }

  /**
   * Backups that were taken while a version was in use. No document says that they need it after
   * the rotation, none that they do not: it keeps nothing closed.
   *
   * @param geoRedundant whether there are copies in the paired region
   * @param kept until when the last of them is kept; empty where the service does not tell
   */
  public record Backups(
      KeyIdentifier version, ResourceId server, boolean geoRedundant, Optional<Instant> kept)
      implements Reason {
    @Override
    public boolean closesAt(Instant now) {
      return false;
    }
  }

  /** Something that nobody but the service knows. It keeps nothing closed. */
  public record NotShown(Hidden what) implements Reason {
    @Override
    public boolean closesAt(Instant now) {
      return false;
    }
  }

  /** The servers of a subscription could not be listed. */
  public record Unseen(Subscription subscription, CloudFailure failure) implements Reason {
    @Override
    public boolean closesAt(Instant now) {
      return true;
    }
  }

  public SafetyGate {
    versions = List.copyOf(versions);
    reasons = List.copyOf(reasons);
  }

  /** Whether nothing speaks against disabling the versions at a moment. */
  public boolean isOpenAt(Instant now) {
    return against(now).isEmpty();
  }

  /** What keeps it closed at a moment. */
  public List<Reason> against(Instant now) {
    return reasons.stream().filter(reason -> reason.closesAt(now)).toList();
  }

  /** From when on it is open; empty if waiting alone does not open it. */
  public Optional<Instant> opensAt() {
    List<Reason> closing = against(seen);
    if (closing.stream().anyMatch(reason -> reason.until().isEmpty())) {
      return Optional.empty();
    }
    return closing.stream()
        .flatMap(reason -> reason.until().stream())
        .max(Comparator.naturalOrder())
        .or(() -> Optional.of(seen));
  }
}
