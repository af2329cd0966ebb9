package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.WrappedKey;
import dev.wrapkey.simulator.storage.Place;
import java.util.Optional;
import java.util.Set;

/**
 * What opens and seals the volumes of a server: its own key, and for data keys that came with a
 * restored backup the key that wrapped them there, used by the identity that used it there.
 */
public final class StorageKeys {

  private final ServerKeys keys;
  private final Volumes volumes;

  public StorageKeys(ServerKeys keys, Volumes volumes) {
    this.keys = keys;
    this.volumes = volumes;
  }

  /** For volumes as they are: new data keys are wrapped by the version that is in use. */
  public KeyEncryptionKey opening(Server server, Volumes.Part part) {
    return opening(server, part, volumes.wrapped(server, part));
  }

  /** The same for one kind of volume. */
  public KeyEncryptionKey opening(Server server, String kind) {
    return opening(server, Volumes.Part.of(kind), volumes.wrapped(server, kind));
  }

  private KeyEncryptionKey opening(Server server, Volumes.Part part, Optional<WrappedKey> stored) {
    Server.Encryption lock = KeyHealth.lock(server, part);
    return routed(
        server, stored.isPresent() ? keys.unwrapping(lock, stored.get()) : keys.wrapping(lock));
  }

  /** For sealing anew: new data keys are wrapped by the version that the server is set to. */
  public KeyEncryptionKey sealing(Server server, String kind) {
    return routed(server, keys.wrapping(KeyHealth.lock(server, Volumes.Part.of(kind))));
  }

  private KeyEncryptionKey routed(Server server, KeyEncryptionKey own) {
    Set<String> inherited = volumes.inherited(server, Place.DATA);
    if (inherited.isEmpty()) {
      return own;
    }
    Server.Encryption original = KeyHealth.lock(server, Volumes.Part.ORIGINAL);
    return new Routed(own, original, inherited);
  }

  private final class Routed implements KeyEncryptionKey {
    private final KeyEncryptionKey own;
    private final Server.Encryption original;
    private final Set<String> inherited;

    Routed(KeyEncryptionKey own, Server.Encryption original, Set<String> inherited) {
      this.own = own;
      this.original = original;
      this.inherited = inherited;
    }

    @Override
    public WrappedKey wrap(byte[] dataKey) throws KeyUnavailable {
      return own.wrap(dataKey);
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped) throws KeyUnavailable {
      if (!inherited.contains(wrapped.keyVersion())) {
        return own.unwrap(wrapped);
      }
      try {
        return keys.unwrapping(original, wrapped).unwrap(wrapped);
      } catch (KeyUnavailable refused) {
        throw new KeyUnavailable(
            refused.code(),
            "%s (%s, the key of the server it was restored from)"
                .formatted(refused.getMessage(), wrapped.keyVersion()));
      }
    }
  }
}
