package dev.wrapkey.simulator.world;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a key gets a new version by itself, and how long a version lives.
 *
 * @param actions at most one of each type
 * @param expiry ISO 8601 period from creation to expiry of a new version; none for no expiry
 * @param created when
 * @param updated when
 */
public record RotationPolicy(
    List<Action> actions, @Nullable String expiry, Instant created, Instant updated) {

  /**
   * Something that happens in the life of a version. One of the two times is set.
   *
   * @param type {@code Rotate} or {@code Notify}
   * @param afterCreate ISO 8601 period
   * @param beforeExpiry ISO 8601 period
   */
  public record Action(String type, @Nullable String afterCreate, @Nullable String beforeExpiry) {

    boolean rotates() {
      return type.equalsIgnoreCase("Rotate");
    }
  }

  /** When a version made at a moment expires. */
  public Optional<Instant> expiryOf(Instant made) {
    return Optional.ofNullable(expiry).map(e -> plus(made, Period.parse(e)));
  }

  /** When a version is to be followed by the next one. */
  Optional<Instant> rotationOf(Key.Life life) {
    return actions.stream().filter(Action::rotates).findFirst().flatMap(a -> moment(a, life));
  }

  private static Optional<Instant> moment(Action action, Key.Life life) {
    String after = action.afterCreate();
    if (after != null) {
      return Optional.of(plus(life.created(), Period.parse(after)));
    }
    String before = action.beforeExpiry();
    Instant expires = life.expires();
    return before == null || expires == null
        ? Optional.empty()
        : Optional.of(plus(expires, Period.parse(before).negated()));
  }

  private static Instant plus(Instant from, Period length) {
    return from.atOffset(ZoneOffset.UTC).plus(length).toInstant();
  }
}
