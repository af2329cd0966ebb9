package dev.wrapkey.simulator.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

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
    return inUse(server, part)
        .flatMap(
            uri ->
                world
                    .vaultAt(uri.host())
                    .map(v -> uses.usable(new KeyCall(caller, v, uri.name(), uri.version()))))
        .orElse(false);
  }

  /** The key encryption key of one part of a server's storage. */
  public static Server.Encryption lock(Server server, Volumes.Part part) {
    return part == Volumes.Part.GEO ? Copies.geo(server.encryption()) : server.encryption();
  }

  /** The key with the version that wraps the data key; of a versionless key the stored one. */
  private Optional<KeyUri> inUse(Server server, Volumes.Part part) {
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
    Optional<Key.Life> life = inUse(server, part).flatMap(this::version).map(Key.Version::life);
    if (!works) {
      return life.flatMap(l -> Optional.ofNullable(l.expires()).map(e -> later(e, l.updated())));
    }
    String principal = keys.identity(lock(server, part)).principalId();
    Stream<Instant> roles =
        world.assignments().all().stream()
            .filter(a -> a.principal().equalsIgnoreCase(principal))
            .map(RoleAssignment::effectiveFrom);
    Stream<Instant> active =
        life
            .flatMap(l -> Optional.ofNullable(l.notBefore()).map(b -> later(b, l.updated())))
            .stream();
    return Stream.concat(roles, active).max(Comparator.naturalOrder());
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
