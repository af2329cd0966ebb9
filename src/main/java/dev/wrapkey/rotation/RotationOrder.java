package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a rotation shall do with one server.
 *
 * @param server the server
 * @param region the short name of its region
 * @param base the keys and identities that it has when the rotation begins
 * @param wanted those that it shall have; where a new version is to be made first, a pinned key is
 *     named by its present version, see {@link #target}
 * @param newVersions for which of its keys a new version is made first. A key without a version is
 *     followed by the server itself (automatic key version update): then nothing is sent to it
 */
public record RotationOrder(
    ResourceId server,
    String region,
    DataEncryption base,
    DataEncryption wanted,
    Set<Purpose> newVersions) {

  /**
   * @throws IllegalArgumentException if the server has service-managed keys, or a new version is to
   *     be made of a key that it does not have
   */
  public RotationOrder {
    if (!base.isCustomerManaged() || !wanted.isCustomerManaged()) {
      throw new IllegalArgumentException(server.name() + " has no customer-managed key");
    }
    base = Keys.plain(base);
    wanted = Keys.plain(wanted);
    for (Purpose purpose : newVersions) {
      requireSame(server, Keys.key(base, purpose), Keys.key(wanted, purpose));
    }
    newVersions = Set.copyOf(newVersions);
  }

  private static void requireSame(
      ResourceId server, Optional<KeyIdentifier> present, Optional<KeyIdentifier> future) {
    if (present.isEmpty() || future.filter(key -> Keys.isSame(key, present.get())).isEmpty()) {
      throw new IllegalArgumentException(
          "a new version is made of a key that " + server.name() + " has");
    }
  }

  /** New versions of keys that the server has. */
  public static RotationOrder newVersion(Server server, Set<Purpose> purposes) {
    return new RotationOrder(
        server.id(), server.region(), server.encryption(), server.encryption(), purposes);
  }

  /**
   * A version that exists, of a key that the server has.
   *
   * @param version with its version, or without for "always the newest"
   * @throws IllegalArgumentException if the server does not use this key
   */
  public static RotationOrder adopt(Server server, KeyIdentifier version) {
    DataEncryption now = Keys.plain(server.encryption());
    Purpose purpose =
        Stream.of(Purpose.values())
            .filter(p -> Keys.key(now, p).filter(k -> Keys.isSame(k, version)).isPresent())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("not a key of " + server.name()));
    return to(server, Keys.with(now, purpose, version));
  }

  /** Another key for the data, of the same vault or another one, used by the same identity. */
  public static RotationOrder otherKey(Server server, KeyIdentifier key) {
    return to(server, Keys.with(Keys.plain(server.encryption()), Purpose.PRIMARY, key));
  }

  /** The same keys, the first one used by another identity. */
  public static RotationOrder otherIdentity(Server server, ResourceId identity) {
    DataEncryption now = Keys.plain(server.encryption());
    return to(
        server,
        DataEncryption.customerManaged(now.key().orElseThrow(), identity).withGeo(now.geo()));
  }

  /** Whatever is wanted: keys, identities, the second pair. */
  public static RotationOrder to(Server server, DataEncryption wanted) {
    return new RotationOrder(server.id(), server.region(), server.encryption(), wanted, Set.of());
  }

  /** The same, with new versions made first. */
  public RotationOrder withNewVersions(Set<Purpose> purposes) {
    return new RotationOrder(server, region, base, wanted, purposes);
  }

  /**
   * What the server shall have in the end, as far as it is known.
   *
   * @param made the versions that were made by now
   */
  public DataEncryption target(Map<Purpose, KeyIdentifier> made) {
    DataEncryption target = wanted;
    for (Purpose purpose : newVersions) {
      KeyIdentifier version = made.get(purpose);
      if (version != null && !isFollowed(purpose)) {
        target = Keys.with(target, purpose, version);
      }
    }
    return target;
  }

  /** Whether the server shall follow the newest version of a key by itself. */
  public boolean isFollowed(Purpose purpose) {
    return Keys.key(wanted, purpose).filter(key -> key.version().isEmpty()).isPresent();
  }

  /** Whether the server has to be told something; not if it follows its keys by itself. */
  public boolean needsUpdate() {
    return !base.usesTheSameAs(wanted)
        || newVersions.stream().anyMatch(purpose -> !isFollowed(purpose));
  }

  /** The keys for which something changes: version, key or identity. */
  public Set<Purpose> changed() {
    Set<Purpose> changed = EnumSet.noneOf(Purpose.class);
    changed.addAll(newVersions);
    for (Purpose purpose : List.of(Purpose.values())) {
      if (!Keys.key(base, purpose).equals(Keys.key(wanted, purpose))
          || !Keys.identity(base, purpose).equals(Keys.identity(wanted, purpose))) {
        changed.add(purpose);
      }
    }
    return changed;
  }

  /** The keys of which the server leaves a version. */
  Set<Purpose> leaving() {
    Set<Purpose> leaving = EnumSet.noneOf(Purpose.class);
    leaving.addAll(newVersions);
    for (Purpose purpose : Purpose.values()) {
      if (Keys.key(base, purpose).isPresent()
          && !Keys.key(base, purpose).equals(Keys.key(wanted, purpose))) {
        leaving.add(purpose);
      }
    }
    return leaving;
  }
}
