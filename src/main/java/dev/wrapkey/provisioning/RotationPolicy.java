package dev.wrapkey.provisioning;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When a key store makes a new version of a key by itself, and when it warns that one will expire
 * (portal specification 3.6).
 *
 * @param expiry how long after its creation a version made by rotation expires
 * @param rotate when a new version is made; empty for never
 * @param notice when the store tells that a version is near its expiry; empty for never
 */
public record RotationPolicy(
    Optional<Period> expiry, Optional<Trigger> rotate, Optional<Trigger> notice) {

  /** No expiry, no rotation, no notice. */
  public static final RotationPolicy NONE =
      new RotationPolicy(Optional.empty(), Optional.empty(), Optional.empty());

  /** What a length of time is counted from. */
  public enum From {
    AFTER_CREATION,
    BEFORE_EXPIRY
  }

  /**
   * A moment in the life of a version.
   *
   * @param from where to count from
   * @param length how long
   */
  public record Trigger(From from, Period length) {

    /**
     * When that is for a version; empty where it is before the expiry of one that never expires.
     */
    public Optional<Instant> moment(Key.Life life) {
      return switch (from) {
        case AFTER_CREATION ->
            Optional.of(life.created().atZone(ZoneOffset.UTC).plus(length).toInstant());
        case BEFORE_EXPIRY ->
            life.expires().map(end -> end.atZone(ZoneOffset.UTC).minus(length).toInstant());
      };
    }
  }

  /** When the store will make the next version, if it will. */
  public Optional<Instant> nextRotation(Key newest) {
    return rotate.flatMap(trigger -> trigger.moment(newest.life()));
  }
}
