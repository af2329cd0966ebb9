package dev.wrapkey.provisioning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What shall be different about one version of a key. What is empty stays as it is; so a date that
 * is set can be moved but not taken away.
 *
 * @param enabled switched on or off
 * @param activates not to be used before
 * @param expires not to be used after
 * @param operations all operations that shall be permitted
 */
public record KeyEdit(
    Optional<Boolean> enabled,
    Optional<Instant> activates,
    Optional<Instant> expires,
    Optional<List<String>> operations) {

  /** Changes nothing. */
  public static final KeyEdit NONE =
      new KeyEdit(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Only switches a version on or off. */
  public static KeyEdit enabled(boolean on) {
    return new KeyEdit(Optional.of(on), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
