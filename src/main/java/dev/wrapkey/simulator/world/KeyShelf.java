package dev.wrapkey.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of all vaults as they are at this moment: what the clock has brought about meanwhile,
 * rotations and purges, is done whenever somebody looks.
 */
final class KeyShelf {

  private static final List<String> RSA =
      List.of("encrypt", "decrypt", "sign", "verify", "wrapKey", "unwrapKey");
  private static final List<String> EC = List.of("sign", "verify");
  private static final List<String> SYMMETRIC =
      List.of("encrypt", "decrypt", "wrapKey", "unwrapKey");

  private static final Duration EXCHANGE_KEY = Duration.ofHours(48);

  private final World world;
  private final KeySafe safe;
  private final Ids ids;

  KeyShelf(World world, KeySafe safe, Ids ids) {
    this.world = world;
    this.safe = safe;
    this.ids = ids;
  }

  /** What a key may be used for unless someone says otherwise. */
  static List<String> usualOperations(Key.Kind kind) {
    if (kind.isSymmetric()) {
      return SYMMETRIC;
    }
    return kind.isRsa() ? RSA : EC;
  }

  List<Key> all(Vault vault) {
    return world.keys().all().stream()
        .filter(k -> k.host().equals(vault.host()))
        .map(this::rotated)
        .toList();
  }

  Optional<Key> look(Vault vault, String name) {
    return world.keys().get(World.keyOf(vault.host(), name)).map(this::rotated);
  }

  Key key(Vault vault, String name) {
    return look(vault, name).orElseThrow(() -> KeyRefusals.notFound(name));
  }

  FoundKey find(KeyCall call) {
    Key key = key(call.vault(), call.name());
    String version = call.version();
    if (version.isEmpty()) {
      return new FoundKey(key, key.newest());
    }
    return new FoundKey(
        key,
        key.version(version).orElseThrow(() -> KeyRefusals.notFound(call.name() + "/" + version)));
  }

  void put(Key key) {
    world.keys().put(World.keyOf(key.host(), key.name()), key);
  }

  /**
   * A new version, of a new key where the name is free.
   *
   * @param given imported key material; none to generate it
   * @throws Refusal 409 while the name belongs to a deleted key
   */
  FoundKey add(Vault vault, String name, KeyOrder order, KeySafe.@Nullable Given given) {
    requireNotDeleted(vault, name);
    if (order.kind().isInHsm() && !vault.holdsHardwareKeys()) {
      throw KeyRefusals.hardwareInStandardVault();
    }
    Instant now = world.now();
    Key.Version version =
        new Key.Version(
            ids.keyVersion(),
            order.kind(),
            order.operations().isEmpty() ? usualOperations(order.kind()) : order.operations(),
            new Key.Life(order.enabled(), now, now, order.notBefore(), expiry(vault, name, order)),
            order.tags());
    if (given == null) {
      safe.ensure(version);
    } else {
      safe.adopt(version, given);
    }
    Key key =
        look(vault, name)
            .map(k -> k.with(version))
            .orElseGet(() -> new Key(vault.host(), name, List.of(version)));
    put(key);
    return new FoundKey(key, version);
  }

  /**
   * Recorded: a key that is only for the import of others lives two days; a new version under a
   * rotation policy gets the policy's expiry.
   */
  private @Nullable Instant expiry(Vault vault, String name, KeyOrder order) {
    if (order.expires() != null) {
      return order.expires();
    }
    return order.operations().equals(List.of("import"))
        ? world.now().plus(EXCHANGE_KEY)
        : policy(vault.host(), name).flatMap(p -> p.expiryOf(world.now())).orElse(null);
  }

  private void requireNotDeleted(Vault vault, String name) {
    Optional<DeletedKey> deleted = deleted(vault, name);
    if (deleted.isPresent()) {
      throw world.now().isBefore(deleted.get().settles())
          ? KeyRefusals.beingDeleted(name)
          : KeyRefusals.deletedButRecoverable(name);
    }
  }

  /** A deleted key, seen or not seen yet; one whose time has come is destroyed now. */
  Optional<DeletedKey> deleted(Vault vault, String name) {
    return world.deletedKeys().get(World.keyOf(vault.host(), name)).filter(this::stillThere);
  }

  List<DeletedKey> allDeleted(Vault vault) {
    return world.deletedKeys().all().stream()
        .filter(d -> d.key().host().equals(vault.host()))
        .filter(this::stillThere)
        .toList();
  }

  private boolean stillThere(DeletedKey deleted) {
    if (world.now().isBefore(deleted.purge())) {
      return true;
    }
    destroy(deleted.key());
    return false;
  }

  /** Forgets a key for ever: its private parts are erased. */
  void destroy(Key key) {
    String place = World.keyOf(key.host(), key.name());
    world.deletedKeys().remove(place);
    world.keys().remove(place);
    world.rotationPolicies().remove(place);
    key.versions().stream().filter(v -> !isHeldElsewhere(v)).forEach(safe::destroy);
  }

  /** A restored copy in another vault shares its versions. */
  private boolean isHeldElsewhere(Key.Version version) {
    return Stream.concat(
            world.keys().all().stream(), world.deletedKeys().all().stream().map(DeletedKey::key))
        .anyMatch(k -> k.version(version.id()).isPresent());
  }

  Optional<RotationPolicy> policy(String host, String name) {
    return world.rotationPolicies().get(World.keyOf(host, name));
  }

  /** The next version, of the same kind, with the life that the policy gives it. */
  Key next(Key key, Instant made) {
    Key.Version newest = key.newest();
    Instant expires = policy(key.host(), key.name()).flatMap(p -> p.expiryOf(made)).orElse(null);
    Key.Version version =
        new Key.Version(
            ids.keyVersion(),
            newest.kind(),
            newest.operations(),
            new Key.Life(true, made, made, null, expires),
            Map.copyOf(newest.tags()));
    safe.ensure(version);
    Key after = key.with(version);
    put(after);
    return after;
  }

  private Key rotated(Key key) {
    Optional<RotationPolicy> policy = policy(key.host(), key.name());
    Key current = key;
    while (policy.isPresent()) {
      Optional<Instant> due = policy.get().rotationOf(current.newest().life());
      if (due.isEmpty()
          || due.get().isAfter(world.now())
          || !due.get().isAfter(current.newest().life().created())) {
        break;
      }
      current = next(current, due.get());
    }
    return current;
  }
}
