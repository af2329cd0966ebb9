package dev.wrapkey.impact;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.rules.KeyAct;
import dev.wrapkey.rules.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be done to a thing. Blocks where it has to ask; changes nothing.
 *
 * @param cloud who is asked
 * @param around what was seen
 */
public record Acts(Cloud cloud, Surroundings around) {

  /** Deletion, purge, and every other setting of its network. */
  public List<Loss> of(KeyStore store) {
    List<Loss> all = new ArrayList<>();
    all.add(new Loss.OfStore(store.id(), store.kind(), store.protection(), false));
    all.add(new Loss.OfStore(store.id(), store.kind(), store.protection(), true));
    for (KeyStore.Network network : KeyStore.Network.values()) {
      if (network != store.network()) {
        all.add(new Loss.OfNetwork(store, network));
      }
    }
    return List.copyOf(all);
  }

  /**
   * Deletion, and the removal of each permit on a key that a server uses through it.
   *
   * @throws CloudFailure if the permits cannot be read
   */
  public List<Loss> of(ManagedIdentity identity, Cancellation cancellation) {
    List<Loss> all = new ArrayList<>();
    all.add(new Loss.OfIdentity(identity));
    all.addAll(new Permits(cloud, around).of(identity, cancellation));
    return List.copyOf(all);
  }

  /** Deletion, purge, and what can be done to the newest version and to those that are pinned. */
  public List<Loss> of(KeyIdentifier key) {
    Optional<Key> newest = newest(key);
    List<Loss> all = new ArrayList<>();
    Stream.of(KeyAct.DELETE, KeyAct.PURGE)
        .map(act -> act(act, key.versionless(), newest))
        .distinct()
        .forEach(all::add);
    Stream.concat(newest.map(Key::id).stream(), pinned(key))
        .distinct()
        .forEach(
            version ->
                Stream.of(KeyAct.DISABLE, KeyAct.EXPIRE)
                    .forEach(act -> all.add(act(act, version, newest))));
    return List.copyOf(all);
  }

  /** An act on a key or a version of it. */
  public Loss.OfKey of(KeyAct act, KeyIdentifier key) {
    return act(act, key, newest(key));
  }

  // Without soft delete, to delete is to destroy.
  private Loss.OfKey act(KeyAct act, KeyIdentifier key, Optional<Key> newest) {
    boolean soft =
        around.storeAt(key.host()).map(store -> store.protection().softDelete()).orElse(true);
    return new Loss.OfKey(act == KeyAct.DELETE && !soft ? KeyAct.PURGE : act, key, newest);
  }

  // Whoever may not read the key may still want to know.
  private Optional<Key> newest(KeyIdentifier key) {
    try {
      return Optional.of(cloud.keyStores().get(key.versionless()));
    } catch (CloudFailure _) {
      return Optional.empty();
    }
  }

  private Stream<KeyIdentifier> pinned(KeyIdentifier key) {
    return around.around().users().stream()
        .flatMap(user -> user.uses().stream())
        .map(use -> use.key())
        .filter(used -> used.version().isPresent())
        .filter(used -> used.versionless().equals(key.versionless()));
  }

  /** The keys that servers use, each once, without a version. */
  public List<KeyIdentifier> keys() {
    return around.around().users().stream()
        .flatMap(user -> user.uses().stream())
        .map(use -> use.key().versionless())
        .distinct()
        .toList();
  }
}
