package dev.wrapkey.simulator.world;

import java.time.Instant;
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
  static Server.Encryption lock(Server server, Volumes.Part part) {
    return part == Volumes.Part.GEO ? Copies.geo(server.encryption()) : server.encryption();
  }

  /** The key with the version that wraps the data key; of a versionless key the stored one. */
  private Optional<KeyUri> inUse(Server server, Volumes.Part part) {
    Optional<KeyUri> set = KeyUri.parse(String.valueOf(lock(server, part).key()));
    return set.isPresent() && set.get().version().isEmpty()
        ? volumes.wrapped(server, part).flatMap(w -> KeyUri.parse(w.keyVersion()))
        : set;
  }

  /** When the version in use was or will be switched on or off by its own dates. */
  Stream<Instant> dates(Server server, Volumes.Part part) {
    return inUse(server, part)
        .flatMap(u -> version(u))
        .map(v -> Stream.ofNullable(v.life().expires()))
        .orElseGet(Stream::empty);
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
