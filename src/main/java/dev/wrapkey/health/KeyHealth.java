package dev.wrapkey.health;

import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RotationPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One key of a server.
 *
 * @param purpose the key of its data, or that of its geo-redundant backup
 * @param key as the server names it, versionless where it follows the newest version
 * @param identity who uses it
 * @param status the service's word: {@code Valid}, {@code Invalid}; empty where it is silent
 * @param standing its version among the others
 * @param store its key store; empty where the account does not see it
 * @param policy when the store makes new versions; empty where that cannot be read
 * @param rotated when the server last took another version, as far as somebody knows
 */
public record KeyHealth(
    Purpose purpose,
    KeyIdentifier key,
    Optional<ResourceId> identity,
    Optional<String> status,
    Standing standing,
    Optional<KeyStore> store,
    Optional<RotationPolicy> policy,
    Optional<LastRotation> rotated) {

  /** Whether the server takes every new version by itself. */
  public boolean followsNewest() {
    return key.version().isEmpty();
  }

  /** When the version in use expires; empty if never, or if it cannot be seen. */
  public Optional<Instant> expires() {
    return standing.inUse().flatMap(version -> version.life().expires());
  }

  /** Whole days until then, negative when it has passed. */
  public Optional<Long> daysLeft(Instant now) {
    return expires()
        .map(
            end ->
                Math.floorDiv(
                    Duration.between(now, end).toSeconds(), Duration.ofDays(1).toSeconds()));
  }
}
