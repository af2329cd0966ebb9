package dev.wrapkey.simulator.world;

import dev.wrapkey.simulator.storage.Place;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether servers can use their customer-managed keys at this moment. */
public final class KeyHealth {

  private final World world;
  private final KeyUses uses;
  private final ServerKeys keys;
  private final Volumes volumes;

  public KeyHealth(World world, KeyStores stores, ServerKeys keys, Volumes volumes) {
    this.world = world;
    this.uses = stores.uses();
    this.keys = keys;
    this.volumes = volumes;
  }

  /**
   * True for service-managed keys; otherwise get, wrap and unwrap would all succeed now, with the
   * version that is in use.
   */
  boolean works(Server server, Volumes.Part part) {
    Server.Encryption lock = lock(server, part);
    if (!lock.isCustomerManaged()) {
      return true;
    }
    Principal caller = keys.identity(lock).asUsedByService();
    List<KeyUri> used = inUse(server, part);
    return !used.isEmpty() && used.stream().allMatch(uri -> usable(caller, uri))
        || !isNeeded(server, part);
  }

  private boolean usable(Principal caller, KeyUri uri) {
    return world
        .vaultAt(uri.host())
        .filter(v -> uses.usable(new KeyCall(caller, v, uri.name(), uri.version())))
        .isPresent();
  }

  /** False once no data key is left that came with a restored backup. */
  boolean isNeeded(Server server, Volumes.Part part) {
    return part != Volumes.Part.ORIGINAL || !volumes.inherited(server, Place.DATA).isEmpty();
  }

  /** The key encryption key of one part of a server's storage. */
  public static Server.Encryption lock(Server server, Volumes.Part part) {
    return switch (part) {
      case DATA -> server.encryption();
      case GEO -> Copies.geo(server.encryption());
      case ORIGINAL -> original(server.status().original());
    };
  }

  private static Server.Encryption original(Server.@Nullable Original original) {
    return original == null
        ? Server.Encryption.SERVICE_MANAGED
        : new Server.Encryption(original.key(), original.identity(), List.of());
  }

  /** The versions that wrap data keys; of a versionless key the stored one. */
  private List<KeyUri> inUse(Server server, Volumes.Part part) {
    if (part == Volumes.Part.ORIGINAL) {
      return volumes.inherited(server, Place.DATA).stream()
          .flatMap(version -> KeyUri.parse(version).stream())
          .toList();
    }
    return current(server, part).stream().toList();
  }

  private Optional<KeyUri> current(Server server, Volumes.Part part) {
    Optional<KeyUri> set = KeyUri.parse(String.valueOf(lock(server, part).key()));
    return set.isPresent() && set.get().version().isEmpty()
        ? volumes.wrapped(server, part).flatMap(w -> KeyUri.parse(w.keyVersion()))
        : set;
  }

  /**
   * When the version in use stopped or began to work by the clock alone, if it did: it expired; it
   * became active, or a role took effect.
   */
  Optional<Instant> turning(Server server, Volumes.Part part, boolean works) {
    List<Key.Life> lives =
        inUse(server, part).stream()
            .flatMap(uri -> version(uri).stream())
            .map(Key.Version::life)
            .toList();
    if (!works) {
      return lives.stream()
          .flatMap(l -> Stream.ofNullable(l.expires()).map(e -> later(e, l.updated())))
          .min(Comparator.naturalOrder());
    }
    String principal = keys.identity(lock(server, part)).principalId();
    Stream<Instant> roles =
        world.assignments().all().stream()
            .filter(a -> a.principal().equalsIgnoreCase(principal))
            .map(RoleAssignment::effectiveFrom);
    Stream<Instant> active =
        lives.stream()
            .flatMap(l -> Stream.ofNullable(l.notBefore()).map(b -> later(b, l.updated())));
    return Stream.concat(roles, active).max(Comparator.naturalOrder());
  }

  /** When the first of the versions in use expires, if one does. */
  Optional<Instant> expiry(Server server, Volumes.Part part) {
    return !isNeeded(server, part)
        ? Optional.empty()
        : inUse(server, part).stream()
            .flatMap(uri -> version(uri).stream())
            .flatMap(v -> Stream.ofNullable(v.life().expires()))
            .min(Comparator.naturalOrder());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Optional<Key.Version> version(KeyUri uri) {
    return world
        .keys()
        .get(World.keyOf(uri.host(), uri.name()))
        .flatMap(k -> k.version(uri.version()));
  }

  /** The version that a versionless key stands for now. */
  Optional<Key.Version> newest(KeyUri uri) {
    return world.keys().get(World.keyOf(uri.host(), uri.name())).map(Key::newest);
  }
}
