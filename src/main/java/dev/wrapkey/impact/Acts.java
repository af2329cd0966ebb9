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
    all.add(new Loss.OfKey(KeyAct.DELETE, key.versionless(), newest));
    all.add(new Loss.OfKey(KeyAct.PURGE, key.versionless(), newest));
    Stream<KeyIdentifier> versions =
        Stream.concat(newest.map(Key::id).stream(), pinned(key)).distinct();
    versions.forEach(
        version ->
            Stream.of(KeyAct.DISABLE, KeyAct.EXPIRE)
                .forEach(act -> all.add(new Loss.OfKey(act, version, newest))));
    return List.copyOf(all);
  }

  /** The newest version of a key, if it may be read. */
  public Optional<Key> newest(KeyIdentifier key) {
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
