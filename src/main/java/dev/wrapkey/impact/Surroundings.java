package dev.wrapkey.impact;

import dev.wrapkey.provisioning.DeletedStore;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.rules.Impact;
import java.util.List;
import java.util.Optional;

/**
 * All that an act may concern, as it was found at a moment.
 *
 * @param stores key vaults and managed HSMs
 * @param deleted those that are deleted and can be recovered
 * @param identities user-assigned managed identities
 * @param around the servers
 * @param subscriptions how many subscriptions were looked at
 * @param unread what could not be read, for people
 */
public record Surroundings(
    List<KeyStore> stores,
    List<DeletedStore> deleted,
    List<ManagedIdentity> identities,
    Impact.Around around,
    int subscriptions,
    List<String> unread) {

  public Surroundings {
    stores = List.copyOf(stores);
    deleted = List.copyOf(deleted);
    identities = List.copyOf(identities);
    unread = List.copyOf(unread);
  }

  /** The store at a host, if it was seen. */
  public Optional<KeyStore> storeAt(String host) {
    return stores.stream().filter(store -> store.host().equalsIgnoreCase(host)).findFirst();
  }
}
