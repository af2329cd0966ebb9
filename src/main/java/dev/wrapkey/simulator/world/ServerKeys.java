package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.WrappedKey;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The key encryption key of each server: the customer's over the wire, or the one that the practice
 * cloud owns.
 */
public final class ServerKeys {

  private static final String SERVICE = "service-managed";

  private final World world;
  private final KeyAccess access;
  private final KeySafe safe;
  private final Ids ids;

  public ServerKeys(World world, KeyAccess access, KeySafe safe, Ids ids) {
    this.world = world;
    this.access = access;
    this.safe = safe;
    this.ids = ids;
  }

  /** The key that a server wraps with from now on. */
  public KeyEncryptionKey wrapping(Server.Encryption encryption) {
    String key = encryption.key();
    return key == null ? serviceKey() : access.use(identity(encryption), key);
  }

  /** The key that can open what is stored, which may be older than what the server is set to. */
  public KeyEncryptionKey unwrapping(Server.Encryption encryption, WrappedKey stored) {
    return encryption.isCustomerManaged()
        ? access.use(identity(encryption), stored.keyVersion())
        : serviceKey();
  }

  /**
   * Who uses the customer's key: the identity, or the application of another tenant's key, as long
   * as it trusts the identity.
   */
  Identity identity(Server.Encryption encryption) {
    ArmId id = encryption.identity();
    if (id == null) {
      throw new IllegalArgumentException("a service-managed server uses no identity");
    }
    Identity own = world.identities().get(id.key()).orElseGet(() -> nobody(id));
    String federated = encryption.federated();
    return federated == null
        ? own
        : world
            .applications()
            .get(federated.toLowerCase(Locale.ROOT))
            .filter(application -> application.trusts().contains(own.clientId()))
            .map(application -> application.as(own))
            .orElseGet(() -> nobody(id));
  }

  private static Identity nobody(ArmId id) {
    return new Identity(id, "", "deleted", "deleted", new TreeMap<>());
  }

  private KeyEncryptionKey serviceKey() {
    Key.Version version = serviceVersion();
    return safe.keyEncryptionKey(version, SERVICE + "/keys/postgresql/" + version.id());
  }

  /** The service's own key, made on first use. */
  Key.Version serviceVersion() {
    String place = World.keyOf(SERVICE, "postgresql");
    return world
        .keys()
        .get(place)
        .orElseGet(
            () -> {
              Key.Version made =
                  new Key.Version(
                      ids.keyVersion(),
                      Key.Kind.rsa(2048),
                      List.of("wrapKey", "unwrapKey"),
                      Key.Life.from(world.now()));
              Key key = new Key(SERVICE, "postgresql", List.of(made));
              world.keys().put(place, key);
              return key;
            })
        .newest();
  }
}
