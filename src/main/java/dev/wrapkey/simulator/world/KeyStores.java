package dev.wrapkey.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a vault's data plane does with keys. Every call passes the {@link KeyGate} and leaves a line
 * in the audit log, refused ones too.
 */
public final class KeyStores {

  private static final List<String> RSA_OPERATIONS =
      List.of("encrypt", "decrypt", "sign", "verify", "wrapKey", "unwrapKey");
  private static final List<String> EC_OPERATIONS = List.of("sign", "verify");

  private final World world;
  private final KeyGate gate;
  private final KeySafe safe;
  private final AuditLog audit;
  private final Ids ids;

  public KeyStores(World world, KeyGate gate, KeySafe safe, AuditLog audit, Ids ids) {
    this.world = world;
    this.gate = gate;
    this.safe = safe;
    this.audit = audit;
    this.ids = ids;
  }

  /**
   * A key with the version that is meant.
   *
   * @param key all of it
   * @param version one of its versions
   */
  public record Found(Key key, Key.Version version) {
    public String uri() {
      return key.uri(version);
    }
  }

  /**
   * What a new key shall be.
   *
   * @param kind type and size
   * @param operations permitted; empty for the usual ones of the type
   * @param enabled switched on
   * @param notBefore activation, if wanted
   * @param expires expiry, if wanted
   */
  public record Order(
      Key.Kind kind,
      List<String> operations,
      boolean enabled,
      java.time.@Nullable Instant notBefore,
      java.time.@Nullable Instant expires) {}

  public List<Key> list(Principal caller, Vault vault) {
    return audited(
        KeyAction.LIST,
        "https://" + vault.host() + "/keys",
        caller,
        () -> {
          gate.check(caller, vault, "", KeyAction.LIST);
          return world.keys().all().stream().filter(k -> k.host().equals(vault.host())).toList();
        });
  }

  public Key versions(Principal caller, Vault vault, String name) {
    return audited(
        KeyAction.LIST,
        uri(vault, name),
        caller,
        () -> {
          gate.check(caller, vault, name, KeyAction.LIST);
          return key(vault, name);
        });
  }

  /**
   * One version.
   *
   * @param version its id, or empty for the newest
   */
  public Found get(Principal caller, Vault vault, String name, String version) {
    return audited(
        KeyAction.GET,
        uri(vault, name) + (version.isEmpty() ? "" : "/" + version),
        caller,
        () -> {
          gate.check(caller, vault, name, KeyAction.GET);
          return find(vault, name, version);
        });
  }

  /** Makes a key, or a new version where the name is taken, as Key Vault does. */
  public Found create(Principal caller, Vault vault, String name, Order order) {
    return audited(
        KeyAction.CREATE,
        uri(vault, name),
        caller,
        () -> {
          gate.check(caller, vault, name, KeyAction.CREATE);
          return add(vault, name, order);
        });
  }

  /** Makes a new version of the same kind as the newest. */
  public Found rotate(Principal caller, Vault vault, String name) {
    return audited(
        KeyAction.ROTATE,
        uri(vault, name),
        caller,
        () -> {
          gate.check(caller, vault, name, KeyAction.ROTATE);
          Key.Version newest = key(vault, name).newest();
          return add(vault, name, new Order(newest.kind(), newest.operations(), true, null, null));
        });
  }

  /** Changes the attributes of a version; the caller gives the whole of them. */
  public Found update(
      Principal caller,
      Vault vault,
      String name,
      String version,
      UnaryOperator<Key.Version> change) {
    return audited(
        KeyAction.UPDATE,
        uri(vault, name) + (version.isEmpty() ? "" : "/" + version),
        caller,
        () -> {
          gate.check(caller, vault, name, KeyAction.UPDATE);
          Found found = find(vault, name, version);
          Key.Version changed = change.apply(found.version());
          Key.Life life = changed.life();
          Key.Version stamped =
              changed.withLife(
                  new Key.Life(
                      life.enabled(),
                      life.created(),
                      world.now(),
                      life.notBefore(),
                      life.expires()),
                  changed.operations());
          Key after = found.key().replacing(stamped);
          put(after);
          return new Found(after, stamped);
        });
  }

  /**
   * Uses a key.
   *
   * @param action one of {@code WRAP}, {@code UNWRAP}, {@code ENCRYPT}, {@code DECRYPT}
   * @return the version used and the result
   */
  public Used use(
      Principal caller, Vault vault, String name, String version, KeyAction action, Input input) {
    return audited(
        action,
        meant(vault, name, version),
        caller,
        () -> {
          gate.check(caller, vault, name, action);
          Found found = find(vault, name, version);
          checkLife(found.version(), action);
          boolean forward = action == KeyAction.WRAP || action == KeyAction.ENCRYPT;
          byte[] result =
              forward
                  ? safe.encrypt(found.version(), input.algorithm(), input.bytes())
                  : safe.decrypt(found.version(), input.algorithm(), input.bytes());
          return new Used(found, result);
        });
  }

  /**
   * What to wrap or unwrap.
   *
   * @param algorithm for example {@code RSA-OAEP-256}
   * @param bytes the data
   */
  public record Input(String algorithm, byte[] bytes) {}

  /**
   * What came out.
   *
   * @param key which version was used
   * @param bytes the result
   */
  public record Used(Found key, byte[] bytes) {}

  /**
   * Whether a principal could use a version now, without using it and without a line in the log.
   */
  public boolean usable(Principal caller, Vault vault, String name, String version) {
    try {
      gate.check(caller, vault, name, KeyAction.GET);
      gate.check(caller, vault, name, KeyAction.WRAP);
      gate.check(caller, vault, name, KeyAction.UNWRAP);
      Found found = find(vault, name, version);
      checkLife(found.version(), KeyAction.WRAP);
      checkLife(found.version(), KeyAction.UNWRAP);
      return true;
    } catch (Refusal refused) {
      return false;
    }
  }

  private void checkLife(Key.Version version, KeyAction action) {
    Key.Life life = version.life();
    if (!life.enabled()) {
      throw KeyRefusals.disabled(action);
    }
    if (action == KeyAction.WRAP || action == KeyAction.ENCRYPT) {
      if (life.notBefore() != null && world.now().isBefore(life.notBefore())) {
        throw KeyRefusals.notYetValid(action);
      }
      if (life.expires() != null && !world.now().isBefore(life.expires())) {
        throw KeyRefusals.expired(action);
      }
    }
    if (!version.permits(action.permission())) {
      throw KeyRefusals.operationNotPermitted(action);
    }
  }

  /** What a key may be used for unless someone says otherwise. */
  static List<String> usualOperations(Key.Kind kind) {
    return kind.isRsa() ? RSA_OPERATIONS : EC_OPERATIONS;
  }

  /** The identifier for the audit log, with the version that a versionless one stands for. */
  private String meant(Vault vault, String name, String version) {
    String asked = uri(vault, name) + (version.isEmpty() ? "" : "/" + version);
    return version.isEmpty()
        ? world
            .keys()
            .get(World.keyOf(vault.host(), name))
            .map(k -> k.uri(k.newest()))
            .orElse(asked)
        : asked;
  }

  private Found add(Vault vault, String name, Order order) {
    List<String> operations =
        order.operations().isEmpty() ? usualOperations(order.kind()) : order.operations();
    Key.Life fresh = Key.Life.from(world.now());
    Key.Life life =
        new Key.Life(
            order.enabled(), fresh.created(), fresh.updated(), order.notBefore(), order.expires());
    Key.Version version = new Key.Version(ids.keyVersion(), order.kind(), operations, life);
    safe.publicKey(version);
    Key key =
        world
            .keys()
            .get(World.keyOf(vault.host(), name))
            .map(k -> k.with(version))
            .orElseGet(() -> new Key(vault.host(), name, new ArrayList<>(List.of(version))));
    put(key);
    return new Found(key, version);
  }

  private void put(Key key) {
    world.keys().put(World.keyOf(key.host(), key.name()), key);
  }

  private Key key(Vault vault, String name) {
    return world
        .keys()
        .get(World.keyOf(vault.host(), name))
        .orElseThrow(() -> KeyRefusals.notFound(name));
  }

  private Found find(Vault vault, String name, String version) {
    Key key = key(vault, name);
    if (version.isEmpty()) {
      return new Found(key, key.newest());
    }
    return new Found(
        key, key.version(version).orElseThrow(() -> KeyRefusals.notFound(name + "/" + version)));
  }

  private <T> T audited(KeyAction action, String about, Principal caller, Supplier<T> call) {
    try {
      T result = call.get();
      audit.record(action, result instanceof Found found ? found.uri() : about, caller, 200);
      return result;
    } catch (Refusal refused) {
      audit.record(action, about, caller, refused.status());
      throw refused;
    }
  }

  private static String uri(Vault vault, String name) {
    return ("https://" + vault.host() + "/keys/").toLowerCase(Locale.ROOT) + name;
  }
}
